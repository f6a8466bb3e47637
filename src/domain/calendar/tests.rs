use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::domain::closure_kind::ClosureKind;
use crate::domain::term;

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a real date")
}

fn closure(first: &str, last: &str, kind: ClosureKind, name: &str) -> Closure {
    Closure {
        first: day(first),
        last: day(last),
        kind,
        name: name.to_owned(),
    }
}

fn school() -> SchoolCalendar {
    let closures = [
        closure("2026-11-27", "2026-11-27", ClosureKind::Inset, ""),
        closure("2026-09-02", "2026-09-02", ClosureKind::Inset, "phonics"),
        closure("2027-01-20", "2027-01-21", ClosureKind::Closed, "snow"),
    ];
    SchoolCalendar::new(&term::illustrations(), &closures)
}

#[test]
fn says_why_it_is_closed() {
    let table = [
        ("2026-11-26", None),
        ("2026-11-27", Some("INSET day")),
        ("2026-11-28", Some("Saturday")),
        ("2026-11-29", Some("Sunday")),
        ("2026-09-01", Some("summer holiday")),
        ("2026-09-02", Some("INSET day: phonics")),
        ("2026-09-03", None),
        ("2026-10-23", None),
        ("2026-10-26", Some("half term")),
        ("2026-11-02", None),
        ("2026-12-18", None),
        ("2026-12-21", Some("Christmas holiday")),
        ("2026-12-25", Some("bank holiday: Christmas Day")),
        ("2026-12-28", Some("bank holiday: Boxing Day")),
        ("2027-01-04", None),
        ("2027-01-20", Some("closed: snow")),
        ("2027-01-21", Some("closed: snow")),
        ("2027-01-22", None),
        ("2027-02-15", Some("half term")),
        ("2027-03-26", Some("bank holiday: Good Friday")),
        ("2027-03-30", Some("Easter holiday")),
        ("2027-05-03", Some("bank holiday: early May")),
        ("2027-05-31", Some("bank holiday: spring")),
        ("2027-06-01", Some("half term")),
        ("2027-07-21", None),
        ("2027-07-22", Some("summer holiday")),
        ("2026-08-31", Some("bank holiday: summer")),
        ("2027-08-31", Some("summer holiday")),
        // 2027-28 is not entered: weekdays count.
        ("2027-09-01", None),
        ("2027-12-28", Some("bank holiday: Boxing Day")),
    ];
    let school = school();
    for (date, why) in table {
        assert_eq!(school.why_closed(day(date)).as_deref(), why, "{date}");
        assert_eq!(school.is_open(day(date)), why.is_none(), "{date}");
    }
}

#[test]
fn knows_its_terms() {
    let school = school();
    let autumn = school.term_of(day("2026-11-26")).expect("in term");
    assert_eq!(autumn.name, "Autumn 2");
    assert_eq!(school.term_of(day("2026-10-28")), None);
    let whole = school
        .whole_term_of(day("2026-10-28"))
        .expect("half term is in a term");
    assert_eq!(whole.label(), "autumn 2026");
    assert_eq!(whole.last, day("2026-12-18"));
    let half_term = school
        .next_half_term(day("2026-11-26"))
        .expect("terms are entered");
    assert_eq!(
        (half_term.first, half_term.last),
        (day("2027-02-13"), day("2027-02-21"))
    );
    let next = school
        .half_term_starting_after(day("2026-11-26"))
        .expect("terms are entered");
    assert_eq!(next.name, "Spring 1");
    let ends = [
        ("2026-11-26", Some("2026-12-18")),
        ("2026-12-18", Some("2026-12-18")),
        ("2026-12-19", Some("2027-03-25")),
        ("2027-07-21", Some("2027-07-21")),
        ("2027-07-22", None),
        ("2027-11-26", None),
    ];
    for (date, end) in ends {
        assert_eq!(school.end_of_term(day(date)), end.map(day), "{date}");
    }
}

#[test]
fn counts_the_weeks_of_a_term() {
    let table = [
        ("2026-08-31", Some("autumn, week 1")),
        ("2026-09-02", Some("autumn, week 1")),
        ("2026-09-07", Some("autumn, week 2")),
        ("2026-10-24", Some("autumn, week 8")),
        ("2026-10-28", None),
        ("2026-11-01", None),
        ("2026-11-02", Some("autumn, week 9")),
        ("2026-11-23", Some("autumn, week 12")),
        ("2026-11-26", Some("autumn, week 12")),
        ("2026-12-20", Some("autumn, week 15")),
        ("2026-12-21", None),
        ("2027-01-04", Some("spring, week 1")),
        ("2027-06-07", Some("summer, week 8")),
        ("2027-11-26", None),
    ];
    let school = school();
    for (date, week) in table {
        let found = school.week_of_term(day(date)).map(|week| week.to_string());
        assert_eq!(found.as_deref(), week, "{date}");
    }
}

#[test]
fn without_terms_weekdays_are_open() {
    let bare = SchoolCalendar::default();
    let date = day("2026-10-28");
    assert!(bare.is_open(date));
    assert!(!bare.is_open(day("2026-10-31")));
    assert!(!bare.is_open(day("2026-12-25")));
    assert_eq!(bare.term_of(date), None);
    assert_eq!(bare.next_half_term(date), None);
    assert_eq!(bare.end_of_term(date), None);
    assert_eq!(bare.half_term_starting_after(date), None);
    assert_eq!(bare.week_of_term(date), None);
    assert_eq!(bare.season(date), Season::Autumn);
    assert_eq!(
        bare.missing_terms(date).expect("nothing is entered"),
        "The term dates of 2026-27 are not entered, so every weekday but bank holidays counts as a school day. \
         Enter them in Settings."
    );
    assert_eq!(school().missing_terms(date), None);
}

