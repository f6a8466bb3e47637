//! What the law's dates are for pupils with an EHC assessment or plan.

use std::collections::BTreeSet;

use super::*;
use crate::domain::deadline::PlanClock;
use crate::domain::{EhcEvent, EhcStep};

fn event(id: i64, step: EhcStep, on: NaiveDate) -> Record {
    Record::from(EhcEvent {
        id: Id::new(id),
        pupil: AISHA,
        step,
        on,
        note: String::new(),
    })
}

fn of_plan(id: i64, kind: ReviewKind, on: NaiveDate) -> Review {
    Review::booked(Id::new(id), AISHA, kind, on)
}

/// A pupil with an EHC plan who stays at the school.
fn in_year_4() -> [Record; 2] {
    let pupil = Pupil {
        year: Some(NcYear::Y4),
        ..aisha()
    };
    [pupil.into(), period(Status::E).into()]
}

#[test]
fn r5_the_twelve_months_run_from_the_last_review() {
    let made = event(70, EhcStep::Made, day(2025, 1, 1));
    let standing = standing_of(in_year_4().into_iter().chain([made.clone()]));
    assert_eq!(
        dues(&standing),
        [
            ("annual_review_meeting", Some(day(2025, 12, 3)), "school"),
            ("annual_review", Some(day(2025, 12, 31)), "LA"),
        ]
    );
    let held = Review {
        held_on: Some(day(2025, 12, 15)),
        report_sent_on: Some(day(2025, 12, 20)),
        ..of_plan(71, ReviewKind::Annual, day(2025, 12, 15))
    };
    let decided = event(72, EhcStep::LaDecided, day(2026, 1, 10));
    let records = in_year_4().into_iter().chain([made, held.into(), decided]);
    let caseload = caseload(records);
    assert_eq!(
        due::clock(&caseload, AISHA),
        Some(PlanClock::Reviewed(day(2025, 12, 15)))
    );
    let standing = now_of(&caseload, &Figures::default(), today());
    assert_eq!(
        dues(&standing),
        [
            ("annual_review_meeting", Some(day(2026, 11, 16)), "school"),
            ("annual_review", Some(day(2026, 12, 14)), "LA"),
        ]
    );
}

#[test]
fn r6_papers_before_the_meeting_report_and_decision_after_it() {
    let made = event(70, EhcStep::Made, day(2026, 1, 12));
    let booked = of_plan(71, ReviewKind::Annual, day(2026, 12, 14));
    let standing = standing_of(
        in_year_4()
            .into_iter()
            .chain([made.clone(), booked.clone().into()]),
    );
    // Reports should have been asked for on 16 November: nothing on record could show that they were.
    assert_eq!(
        dues(&standing),
        [
            ("papers_out", Some(day(2026, 11, 30)), "school"),
            ("annual_review_booked", Some(day(2026, 12, 14)), "you"),
            ("annual_review", Some(day(2027, 1, 11)), "LA"),
        ]
    );
    assert_eq!(standing.next.unwrap().what, "papers out");

    let held = Review {
        held_on: Some(day(2026, 11, 9)),
        ..booked
    };
    let records: Vec<Record> = in_year_4().into_iter().chain([made, held.into()]).collect();
    let standing = standing_of(records.clone());
    assert_eq!(
        dues(&standing)[..3],
        [
            ("report", Some(day(2026, 11, 23)), "school"),
            ("la_decision", Some(day(2026, 12, 7)), "LA"),
            ("final_plan", Some(day(2027, 2, 1)), "LA"),
        ]
    );
    let notice = event(73, EhcStep::AmendmentNotice, day(2026, 11, 20));
    let standing = standing_of(records.into_iter().chain([notice]));
    assert_eq!(
        dues(&standing)[..3],
        [
            ("report", Some(day(2026, 11, 23)), "school"),
            ("family_answer", Some(day(2026, 12, 4)), "other"),
            ("final_plan", Some(day(2027, 1, 15)), "LA"),
        ]
    );
}

#[test]
fn r7_a_transfer_meeting_after_the_last_safe_day_needs_doing_now() {
    let start = [
        period(Status::E).into(),
        event(70, EhcStep::Made, day(2026, 3, 2)),
    ];
    let codes = |standing: &Standing| -> BTreeSet<&str> {
        standing.dues.iter().map(|due| due.kind.code()).collect()
    };
    let unbooked = standing_of(start.clone());
    assert_eq!(
        codes(&unbooked),
        BTreeSet::from(["transfer_comes_first", "annual_review", "transfer_final"])
    );
    let booked = Review {
        papers_out_on: Some(day(2026, 11, 13)),
        ..of_plan(71, ReviewKind::Transfer, day(2026, 11, 30))
    };
    let standing = standing_of(start.clone().into_iter().chain([booked.clone().into()]));
    let warning = standing
        .dues
        .iter()
        .find(|due| due.kind.is_urgent())
        .unwrap();
    assert_eq!(
        (warning.on, warning.who.as_str()),
        (Some(day(2027, 2, 14)), "LA")
    );
    let next = standing.next.unwrap();
    assert!(next.urgent);
    assert_eq!(
        (next.on, next.what.as_str()),
        (day(2026, 11, 30), "transfer")
    );

    let held = Review {
        held_on: Some(day(2026, 11, 20)),
        report_sent_on: Some(day(2026, 11, 20)),
        ..booked
    };
    let standing = standing_of(start.clone().into_iter().chain([held.clone().into()]));
    assert!(codes(&standing).contains("transfer_final"));
    assert!(!codes(&standing).contains("transfer_meeting"));
    let done = event(74, EhcStep::Final, day(2026, 11, 22));
    let standing = standing_of(start.into_iter().chain([held.into(), done]));
    assert!(!codes(&standing).contains("transfer_final"));
}

#[test]
fn r4_and_r20_an_assessment_runs_until_each_step_is_on_record() {
    let requested = event(70, EhcStep::Requested, day(2026, 11, 2));
    let asked = event(71, EhcStep::AdviceAsked, day(2026, 11, 16));
    let standing = standing_of([requested.clone(), asked.clone()]);
    assert_eq!(
        dues(&standing),
        [
            ("assessment_decision", Some(day(2026, 12, 14)), "LA"),
            ("school_advice", Some(day(2026, 12, 28)), "school"),
            ("assessment_no_plan", Some(day(2027, 2, 22)), "LA"),
            ("assessment_final", Some(day(2027, 3, 22)), "LA"),
        ]
    );
    let decided = event(72, EhcStep::DecidedToAssess, day(2026, 11, 20));
    let sent = event(73, EhcStep::AdviceSent, day(2026, 11, 20));
    let standing = standing_of([requested.clone(), asked, decided, sent]);
    assert_eq!(dues(&standing).len(), 2);
    let refused = event(74, EhcStep::Refused, day(2026, 11, 20));
    let standing = standing_of([requested, refused]);
    assert_eq!(
        dues(&standing),
        [("appeal", Some(day(2027, 1, 20)), "other")]
    );
}
