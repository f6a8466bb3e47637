use std::sync::LazyLock;

use chrono::{Days, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::domain::term;

static SCHOOL: LazyLock<SchoolCalendar> =
    LazyLock::new(|| SchoolCalendar::new(&term::illustrations(), &[]));

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a real date")
}

/// A Monday, in the twelfth week of the autumn term.
fn monday() -> NaiveDate {
    day("2026-11-23")
}

fn ahead(words: &str) -> Result<NaiveDate, DateDoubt> {
    read(words, monday(), Leaning::Ahead, &SCHOOL)
}

fn back(words: &str) -> Result<NaiveDate, DateDoubt> {
    read(words, monday(), Leaning::Back, &SCHOOL)
}

#[test]
fn days_of_the_calendar_come_day_first() {
    let table = [
        ("3 dec", "2026-12-03"),
        ("3 December 2026", "2026-12-03"),
        ("3rd december", "2026-12-03"),
        ("the 3rd of December", "2026-12-03"),
        ("  3   DEC  ", "2026-12-03"),
        ("3dec", "2026-12-03"),
        ("3dec26", "2026-12-03"),
        ("1st jan", "2027-01-01"),
        ("2nd sept", "2027-09-02"),
        ("03/12/2026", "2026-12-03"),
        ("3/12", "2026-12-03"),
        ("3.12.26", "2026-12-03"),
        ("3-12-2026", "2026-12-03"),
        ("3 12 26", "2026-12-03"),
        ("12/9/26", "2026-09-12"),
        ("12/9/2018", "2018-09-12"),
        ("9/12/26", "2026-12-09"),
        ("1/2/27", "2027-02-01"),
        ("2026-12-03", "2026-12-03"),
        ("2026/12/03", "2026-12-03"),
        ("3-Dec-26", "2026-12-03"),
        ("3 Dec ’26", "2026-12-03"),
        ("by 3 dec", "2026-12-03"),
        ("29/2/28", "2028-02-29"),
        ("1/1/79", "2079-01-01"),
        ("1/1/80", "1980-01-01"),
        ("1/1/00", "2000-01-01"),
    ];
    for (words, date) in table {
        assert_eq!(ahead(words), Ok(day(date)), "{words}");
    }
}

#[test]
fn a_missing_year_is_found_by_the_leaning() {
    let table = [
        // words, ahead, back
        ("23 nov", "2026-11-23", "2026-11-23"),
        ("24 nov", "2026-11-24", "2026-11-24"),
        ("22 nov", "2026-11-22", "2026-11-22"),
        ("3 dec", "2026-12-03", "2026-12-03"),
        ("20 nov", "2026-11-20", "2026-11-20"),
        ("24 sep", "2026-09-24", "2026-09-24"),
        ("23 sep", "2027-09-23", "2026-09-23"),
        ("22 jan", "2027-01-22", "2027-01-22"),
        ("23 jan", "2027-01-23", "2026-01-23"),
        ("2 jul", "2027-07-02", "2026-07-02"),
    ];
    for (words, to_come, gone) in table {
        assert_eq!(ahead(words), Ok(day(to_come)), "{words} ahead");
        assert_eq!(back(words), Ok(day(gone)), "{words} back");
    }
}

