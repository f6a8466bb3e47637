use std::collections::BTreeMap;

use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Cycle, Edit, EhcEvent, Id, PupilId, Review, ReviewKind, StatusPeriod};

/// A desk on which Aisha has this status, of which nothing else is known.
fn desk(status: Status, watching: bool) -> TestDesk {
    TestDesk::new().with(Edit::new("").put(StatusPeriod {
        id: Id::new(200),
        pupil: AISHA,
        status,
        watching,
        from: None,
        to: None,
        reason: String::new(),
        parent_told: false,
        parent_told_on: None,
        watched: Vec::new(),
    }))
}

fn stand(test: &TestDesk) -> Vec<KeyDay> {
    let all = KeyDate::VARIANTS.iter();
    all.map(|date| date.of(&test.caseload, test.aisha()))
        .collect()
}

fn typed(dates: &[(KeyDate, &str)]) -> BTreeMap<(PupilId, KeyDate), Option<NaiveDate>> {
    let one = |(key, day): &(KeyDate, &str)| ((AISHA, *key), (!day.is_empty()).then(|| date(day)));
    dates.iter().map(one).collect()
}

fn write_all(test: &mut TestDesk, dates: &[(KeyDate, &str)]) {
    let edit = write(&test.desk(), &typed(dates)).expect("written");
    test.save(edit);
}

fn refused(test: &TestDesk, key: KeyDate, day: &str) -> String {
    let refused = write(&test.desk(), &typed(&[(key, day)])).expect_err("refused");
    assert_eq!((refused.pupil, refused.date), (AISHA, key));
    refused.refusal.words
}

#[test]
fn what_rules_need_is_missing_and_what_means_nothing_is_not_hers() {
    use KeyDay::{Missing, NotHers, Open};
    assert_eq!(
        stand(&desk(Status::K, false)),
        [
            Missing, Missing, Missing, Missing, NotHers, NotHers, NotHers
        ]
    );
    assert_eq!(
        stand(&desk(Status::E, false)),
        [Missing, NotHers, Open, Open, Missing, Open, Open]
    );
    assert_eq!(
        stand(&desk(Status::N, true)),
        [Open, NotHers, NotHers, NotHers, NotHers, NotHers, NotHers]
    );
    assert_eq!(stand(&desk(Status::N, false)), [NotHers; 7]);
    assert_eq!(stand(&TestDesk::new()), [NotHers; 7]);
}

#[test]
fn all_dates_of_support_are_written_as_one_edit_and_stand_so() {
    let mut test = desk(Status::K, false);
    let all = [
        (KeyDate::Since, "2025-01-09"),
        (KeyDate::ParentTold, "2025-01-10"),
        (KeyDate::PlanBegan, "2026-09-16"),
        (KeyDate::NextReview, "2026-12-10"),
    ];
    write_all(&mut test, &all);
    let on: Vec<KeyDay> = all.iter().map(|(_, day)| KeyDay::On(date(day))).collect();
    assert_eq!(stand(&test)[..4], on);
    let cycle = test.caseload.cycle_now(AISHA).expect("her first");
    assert_eq!(
        (cycle.number, cycle.stage(date("2026-11-23"))),
        (1, crate::domain::Stage::Do)
    );
    assert_eq!(test.caseload.reviews.len(), 0, "the date is the cycle's");
    assert!(
        write(&test.desk(), &typed(&all)).expect("again").is_empty(),
        "what stands so is not written again"
    );
    write_all(&mut test, &all.map(|(key, _)| (key, "")));
    assert_eq!(KeyDate::missing_of(&test.caseload, test.aisha()), 2);
}

#[test]
fn a_review_is_booked_where_no_cycle_is_open_and_a_booked_one_moves() {
    let mut test = desk(Status::K, false);
    write_all(&mut test, &[(KeyDate::NextReview, "2026-12-10")]);
    write_all(&mut test, &[(KeyDate::NextReview, "2026-12-11")]);
    let booked: Vec<&Review> = test.caseload.reviews.of(AISHA).collect();
    let [booked] = booked.as_slice() else {
        panic!("{booked:?}");
    };
    assert_eq!(
        (booked.on, booked.kind),
        (date("2026-12-11"), ReviewKind::Support)
    );
    assert!(refused(&test, KeyDate::NextReview, "").contains("is booked"));
}

#[test]
fn a_later_step_of_a_plan_is_another_and_a_near_one_puts_it_right() {
    let mut test = desk(Status::E, false);
    write_all(
        &mut test,
        &[
            (KeyDate::PlanMade, "2024-02-22"),
            (KeyDate::LastMeeting, "2025-12-14"),
            (KeyDate::LaDecided, "2026-01-10"),
            (KeyDate::NextReview, "2026-12-14"),
        ],
    );
    write_all(&mut test, &[(KeyDate::PlanMade, "2024-05-22")]);
    write_all(&mut test, &[(KeyDate::LastMeeting, "2025-12-15")]);
    write_all(&mut test, &[(KeyDate::LastMeeting, "2026-11-16")]);
    let mut events: Vec<(EhcStep, String)> = test
        .caseload
        .ehc_events
        .of(AISHA)
        .map(|event: &EhcEvent| (event.step, event.on.to_string()))
        .collect();
    events.sort();
    let day = |step, day: &str| (step, day.to_owned());
    assert_eq!(
        events,
        [
            day(EhcStep::Made, "2024-05-22"),
            day(EhcStep::Reviewed, "2025-12-15"),
            day(EhcStep::Reviewed, "2026-11-16"),
            day(EhcStep::LaDecided, "2026-01-10"),
        ]
    );
    let booked = test.caseload.reviews.of(AISHA).next().expect("booked");
    assert_eq!(booked.kind, ReviewKind::Annual);
    write_all(&mut test, &[(KeyDate::LaDecided, "")]);
    assert_eq!(
        KeyDate::LaDecided.of(&test.caseload, test.aisha()),
        KeyDay::Open
    );
}

#[test]
fn what_is_not_hers_has_not_come_or_is_a_record_of_its_own_is_refused() {
    let test = desk(Status::K, false);
    assert!(refused(&test, KeyDate::PlanMade, "2024-02-22").contains("pupils with an EHC plan"));
    assert!(refused(&test, KeyDate::Since, "2026-11-24").contains("not come yet"));

    let closed = Cycle {
        reviewed_on: Some(date("2026-07-02")),
        ..Cycle::new(Id::new(300), AISHA, 1, date("2026-04-20"))
    };
    let test = desk(Status::K, false).with(Edit::new("").put(closed));
    assert!(refused(&test, KeyDate::PlanBegan, "2026-09-16").contains("The next one begins"));

    let held = Review {
        held_on: Some(date("2026-03-03")),
        ..Review::booked(Id::new(301), AISHA, ReviewKind::Annual, date("2026-03-03"))
    };
    let mut test = desk(Status::E, false).with(Edit::new("").put(held));
    assert!(refused(&test, KeyDate::LastMeeting, "2026-03-04").contains("Review page"));
    write_all(&mut test, &[(KeyDate::LastMeeting, "2026-11-04")]);
    assert_eq!(
        KeyDate::LastMeeting.of(&test.caseload, test.aisha()),
        KeyDay::On(date("2026-11-04"))
    );
}

#[test]
fn a_date_is_named_in_drafts_as_it_reads_back() {
    for date in KeyDate::VARIANTS {
        assert_eq!(KeyDate::named(&date.to_string()), Some(*date));
    }
}