#[test]
fn a_term_not_entered_yet_is_no_holiday() {
    let only_autumn: Vec<Term> = term::illustrations().drain(6..8).collect();
    let school = SchoolCalendar::new(&only_autumn, &[]);
    assert!(school.is_open(day("2027-01-13")));
    assert!(school.missing_terms(day("2027-01-13")).is_some());
    assert!(!school.is_open(day("2026-10-28")));
    assert!(!school.is_open(day("2026-09-01")));

    let mut no_spring = term::illustrations();
    no_spring.drain(8..10);
    let school = SchoolCalendar::new(&no_spring, &[]);
    assert!(school.is_open(day("2027-02-03")));
    assert_eq!(school.whole_term_of(day("2027-02-03")), None);
}

#[test]
fn muddled_terms_do_no_harm() {
    let mut muddled = term::illustrations();
    muddled.reverse();
    muddled.push(Term {
        name: "upside down".to_owned(),
        first: day("2027-03-01"),
        last: day("2026-09-01"),
    });
    muddled.push(Term {
        name: "Autumn".to_owned(),
        first: day("2026-09-02"),
        last: day("2026-12-18"),
    });
    let school = SchoolCalendar::new(&muddled, &[]);
    assert!(school.is_open(day("2026-10-28")));
    assert!(!school.is_open(day("2026-12-22")));
    assert_eq!(
        school
            .term_of(day("2026-10-28"))
            .expect("the long one")
            .name,
        "Autumn"
    );
}

#[test]
fn finds_school_days() {
    let school = school();
    let table = [
        ("2026-11-26", "2026-11-26", "2026-11-26"),
        ("2026-11-27", "2026-11-26", "2026-11-30"),
        ("2026-12-25", "2026-12-18", "2027-01-04"),
        ("2026-08-15", "2026-07-21", "2026-09-03"),
    ];
    for (date, before, after) in table {
        assert_eq!(school.school_day_on_or_before(day(date)), day(before));
        assert_eq!(school.school_day_on_or_after(day(date)), day(after));
    }
    let sums = [
        ("2026-11-26", 0, "2026-11-26"),
        ("2026-11-26", 1, "2026-11-30"),
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-28", -1, "2026-11-26"),
        ("2026-12-18", 15, "2027-01-26"),
    ];
    for (from, days, to) in sums {
        assert_eq!(
            school.add_school_days(day(from), days),
            Some(day(to)),
            "{from} {days}"
        );
        assert_eq!(
            school.school_days_between(day(from), day(to)),
            days,
            "{from} {to}"
        );
    }
    assert_eq!(
        school
            .school_days(day("2026-09-02"), day("2027-07-21"))
            .count(),
        190
    );
}

#[test]
fn the_ends_of_time_are_quiet() {
    let for_ever = [closure("1900-01-01", "2199-12-31", ClosureKind::Closed, "")];
    for school in [
        school(),
        SchoolCalendar::default(),
        SchoolCalendar::new(&[], &for_ever),
    ] {
        for date in [NaiveDate::MIN, EARLIEST, LATEST, NaiveDate::MAX] {
            let _ = (
                school.why_closed(date),
                school.week_of_term(date),
                school.end_of_term(date),
            );
            let _ = (
                school.school_day_on_or_before(date),
                school.school_day_on_or_after(date),
            );
            let _ = school.school_days_between(date, day("2026-11-26"));
        }
        assert_eq!(school.add_school_days(day("2026-11-26"), i32::MAX), None);
        assert_eq!(school.add_school_days(day("2026-11-26"), i32::MIN), None);
    }
    let whole = Term {
        name: String::new(),
        first: NaiveDate::MIN,
        last: NaiveDate::MAX,
    };
    let school = SchoolCalendar::new(&[whole], &[]);
    assert!(school.is_open(day("2026-12-23")));
}

prop_compose! {
    fn any_day()(days in 0..1500_u64) -> NaiveDate {
        day("2024-06-01").checked_add_days(Days::new(days)).expect("a real date")
    }
}

static SCHOOL: LazyLock<SchoolCalendar> = LazyLock::new(school);

proptest! {
    #[test]
    fn adding_school_days_is_taken_back(date in any_day(), days in -300..300_i32) {
        let start = SCHOOL.school_day_on_or_after(date);
        let there = SCHOOL.add_school_days(start, days).expect("within the known time");
        prop_assert!(SCHOOL.is_open(there));
        prop_assert_eq!(SCHOOL.school_days_between(start, there), days);
        prop_assert_eq!(SCHOOL.add_school_days(there, -days), Some(start));
    }

    #[test]
    fn a_date_is_in_a_term_or_a_break_or_unknown(date in any_day()) {
        let places = [SCHOOL.term_of(date).is_some(), SCHOOL.break_on(date).is_some(), !SCHOOL.knows(date)];
        prop_assert_eq!(places.iter().filter(|place| **place).count(), 1);
    }
}