#[test]
fn weekdays_lean_and_never_mean_today() {
    let table = [
        ("fri", "2026-11-27", "2026-11-20"),
        ("Friday", "2026-11-27", "2026-11-20"),
        ("on tues", "2026-11-24", "2026-11-17"),
        ("mon", "2026-11-30", "2026-11-16"),
        ("sun", "2026-11-29", "2026-11-22"),
        ("next tue", "2026-12-01", "2026-12-01"),
        ("this tue", "2026-11-24", "2026-11-24"),
        ("last fri", "2026-11-20", "2026-11-20"),
        ("last mon", "2026-11-16", "2026-11-16"),
        ("tue week", "2026-12-01", "2026-12-01"),
        ("next week", "2026-11-30", "2026-11-30"),
        ("last week", "2026-11-16", "2026-11-16"),
    ];
    for (words, to_come, gone) in table {
        assert_eq!(ahead(words), Ok(day(to_come)), "{words} ahead");
        assert_eq!(back(words), Ok(day(gone)), "{words} back");
    }
    let sunday = day("2026-11-29");
    let next = read("next tue", sunday, Leaning::Ahead, &SCHOOL);
    assert_eq!(next, Ok(day("2026-12-01")));
    let last = read("last fri", sunday, Leaning::Ahead, &SCHOOL);
    assert_eq!(last, Ok(day("2026-11-27")));
}

#[test]
fn a_date_typed_behind_another_is_no_date() {
    let read = |words: &str| read(words, day("2026-11-23"), Leaning::Ahead, &SCHOOL);
    assert!(read("10 Dec 2026today").is_err());
    assert_eq!(read("23 Nov 2026, today"), Ok(day("2026-11-23")));
}

#[test]
fn distances_run_from_today() {
    let table = [
        ("today", "2026-11-23"),
        ("Tomorrow", "2026-11-24"),
        ("yesterday", "2026-11-22"),
        ("+6w", "2027-01-04"),
        ("+ 6 weeks", "2027-01-04"),
        ("6w", "2027-01-04"),
        ("+10d", "2026-12-03"),
        ("+3m", "2027-02-23"),
        ("+1y", "2027-11-23"),
        ("-2w", "2026-11-09"),
        ("−2w", "2026-11-09"),
        ("in 6 weeks", "2027-01-04"),
        ("in a fortnight", "2026-12-07"),
        ("two weeks from today", "2026-12-07"),
        ("6 weeks ago", "2026-10-12"),
        ("a month ago", "2026-10-23"),
        ("+15 school days", "2026-12-14"),
        ("+20sd", "2027-01-04"),
        ("-1sd", "2026-11-20"),
        ("+0d", "2026-11-23"),
    ];
    for (words, date) in table {
        assert_eq!(ahead(words), Ok(day(date)), "{words}");
    }
    assert_eq!(back("2 weeks"), Ok(day("2026-11-09")));
    let end_of_month = read("+1m", day("2027-01-31"), Leaning::Ahead, &SCHOOL);
    assert_eq!(end_of_month, Ok(day("2027-02-28")));
}

#[test]
fn words_of_the_school_year_are_school_days() {
    let table = [
        ("half term", "2027-02-12", "2026-10-23"),
        ("by half-term", "2027-02-12", "2026-10-23"),
        ("before half term", "2027-02-12", "2026-10-23"),
        ("after half term", "2027-02-22", "2026-11-02"),
        ("end of term", "2026-12-18", "2026-07-21"),
        ("start of term", "2027-01-04", "2026-09-02"),
        ("next term", "2027-01-04", "2026-09-02"),
        ("christmas", "2026-12-18", "2025-12-19"),
        ("after Christmas", "2027-01-04", "2026-01-05"),
        ("easter", "2027-03-25", "2026-03-27"),
        ("after the easter holidays", "2027-04-12", "2026-04-13"),
        ("end of year", "2027-07-21", "2026-07-21"),
        ("end of the school year", "2027-07-21", "2026-07-21"),
        ("summer", "2027-07-21", "2026-07-21"),
    ];
    for (words, to_come, gone) in table {
        assert_eq!(ahead(words), Ok(day(to_come)), "{words} ahead");
        assert_eq!(back(words), Ok(day(gone)), "{words} back");
    }
    let in_half_term = day("2026-10-28");
    let after = read("after half term", in_half_term, Leaning::Ahead, &SCHOOL);
    assert_eq!(after, Ok(day("2026-11-02")));
    let last_day = day("2026-12-18");
    assert_eq!(
        read("end of term", last_day, Leaning::Ahead, &SCHOOL),
        Ok(last_day)
    );
}

