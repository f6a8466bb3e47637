use chrono::{Datelike, NaiveDate, Weekday};

use super::date::Purpose;

/// What a text is that may be a date and nothing else.
pub(super) enum Written {
    /// A date.
    Date(NaiveDate),
    /// It would be one with the month first.
    MonthFirst,
    /// The weekday is another one than that of the date.
    OtherWeekday,
    /// No date.
    Other,
}

/// Reads a text as a date, day first.
pub(super) fn whole(words: &str, purpose: Purpose, today: NaiveDate) -> Written {
    let words = without_time(words);
    let parts: Vec<&str> = words
        .split([' ', '/', '-', '.', ',', '\u{2010}', '\u{2013}'])
        .filter(|part| !part.is_empty())
        .collect();
    let (weekday, parts) = match parts.split_first() {
        Some((first, rest)) if rest.len() == 3 => match weekday(first) {
            Some(day) => (Some(day), rest),
            None => (None, parts.as_slice()),
        },
        _ => (None, parts.as_slice()),
    };
    let &[first, second, third] = parts else {
        return Written::Other;
    };
    let date = match (month(first), month(second)) {
        (None, None) if first.len() == 4 => numeric(third, second, first, purpose, today),
        (None, None) => numeric(first, second, third, purpose, today),
        (None, Some(month)) => on(
            day(first),
            Some(month),
            year(third, purpose, today, |year| {
                on(day(first), Some(month), Some(year))
            }),
        ),
        (Some(month), None) => on(
            day(second),
            Some(month),
            year(third, purpose, today, |year| {
                on(day(second), Some(month), Some(year))
            }),
        ),
        (Some(_), Some(_)) => None,
    };
    match date {
        Some(date) if weekday.is_none_or(|day| day == date.weekday()) => Written::Date(date),
        Some(_) => Written::OtherWeekday,
        None if first.len() < 3 && numeric(second, first, third, purpose, today).is_some() => {
            Written::MonthFirst
        }
        None => Written::Other,
    }
}

fn numeric(
    day: &str,
    month: &str,
    full_year: &str,
    purpose: Purpose,
    today: NaiveDate,
) -> Option<NaiveDate> {
    let (day, month) = (number(day), number(month));
    on(
        day,
        month,
        year(full_year, purpose, today, |year| on(day, month, Some(year))),
    )
}

fn on(day: Option<u32>, month: Option<u32>, year: Option<i32>) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year?, month?, day?)
}

/// A year of four digits; or of two, in this century unless that makes a birth lie ahead.
fn year(
    digits: &str,
    purpose: Purpose,
    today: NaiveDate,
    date: impl Fn(i32) -> Option<NaiveDate>,
) -> Option<i32> {
    let number = i32::try_from(digits_only(digits)?).ok()?;
    match digits.len() {
        4 => Some(number),
        2 => match purpose {
            Purpose::Birth if date(2000 + number).is_none_or(|date| date > today) => {
                Some(1900 + number)
            }
            Purpose::Birth | Purpose::Event => Some(2000 + number),
        },
        _ => None,
    }
}

fn number(digits: &str) -> Option<u32> {
    digits_only(digits).filter(|_| digits.len() <= 2)
}

/// A number without signs and spaces.
pub(super) fn digits_only(digits: &str) -> Option<u32> {
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}

/// "14", "14th".
fn day(words: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| words.strip_suffix(ending))
        .unwrap_or(words);
    number(digits)
}

fn month(words: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let words = words.to_lowercase();
    if words == "sept" {
        return Some(9);
    }
    let place = MONTHS
        .iter()
        .position(|month| *month == words || words.len() == 3 && month.starts_with(&words))?;
    u32::try_from(place + 1).ok()
}

fn weekday(words: &str) -> Option<Weekday> {
    match words.to_lowercase().as_str() {
        "tues" => Some(Weekday::Tue),
        "weds" => Some(Weekday::Wed),
        "thur" | "thurs" => Some(Weekday::Thu),
        other => other.parse().ok(),
    }
}

/// Exports write midnight after a date.
fn without_time(words: &str) -> &str {
    let is_time = |time: &str| {
        time.contains(':')
            && time
                .chars()
                .all(|letter| letter.is_ascii_digit() || ":.Z+ APMapm".contains(letter))
    };
    match words.split_once(['T', ' ']) {
        Some((date, time))
            if date.contains(|letter: char| letter.is_ascii_digit()) && is_time(time) =>
        {
            date
        }
        _ => words,
    }
}
