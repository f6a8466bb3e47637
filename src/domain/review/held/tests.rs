use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{
    Came, CycleId, InterventionId, Judged, PlaceId, ReviewId, ReviewKind, StatusPeriod,
    StatusPeriodId, Target, TargetId,
};

const CYCLE: CycleId = CycleId::new(30);
const REVIEW: ReviewId = ReviewId::new(80);

fn target(id: i64) -> Target {
    Target {
        id: TargetId::new(id),
        pupil: AISHA,
        cycle: CYCLE,
        outcome: None,
        place: 1,
        short: String::new(),
        statement: String::new(),
        unit: String::new(),
        start: Some(3.0),
        start_on: None,
        aim: Some(8.0),
        by: None,
        home: String::new(),
        carried_from: None,
        waivers: vec![],
    }
}

fn place(id: i64, intervention: i64) -> Place {
    Place {
        id: PlaceId::new(id),
        pupil: AISHA,
        intervention: InterventionId::new(intervention),
        from: None,
        to: None,
        target: Some(TargetId::new(42)),
    }
}

/// An open cycle with two targets, two interventions, and its review booked for today.
fn booked() -> TestDesk {
    let review = Review {
        cycle: Some(CYCLE),
        room: "library".into(),
        ..Review::booked(REVIEW, AISHA, ReviewKind::Support, date("2026-11-23"))
    };
    TestDesk::new().with(
        Edit::new("")
            .put(Cycle::new(CYCLE, AISHA, 2, date("2026-09-09")))
            .put_all([target(41), target(42)])
            .put_all([place(71, 61), place(72, 62)])
            .put(review),
    )
}

fn review(desk: &TestDesk) -> Review {
    desk.caseload.reviews.get(REVIEW).expect("booked").clone()
}

fn held() -> Held {
    Held {
        on: date("2026-11-23"),
        came: vec![Invitee {
            name: "Mrs Khan".into(),
            person: None,
            came: Some(Came::Came),
        }],
        pupil_words: "I like it quiet.".into(),
        family_words: String::new(),
        judgements: vec![Judgement {
            target: TargetId::new(41),
            judged: Judged::Met,
            evidence: "tally".into(),
        }],
        verdicts: vec![Verdict {
            intervention: InterventionId::new(62),
            keep: KeepIt::Stop,
            why: String::new(),
        }],
        decision: Some(Decision::CarryOn),
        reason: String::new(),
        agreement: Some(Agreement::Agrees),
        report_sent_on: None,
        actions: vec![
            Agreed {
                what: "ring the clinic".into(),
                ..Agreed::default()
            },
            Agreed::default(),
        ],
    }
}

#[test]
fn one_edit_holds_the_review_closes_its_cycle_and_opens_the_next() {
    let mut desk = booked();
    let follows = Follows {
        next_on: Some(date("2027-03-11")),
        opens_cycle: true,
    };
    let edit = hold(&desk.desk(), &review(&desk), &held(), follows, &[]).unwrap();
    assert_eq!(edit.label, "Review of Aisha Khan held, cycle 3 opened");
    desk.save(edit);
    let caseload = &desk.caseload;
    assert_eq!(review(&desk).held_on, Some(date("2026-11-23")));
    let closed = caseload.cycles.get(CYCLE).unwrap();
    assert_eq!(closed.reviewed_on, Some(date("2026-11-23")));
    let next = caseload.cycle_now(AISHA).unwrap();
    assert_eq!((next.number, next.review_on), (3, Some(date("2027-03-11"))));
    let carried = caseload.targets_of(next);
    assert_eq!(carried.len(), 1);
    assert_eq!(carried[0].carried_from, Some(TargetId::new(42)));
    assert_eq!(carried[0].by, Some(date("2027-03-11")));
    let actions: Vec<_> = caseload.actions.of(AISHA).collect();
    assert_eq!(actions.len(), 1, "an empty row is no action");
    assert_eq!(actions[0].review, Some(REVIEW));
    let kept = caseload.places.get(PlaceId::new(71)).unwrap();
    assert_eq!((kept.to, kept.target), (None, Some(carried[0].id)));
    let stopped = caseload.places.get(PlaceId::new(72)).unwrap();
    assert_eq!(stopped.to, Some(date("2026-11-23")));
    assert_eq!(stopped.target, Some(TargetId::new(42)));
    let after = caseload.reviews.of(AISHA).find(|one| one.id != REVIEW);
    let after = after.expect("the next one is booked");
    assert_eq!((after.cycle, after.held_on), (Some(next.id), None));
    assert_eq!(
        (after.room.as_str(), after.invited[0].came),
        ("library", None)
    );
}

