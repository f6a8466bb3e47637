use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};

fn support(from: &str) -> NewStatus {
    NewStatus {
        status: Status::K,
        watching: false,
        from: Some(date(from)),
        reason: "language screen".to_owned(),
        parent_told: false,
        parent_told_on: None,
    }
}

fn watched(from: &str) -> NewStatus {
    NewStatus {
        status: Status::N,
        watching: true,
        ..support(from)
    }
}

fn at_support() -> TestDesk {
    let mut desk = TestDesk::new();
    desk.save(change(&desk.desk(), AISHA, &watched("2024-11-25")).expect("watched"));
    desk.save(change(&desk.desk(), AISHA, &support("2025-01-09")).expect("support"));
    desk
}

/// Code, first and last day of each period, in order of beginning.
fn periods(desk: &TestDesk) -> Vec<(String, String, String)> {
    let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    let mut periods: Vec<_> = desk.caseload.status_periods.of(AISHA).collect();
    periods.sort_by_key(|period| period.from);
    periods
        .iter()
        .map(|period| (period.label().to_owned(), day(period.from), day(period.to)))
        .collect()
}

fn row(label: &str, from: &str, to: &str) -> (String, String, String) {
    (label.to_owned(), from.to_owned(), to.to_owned())
}

#[test]
fn a_new_status_ends_the_one_before_on_the_day_before() {
    assert_eq!(
        periods(&at_support()),
        [
            row("watching", "2024-11-25", "2025-01-08"),
            row("SEN support", "2025-01-09", ""),
        ]
    );
}

#[test]
fn a_day_that_does_not_fit_is_refused_with_its_field() {
    let desk = at_support();
    let refused = |new: &NewStatus| change(&desk.desk(), AISHA, new).unwrap_err();
    let plan = |from: Option<&str>| NewStatus {
        status: Status::E,
        from: from.map(date),
        ..support("2025-01-09")
    };
    for from in [
        None,
        Some("2025-01-09"),
        Some("2024-12-01"),
        Some("2026-11-24"),
    ] {
        assert_eq!(
            refused(&plan(from)).field.as_deref(),
            Some("from"),
            "{from:?}"
        );
    }
    assert!(change(&desk.desk(), AISHA, &plan(Some("2025-01-10"))).is_ok());
    let again = refused(&support("2026-01-09"));
    assert_eq!(again.field.as_deref(), Some("status"));
    assert!(again.words.contains("since 9 Jan 2025"), "{}", again.words);
}

#[test]
fn told_on_a_day_is_told() {
    let mut desk = TestDesk::new();
    let new = NewStatus {
        parent_told_on: Some(date("2025-01-14")),
        ..support("2025-01-09")
    };
    desk.save(change(&desk.desk(), AISHA, &new).expect("support"));
    assert!(
        desk.caseload
            .status_now(AISHA)
            .expect("support")
            .parent_told
    );
}

#[test]
fn leaving_the_register_is_for_pupils_on_it() {
    let mut desk = at_support();
    let edit = leave_register(&desk.desk(), AISHA, &watched("2026-07-20")).expect("off");
    assert_eq!(edit.label, "Aisha Khan is off the register, and watched");
    desk.save(edit);
    assert_eq!(
        periods(&desk).last(),
        Some(&row("watching", "2026-07-20", ""))
    );
    assert!(leave_register(&desk.desk(), AISHA, &watched("2026-09-01")).is_err());
}

#[test]
fn taking_the_newest_status_away_brings_the_one_before_back() {
    let mut desk = at_support();
    let newest = desk.caseload.status_now(AISHA).expect("support").id;
    desk.save(remove(&desk.desk(), newest).expect("removed"));
    assert_eq!(periods(&desk), [row("watching", "2024-11-25", "")]);
    assert!(remove(&desk.desk(), newest).is_err());
}

#[test]
fn a_period_put_right_keeps_its_days_in_order() {
    let desk = at_support();
    let period = desk.caseload.status_now(AISHA).expect("support").clone();
    let backwards = StatusPeriod {
        to: Some(date("2025-01-01")),
        ..period.clone()
    };
    let refusal = correct(&desk.desk(), backwards).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("to"));
    assert!(
        correct(&desk.desk(), period.clone())
            .expect("same")
            .is_empty()
    );
    let plan = StatusPeriod {
        status: Status::E,
        watching: true,
        ..period
    };
    let edit = correct(&desk.desk(), plan).expect("put right");
    let mut desk = desk;
    desk.save(edit);
    assert!(!desk.caseload.status_now(AISHA).expect("a plan").watching);
}

#[test]
fn r3_support_without_the_parent_told_is_doubted_with_the_law() {
    let desk = at_support();
    let period = desk.caseload.status_now(AISHA).expect("support");
    let doubts = |period: &StatusPeriod| {
        let status = NewStatus::of(period);
        crate::domain::status::doubts(&desk.desk(), &status)
    };
    assert!(doubts(period)[0].basis.contains("s.68"));
    let told = StatusPeriod {
        parent_told_on: Some(date("2025-01-14")),
        ..period.clone()
    };
    assert!(doubts(&told).is_empty());
}