#[test]
fn without_terms_only_the_feasts_have_a_date() {
    let bare = SchoolCalendar::default();
    let table = [
        ("christmas", "2026-12-24"),
        ("after christmas", "2027-01-04"),
        ("easter", "2027-03-25"),
        ("after easter", "2027-03-30"),
        ("+1sd", "2026-11-24"),
    ];
    for (words, date) in table {
        assert_eq!(
            read(words, monday(), Leaning::Ahead, &bare),
            Ok(day(date)),
            "{words}"
        );
    }
    for words in [
        "half term",
        "after half term",
        "end of term",
        "end of year",
        "summer",
    ] {
        let doubt = read(words, monday(), Leaning::Ahead, &bare).expect_err("no term dates");
        let sentence = format!(
            "The term dates of 2026-27 are not entered, so “{words}” has no date yet: type the date, or enter the terms in Settings."
        );
        assert_eq!(doubt.to_string(), sentence);
    }
    let doubt =
        read("half term", day("2027-06-10"), Leaning::Ahead, &SCHOOL).expect_err("no term dates");
    assert!(
        doubt
            .to_string()
            .starts_with("The term dates of 2027-28 are not entered")
    );
}

#[test]
fn a_weekday_proves_its_date() {
    assert_eq!(ahead("mon 30 nov"), Ok(day("2026-11-30")));
    assert_eq!(ahead("Thursday, 3 December 2026"), Ok(day("2026-12-03")));
    assert_eq!(ahead("thu 3/12"), Ok(day("2026-12-03")));
    assert_eq!(
        ahead("tue 30 nov").expect_err("a Monday").to_string(),
        "30 Nov 2026 is a Monday, not a Tuesday: change the day or the date."
    );
    assert!(matches!(
        ahead("tue 31 nov"),
        Err(DateDoubt::NoSuchDay { .. })
    ));
}

#[test]
fn doubts_say_what_to_do() {
    let table = [
        ("  ", "Type a date, such as 3 Dec, fri, +6w or half term."),
        (
            "31 nov",
            "There is no 31 November: the month has 30 days. Type 30 Nov or 1 Dec.",
        ),
        (
            "31/4/27",
            "There is no 31 April: the month has 30 days. Type 30 Apr or 1 May.",
        ),
        (
            "29 feb 2027",
            "There is no 29 February 2027: the month has 28 days. Type 28 Feb or 1 Mar.",
        ),
        (
            "29 feb",
            "There is no 29 February 2027: the month has 28 days. Type 28 Feb or 1 Mar.",
        ),
        (
            "30 feb 2028",
            "There is no 30 February 2028: the month has 29 days. Type 29 Feb or 1 Mar.",
        ),
        ("32 dec", "There is no 32 December: correct the day."),
        ("0 dec", "There is no 0 December: correct the day."),
        (
            "12/13/26",
            "There is no month 13. The day comes first: for 13 December, type 13/12.",
        ),
        (
            "3/0",
            "There is no month 0: type the day first and then the month, as in 3/12.",
        ),
        (
            "3",
            "A number alone is no date: add the month, as in 3 Dec, or how far, as in +3w.",
        ),
        (
            "+6",
            "A number alone is no date: add the month, as in 3 Dec, or how far, as in +3w.",
        ),
        (
            "dec 3",
            "The day comes first: type it as 3 Dec or 3 Dec 2026.",
        ),
        (
            "December",
            "The day comes first: type it as 3 Dec or 3 Dec 2026.",
        ),
        (
            "3/12/126",
            "The year can't be read: write it in full, as in 3/12/2026.",
        ),
        (
            "3/12/0026",
            "That date is out of reach: dates run from 1900 to 2199.",
        ),
        (
            "+9999y",
            "That date is out of reach: dates run from 1900 to 2199.",
        ),
        (
            "soon",
            "“soon” can't be read as a date: type 3 Dec, 3/12/2026, fri, +6w or half term.",
        ),
    ];
    for (words, sentence) in table {
        assert_eq!(
            ahead(words).expect_err(words).to_string(),
            sentence,
            "{words}"
        );
    }
}