#[test]
fn a_review_that_follows_nothing_up_leaves_no_cycle_open() {
    let mut desk = booked();
    let edit = hold(
        &desk.desk(),
        &review(&desk),
        &held(),
        Follows::default(),
        &[],
    );
    desk.save(edit.unwrap());
    assert!(desk.caseload.cycle_now(AISHA).unwrap().is_closed());
    assert_eq!(desk.caseload.reviews.len(), 1);
}

#[test]
fn an_early_review_leaves_the_cycle_as_it_is() {
    let mut desk = booked();
    let early = Review {
        cycle: None,
        kind: ReviewKind::Interim,
        ..review(&desk)
    };
    desk.save(Edit::new("").put(early.clone()));
    assert!(!may_open_cycle(&desk.desk(), &early));
    let follows = Follows {
        next_on: None,
        opens_cycle: true,
    };
    let edit = hold(&desk.desk(), &early, &held(), follows, &[]).unwrap();
    desk.save(edit);
    assert_eq!(desk.caseload.cycles.len(), 1);
    assert!(!desk.caseload.cycle_now(AISHA).unwrap().is_closed());
}

#[test]
fn a_review_is_not_held_before_its_day_nor_twice() {
    let mut desk = booked();
    let ahead = Held {
        on: date("2026-11-26"),
        ..held()
    };
    let refused = hold(
        &desk.desk(),
        &review(&desk),
        &ahead,
        Follows::default(),
        &[],
    );
    assert_eq!(refused.unwrap_err().field.as_deref(), Some("held_on"));
    let edit = hold(
        &desk.desk(),
        &review(&desk),
        &held(),
        Follows::default(),
        &[],
    );
    desk.save(edit.unwrap());
    let again = hold(
        &desk.desk(),
        &review(&desk),
        &held(),
        Follows::default(),
        &[],
    );
    assert!(again.unwrap_err().words.contains("already"));
}

#[test]
fn putting_a_review_right_moves_the_day_its_cycle_closed() {
    let mut desk = booked();
    let edit = hold(
        &desk.desk(),
        &review(&desk),
        &held(),
        Follows::default(),
        &[],
    );
    desk.save(edit.unwrap());
    let corrected = Held {
        on: date("2026-11-20"),
        reason: "nearly there".into(),
        actions: vec![],
        ..held()
    };
    let edit = correct(&desk.desk(), &review(&desk), &corrected).unwrap();
    desk.save(edit);
    assert_eq!(review(&desk).reason, "nearly there");
    let cycle = desk.caseload.cycles.get(CYCLE).unwrap();
    assert_eq!(cycle.reviewed_on, Some(date("2026-11-20")));
    assert_eq!(desk.caseload.actions.len(), 1);
    let same = correct(&desk.desk(), &review(&desk), &corrected).unwrap();
    assert!(same.is_empty());
}

#[test]
fn a_decision_to_leave_ends_sen_support_and_carries_nothing_on() {
    let mut desk = booked().with(Edit::new("").put(StatusPeriod {
        id: StatusPeriodId::new(20),
        pupil: AISHA,
        status: Status::K,
        watching: false,
        from: Some(date("2025-01-09")),
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: None,
        watched: Vec::new(),
    }));
    let leave = Held {
        decision: Some(Decision::Leave),
        reason: "support is no longer additional".into(),
        ..held()
    };
    assert!(leaves(&desk.desk(), &review(&desk), leave.decision));
    let edit = hold(
        &desk.desk(),
        &review(&desk),
        &leave,
        Follows::default(),
        &[],
    );
    let edit = edit.unwrap();
    assert!(
        edit.label.ends_with("off the register and watched"),
        "{}",
        edit.label
    );
    desk.save(edit);
    let now = desk.caseload.status_now(AISHA).unwrap();
    assert_eq!((now.status, now.watching), (Status::N, true));
    assert_eq!(now.from, Some(date("2026-11-23")));
    assert_eq!(now.reason, "support is no longer additional");
    // Nobody of the family is known to have been there.
    assert!(!now.parent_told);
}
