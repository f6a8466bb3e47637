/// An amount of pounds in pence: "£6,250.00". Anything else is none, never a guess.
pub(in crate::import) fn read(words: &str) -> Option<i64> {
    let mut compact = words.to_lowercase();
    compact.retain(|letter| !letter.is_whitespace());
    let amount = ["peryear", "perannum", "ayear", "p.a.", "pa"]
        .iter()
        .find_map(|ending| compact.strip_suffix(ending))
        .unwrap_or(&compact);
    let amount = amount
        .trim_start_matches(['\u{a3}', super::super::encoding::LOST])
        .trim_start_matches("gbp");
    let (pounds, pence) = amount.split_once('.').unwrap_or((amount, ""));
    let pence = match pence.as_bytes() {
        [] if !amount.ends_with('.') => 0,
        [tens @ b'0'..=b'9'] => i64::from(tens - b'0') * 10,
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => {
            i64::from(tens - b'0') * 10 + i64::from(ones - b'0')
        }
        _ => return None,
    };
    Some(grouped(pounds)? * 100 + pence)
}

/// Whole pounds, with or without commas at the thousands.
fn grouped(digits: &str) -> Option<i64> {
    let (first, rest) = digits
        .split_once(',')
        .map_or((digits, None), |(first, rest)| (first, Some(rest)));
    let well_grouped =
        rest.is_none_or(|rest| first.len() <= 3 && rest.split(',').all(|group| group.len() == 3));
    let plain = digits.replace(',', "");
    let is_number =
        !first.is_empty() && plain.len() <= 9 && plain.bytes().all(|byte| byte.is_ascii_digit());
    (well_grouped && is_number).then(|| plain.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pounds_are_read_as_pence() {
        let table = [
            ("£6,250.00", 625_000),
            ("£ 9,975.50", 997_550),
            ("6250", 625_000),
            ("11020.5", 1_102_050),
            ("£1,234,567", 123_456_700),
            ("0", 0),
            ("£6,250 pa", 625_000),
            ("£6,250 per year", 625_000),
            ("\u{fffd}4,500.00", 450_000),
        ];
        for (words, pence) in table {
            assert_eq!(read(words), Some(pence), "{words}");
        }
    }

    #[test]
    fn other_words_are_no_amount() {
        for words in [
            "",
            "£",
            "6k",
            "tbc",
            "-50",
            "6.250,00",
            "62,50",
            "£6,250?",
            "1.234",
            "5.",
            "Band 3",
            "9999999999",
        ] {
            assert_eq!(read(words), None, "{words}");
        }
    }
}
