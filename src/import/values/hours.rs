/// Minutes of support: "15h 0m", "12.5 hours", "15:30", and plain "15", which is hours. Anything else is none.
pub(in crate::import) fn read(words: &str) -> Option<i64> {
    let mut compact = words.to_lowercase();
    compact.retain(|letter| !letter.is_whitespace());
    let words = ["perweek", "aweek", "pw", "/week", "/wk"]
        .iter()
        .find_map(|ending| compact.strip_suffix(ending))
        .unwrap_or(&compact);
    if let Some((hours, minutes)) = words.split_once(':') {
        return Some(
            whole(hours)? * 60
                + whole(minutes)
                    .filter(|_| minutes.len() == 2)
                    .filter(|&minutes| minutes < 60)?,
        );
    }
    match words.split_once('h') {
        Some((hours, rest)) => {
            let rest = ["ours", "our", "rs", "r"]
                .iter()
                .find_map(|ending| rest.strip_prefix(ending))
                .unwrap_or(rest);
            let minutes = if rest.is_empty() {
                0
            } else {
                minutes(rest).filter(|&minutes| minutes < 60)?
            };
            Some(decimal_hours(hours)? + minutes)
        }
        None => minutes(words)
            .filter(|_| words.ends_with(|letter: char| letter.is_alphabetic()))
            .or_else(|| decimal_hours(words)),
    }
}

fn minutes(words: &str) -> Option<i64> {
    whole(
        ["minutes", "mins", "min", "m"]
            .iter()
            .find_map(|ending| words.strip_suffix(ending))
            .unwrap_or(words),
    )
}

/// Hours with a decimal part that makes whole minutes.
fn decimal_hours(words: &str) -> Option<i64> {
    let (hours, part) = words.split_once('.').unwrap_or((words, "0"));
    let divisor = 10i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let sixtieths = whole(part)?.checked_mul(60)?;
    (sixtieths % divisor == 0).then_some(whole(hours)? * 60 + sixtieths / divisor)
}

fn whole(digits: &str) -> Option<i64> {
    let is_number =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_as_minutes() {
        let table = [
            ("15h 0m", 900),
            ("25h 30m", 1530),
            ("20h", 1200),
            ("15", 900),
            ("12.5", 750),
            ("12.5 hours", 750),
            ("15 hrs", 900),
            ("1 hour 15 minutes", 75),
            ("15:30", 930),
            ("45m", 45),
            ("90 mins", 90),
            ("15 hours per week", 900),
            ("0.25", 15),
        ];
        for (words, minutes) in table {
            assert_eq!(read(words), Some(minutes), "{words}");
        }
    }

    #[test]
    fn other_words_are_no_hours() {
        for words in [
            "",
            "full time",
            "h",
            "15:75",
            "12.51",
            "-3",
            "tbc",
            "15 + 5",
            "1h 90m",
            "half a day",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
