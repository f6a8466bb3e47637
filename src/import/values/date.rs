use chrono::{Months, NaiveDate, TimeDelta};

use super::written_date::{Written, digits_only, whole};

/// What a date is for, which says which years are plausible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Purpose {
    /// A date of birth.
    Birth,
    /// A date in a pupil's time at school.
    Event,
}

/// What a cell says of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum DateReading {
    /// The cell is a date.
    Whole(NaiveDate),
    /// One whole date stands in words that are to be kept: "AR due 3/3/27".
    InWords(NaiveDate),
    /// A date, but in a year in which it can't be meant.
    Implausible,
    /// Only month first would make it a date: dates are read day first, never month first.
    MonthFirst,
    /// No date, or not a whole one: "Jan", "w/c 7 Dec".
    Words,
}

/// The oldest pupil has an EHC plan up to 25.
const OLDEST: u32 = 26;
const YEARS_BACK: u32 = 30;
const YEARS_AHEAD: u32 = 15;

/// Reads a date, day first. A year of two digits is taken in the century that fits the purpose.
pub(in crate::import) fn read(words: &str, purpose: Purpose, today: NaiveDate) -> DateReading {
    let words = words.trim();
    match whole(words, purpose, today) {
        Written::Date(date) if is_plausible(date, purpose, today) => {
            return DateReading::Whole(date);
        }
        Written::Date(_) => return DateReading::Implausible,
        Written::MonthFirst => return DateReading::MonthFirst,
        Written::OtherWeekday => return DateReading::Words,
        Written::Other => {}
    }
    match serial(words) {
        Some(date) if is_plausible(date, purpose, today) => return DateReading::Whole(date),
        Some(_) => return DateReading::Implausible,
        None => {}
    }
    match inside(words, purpose, today) {
        Some(date) if is_plausible(date, purpose, today) => DateReading::InWords(date),
        Some(_) => DateReading::Implausible,
        None => DateReading::Words,
    }
}

/// Whether the cell is a date and nothing else, however far off.
pub(in crate::import) fn is_whole(words: &str) -> bool {
    // The century does not matter here.
    let some_day = NaiveDate::default();
    !matches!(
        whole(words.trim(), Purpose::Event, some_day),
        Written::Other
    )
}

/// A day number, as a spreadsheet stores dates: 43145 is 14 February 2018.
fn serial(words: &str) -> Option<NaiveDate> {
    let days = words.split_once('.').map_or(words, |(days, part)| {
        if part.bytes().all(|byte| byte == b'0') {
            days
        } else {
            words
        }
    });
    let days = digits_only(days).filter(|_| days.len() == 5)?;
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_signed(TimeDelta::days(i64::from(days)))
}

/// The one date that stands in a text, if the text does not make it doubtful.
fn inside(words: &str, purpose: Purpose, today: NaiveDate) -> Option<NaiveDate> {
    const DOUBT: [&str; 16] = [
        "w/c",
        "wc",
        "w.c.",
        "wb",
        "w/b",
        "week",
        "about",
        "around",
        "approx",
        "approx.",
        "c.",
        "circa",
        "or",
        "tbc",
        "not",
        "cancelled",
    ];
    let tokens: Vec<&str> = words
        .split_whitespace()
        .map(|token| token.trim_matches(['(', ')', '[', ']', ',', ';', ':', '.', '!', '"', '\'']))
        .filter(|token| !token.is_empty())
        .collect();
    let is_doubt = |token: &&str| {
        DOUBT
            .iter()
            .any(|doubt| token.eq_ignore_ascii_case(doubt.trim_end_matches('.')))
    };
    if words.contains(['?', '~']) || tokens.iter().any(is_doubt) {
        return None;
    }
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        let lengths = (1..=4).rev().filter(|&length| at + length <= tokens.len());
        let mut written = lengths.map(|length| {
            (
                length,
                whole(&tokens[at..at + length].join(" "), purpose, today),
            )
        });
        match written.find(|(_, written)| !matches!(written, Written::Other)) {
            None => at += 1,
            Some((length, Written::Date(date))) if found.is_none() => {
                found = Some(date);
                at += length;
            }
            // A second date, or one that is not sound.
            Some(_) => return None,
        }
    }
    found
}

