use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date, person};
use crate::domain::{CycleId, PersonKind, Tie, TieId};

fn booking(on: &str) -> Booking {
    Booking {
        kind: ReviewKind::Support,
        on: date(on),
        at: None,
        room: "library".into(),
        invited: vec!["mrs khan".into(), "EP".into()],
        papers_out_on: None,
    }
}

fn with_family() -> TestDesk {
    let mother = person(50, "Mrs Khan", PersonKind::Family);
    let tie = Tie {
        relation: "mother".into(),
        responsibility: Some(true),
        care: true,
        ..Tie::new(TieId::new(51), AISHA, mother.id)
    };
    TestDesk::new().with(Edit::new("").put(mother).put(tie).put(Cycle::new(
        CycleId::new(30),
        AISHA,
        1,
        date("2026-09-09"),
    )))
}

#[test]
fn a_booking_dates_the_cycle_it_judges_and_matches_who_is_asked() {
    let mut desk = with_family();
    let edit = book(&desk.desk(), desk.aisha(), &booking("2026-11-26")).unwrap();
    assert_eq!(edit.label, "Review booked for Aisha Khan");
    desk.save(edit);
    let review = desk.caseload.reviews.of(AISHA).next().unwrap();
    assert_eq!(review.cycle, Some(CycleId::new(30)));
    let asked: Vec<_> = review
        .invited
        .iter()
        .map(|invitee| (invitee.name.as_str(), invitee.person.is_some()))
        .collect();
    assert_eq!(asked, [("Mrs Khan", true), ("EP", false)]);
    let cycle = desk.caseload.cycle_now(AISHA).unwrap();
    assert_eq!(cycle.review_on, Some(date("2026-11-26")));
}

#[test]
fn a_second_booking_of_the_same_kind_is_refused_and_moving_the_first_is_not() {
    let mut desk = with_family();
    let edit = book(&desk.desk(), desk.aisha(), &booking("2026-11-26")).unwrap();
    desk.save(edit);
    let refused = book(&desk.desk(), desk.aisha(), &booking("2026-12-03")).unwrap_err();
    assert!(refused.words.contains("Thu 26 November 2026"), "{refused}");
    let review = desk.caseload.reviews.of(AISHA).next().unwrap().clone();
    let edit = rebook(&desk.desk(), &review, &booking("2026-12-03")).unwrap();
    assert_eq!(edit.label, "Review of Aisha Khan moved to Thu 3 Dec");
    desk.save(edit);
    let cycle = desk.caseload.cycle_now(AISHA).unwrap();
    assert_eq!(cycle.review_on, Some(date("2026-12-03")));
    let review = desk.caseload.reviews.of(AISHA).next().unwrap().clone();
    let same = rebook(&desk.desk(), &review, &booking("2026-12-03")).unwrap();
    assert!(same.is_empty());
}

#[test]
fn a_booking_is_taken_away_and_a_review_that_was_held_is_not() {
    let mut desk = with_family();
    let edit = book(&desk.desk(), desk.aisha(), &booking("2026-11-26")).unwrap();
    desk.save(edit);
    let review = desk.caseload.reviews.of(AISHA).next().unwrap().clone();
    let held = Review {
        held_on: Some(date("2026-11-20")),
        ..review.clone()
    };
    assert!(cancel(&desk.desk(), &held).is_err());
    let edit = cancel(&desk.desk(), &review).unwrap();
    desk.save(edit);
    assert!(desk.caseload.reviews.is_empty());
}

#[test]
fn a_day_that_does_not_fit_is_doubted_and_never_refused() {
    let desk = with_family();
    let doubts = |on| {
        let doubts = booking(on).doubts(&desk.desk(), AISHA);
        doubts
            .into_iter()
            .map(|doubt| doubt.words)
            .collect::<Vec<_>>()
    };
    assert_eq!(doubts("2026-11-26"), [""; 0]);
    assert_eq!(
        doubts("2026-11-28"),
        ["the school is closed that day: Saturday"]
    );
    assert_eq!(doubts("2026-11-20"), ["that day is gone by"]);
    let nobody = Booking {
        invited: vec![],
        ..booking("2026-11-26")
    };
    let doubts = nobody.doubts(&desk.desk(), AISHA);
    assert_eq!(doubts[0].words, "not asked: Mrs Khan");
}

#[test]
fn the_family_is_asked_and_who_gets_no_papers_is_not() {
    let desk = with_family();
    let on = date("2026-11-26");
    assert_eq!(whom_to_invite(&desk.caseload, AISHA, on), ["Mrs Khan"]);
    let tie = desk.caseload.ties.of(AISHA).next().unwrap().clone();
    let desk = desk.with(Edit::new("").put(Tie {
        papers: Papers::No,
        ..tie
    }));
    assert!(whom_to_invite(&desk.caseload, AISHA, on).is_empty());
}