#[test]
fn odd_input_is_refused_quietly() {
    let long = "3 dec ".repeat(2000);
    let digits = "9".repeat(10_000);
    let table = [
        long.as_str(),
        digits.as_str(),
        "🎄",
        "3 🎄",
        "3 dec 2026 soon",
        "3 dec 6 weeks",
        "٣ dec",
        "+",
        "-",
        "+-3d",
        "in",
        "ago",
        "1.5 weeks",
        "2-3 weeks",
        "15:30",
        "/",
        "3/12/2026/4",
        "after",
        "next",
        "next christening",
        "\u{202e}3 dec",
        "DROP TABLE",
    ];
    for words in table {
        for leaning in [Leaning::Ahead, Leaning::Back] {
            assert!(read(words, monday(), leaning, &SCHOOL).is_err(), "{words}");
        }
    }
    for words in [
        "+99999999999d",
        "-4294967295w",
        "+4294967295m",
        "+4294967295y",
        "+4294967295sd",
        "99999999999/99999999999",
    ] {
        assert!(ahead(words).is_err(), "{words}");
    }
}

prop_compose! {
    fn any_day()(days in 0..80_000_u64) -> NaiveDate {
        day("1980-01-01").checked_add_days(Days::new(days)).expect("a real date")
    }
}

proptest! {
    #[test]
    fn what_is_written_reads_back(date in any_day(), today in any_day()) {
        for leaning in [Leaning::Ahead, Leaning::Back] {
            let back = |words: String| read(&words, today, leaning, &SCHOOL);
            prop_assert_eq!(back(echo(date, today)), Ok(date));
            for pattern in ["%Y-%m-%d", "%d/%m/%Y", "%-d.%-m.%Y", "%-d %B %Y", "%A %-d %b %Y"] {
                prop_assert_eq!(back(date.format(pattern).to_string()), Ok(date));
            }
        }
    }

    #[test]
    fn short_forms_read_back_within_the_leaning(today in any_day(), days in -320..320_i64) {
        let date = today + TimeDelta::days(days);
        let leaning = if days < 0 { Leaning::Back } else { Leaning::Ahead };
        prop_assert_eq!(read(&short(date, today), today, leaning, &SCHOOL), Ok(date));
    }

    #[test]
    fn bare_weekdays_are_within_a_week(today in any_day(), days in 1..8_u64) {
        let to_come = today.checked_add_days(Days::new(days)).expect("a real date");
        let word = to_come.format("%a").to_string();
        prop_assert_eq!(read(&word, today, Leaning::Ahead, &SCHOOL), Ok(to_come));
        let gone = today.checked_sub_days(Days::new(days)).expect("a real date");
        let word = gone.format("%A").to_string();
        prop_assert_eq!(read(&word, today, Leaning::Back, &SCHOOL), Ok(gone));
    }

    #[test]
    fn never_panics(
        words in any::<String>(),
        near in r"[+-]?( ?([0-9]{1,11}|[-/.,]|mon|dec|feb|half term|end|of|after|in|ago|next|last|w|m|y|sd|days)){0,6}",
        today in any_day(),
    ) {
        for leaning in [Leaning::Ahead, Leaning::Back] {
            for words in [&words, &near] {
                if let Err(doubt) = read(words, today, leaning, &SCHOOL) {
                    prop_assert!(!doubt.to_string().is_empty());
                }
            }
            let _ = read(&near, NaiveDate::MAX, leaning, &SCHOOL);
            let _ = read(&near, NaiveDate::MIN, leaning, &SCHOOL);
        }
    }
}