fn is_plausible(date: NaiveDate, purpose: Purpose, today: NaiveDate) -> bool {
    let back = |years: u32| today.checked_sub_months(Months::new(12 * years));
    let ahead = |years: u32| today.checked_add_months(Months::new(12 * years));
    let (first, last) = match purpose {
        Purpose::Birth => (back(OLDEST), Some(today)),
        Purpose::Event => (back(YEARS_BACK), ahead(YEARS_AHEAD)),
    };
    first.is_none_or(|first| first <= date) && last.is_none_or(|last| date <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn today() -> NaiveDate {
        date(2026, 11, 20)
    }

    fn born(words: &str) -> DateReading {
        read(words, Purpose::Birth, today())
    }

    fn event(words: &str) -> DateReading {
        read(words, Purpose::Event, today())
    }

    #[test]
    fn one_birthday_in_every_spelling() {
        for words in [
            "14/02/2018",
            "14/2/2018",
            "14/2/18",
            "14.2.18",
            "14-2-18",
            "14 2 2018",
            "14-Feb-2018",
            "14-Feb-18",
            "14 February 2018",
            "14th February 2018",
            "14 Feb 18",
            "February 14, 2018",
            "2018-02-14",
            "2018/02/14",
            "2018-02-14T00:00:00",
            "2018-02-14 00:00:00",
            "14/02/2018 00:00",
            "14/02/2018 12:00:00 AM",
            "43145",
            "43145.0",
            " 14/02/2018 ",
            "Wed 14 Feb 2018",
            "Wednesday 14/02/2018",
        ] {
            assert_eq!(
                born(words),
                DateReading::Whole(date(2018, 2, 14)),
                "{words}"
            );
        }
    }

    #[test]
    fn day_first_and_never_month_first() {
        assert_eq!(born("03/04/2018"), DateReading::Whole(date(2018, 4, 3)));
        assert_eq!(born("02/25/2018"), DateReading::MonthFirst);
        assert_eq!(event("3/13/27"), DateReading::MonthFirst);
    }

    #[test]
    fn two_digit_years_by_plausible_age() {
        assert_eq!(born("5.11.22"), DateReading::Whole(date(2022, 11, 5)));
        assert_eq!(born("20/11/26"), DateReading::Whole(date(2026, 11, 20)));
        assert_eq!(
            born("21/11/26"),
            DateReading::Implausible,
            "born tomorrow, or a hundred years ago"
        );
        assert_eq!(born("1/1/01"), DateReading::Whole(date(2001, 1, 1)));
        assert_eq!(born("1/1/99"), DateReading::Implausible);
        assert_eq!(event("3/3/27"), DateReading::Whole(date(2027, 3, 3)));
        assert_eq!(event("3/3/99"), DateReading::Implausible);
    }

    #[test]
    fn impossible_and_implausible_dates_are_never_mended() {
        assert_eq!(born("29/02/2018"), DateReading::Words);
        assert_eq!(born("31/06/2018"), DateReading::Words);
        assert_eq!(
            born("Tue 14 Feb 2018"),
            DateReading::Words,
            "it was a Wednesday"
        );
        assert_eq!(born("01/01/2127"), DateReading::Implausible);
        assert_eq!(born("01/01/1918"), DateReading::Implausible);
    }

    #[test]
    fn a_date_in_words_is_read_with_its_words() {
        assert_eq!(
            event("AR due 3/3/27"),
            DateReading::InWords(date(2027, 3, 3))
        );
        assert_eq!(
            event("AR OVERDUE (was 1/2/26)"),
            DateReading::InWords(date(2026, 2, 1))
        );
        assert_eq!(
            event("AR 18/11/26"),
            DateReading::InWords(date(2026, 11, 18))
        );
        assert_eq!(
            event("yes, 3rd March 2026."),
            DateReading::InWords(date(2026, 3, 3))
        );
    }

    #[test]
    fn no_whole_date_is_no_date() {
        for words in [
            "",
            "Jan",
            "w/c 7 Dec",
            "w/c 7/12/2026",
            "7 Dec",
            "2/11",
            "Dec 2026",
            "Spring term",
            "3/3/27?",
            "3/3/27 or 4/3/27",
            "3/3/27 4/3/27",
            "not 3/3/27",
            "next week",
            "tbc",
            "12",
            "431",
            "1/2/3/4",
            "about 3/3/27",
            "EP 26/11",
        ] {
            assert_eq!(event(words), DateReading::Words, "{words}");
        }
    }

    proptest! {
        #[test]
        fn any_day_of_a_pupils_life_is_read_back(days in 0i64..9_000, separator in "[/.-]") {
            let day = today() - TimeDelta::days(days);
            let words = day.format(&format!("%d{separator}%m{separator}%Y")).to_string();
            prop_assert_eq!(born(&words), DateReading::Whole(day));
            let short = day.format(&format!("%-d{separator}%-m{separator}%y")).to_string();
            prop_assert_eq!(born(&short), DateReading::Whole(day));
        }

        #[test]
        fn any_words_are_read_without_a_fault(words in "[0-9/a-zA-Z. -]{0,20}|\\PC{0,20}") {
            let _ = (born(&words), event(&words), is_whole(&words));
        }
    }
}
