use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{CycleId, Edit, Review, ReviewId, ReviewKind, StatusPeriod, StatusPeriodId};

fn cycle() -> Cycle {
    Cycle::new(CycleId::new(31), AISHA, 1, date("2026-11-23"))
}

fn words(desk: &TestDesk, cycle: &Cycle, stage: Stage) -> Vec<&'static str> {
    let gaps = Gap::of(&desk.caseload, cycle, None, stage);
    gaps.into_iter().map(|gap| gap.words).collect()
}

#[test]
fn assess_asks_for_what_the_code_lists_and_not_for_advice() {
    let desk = TestDesk::new();
    let partly = Cycle {
        teacher_view: "quiet in class".into(),
        progress: "two terms behind".into(),
        ..cycle()
    };
    assert_eq!(
        words(&desk, &partly, Stage::Assess),
        [
            "what gets in the way",
            "the family's view",
            "the pupil's own view"
        ]
    );
}

#[test]
fn a_light_plan_needs_no_target() {
    let desk = TestDesk::new();
    let whole = words(&desk, &cycle(), Stage::Plan);
    assert!(whole.contains(&"a target") && whole.contains(&"a review date"));
    let light = Cycle {
        light: true,
        ..cycle()
    };
    let light = words(&desk, &light, Stage::Plan);
    assert!(!light.contains(&"a target") && light.contains(&"what adults do"));
}

#[test]
fn r3_the_parent_is_told_of_sen_support() {
    let period = StatusPeriod {
        id: StatusPeriodId::new(21),
        pupil: AISHA,
        status: Status::K,
        watching: false,
        from: Some(date("2026-09-09")),
        to: None,
        reason: String::new(),
        parent_told: false,
        parent_told_on: None,
        watched: Vec::new(),
    };
    let mut desk = TestDesk::new().with(Edit::new("").put(period.clone()));
    let of = |desk: &TestDesk| {
        let gaps = Gap::of(&desk.caseload, &cycle(), None, Stage::Plan);
        gaps.into_iter().find(|gap| gap.words.contains("told"))
    };
    assert!(of(&desk).is_some_and(|gap| gap.basis.contains("by law")));
    desk.save(Edit::new("").put(StatusPeriod {
        parent_told: true,
        ..period
    }));
    assert_eq!(of(&desk), None);
}

#[test]
fn review_asks_for_a_booking_and_then_for_words_and_decision() {
    let mut desk = TestDesk::new();
    assert_eq!(words(&desk, &cycle(), Stage::Review), ["a booked review"]);
    let booked = Review {
        cycle: Some(cycle().id),
        ..Review::booked(
            ReviewId::new(51),
            AISHA,
            ReviewKind::Support,
            date("2026-11-26"),
        )
    };
    desk.save(Edit::new("").put(booked.clone()));
    assert!(words(&desk, &cycle(), Stage::Review).is_empty());
    desk.save(Edit::new("").put(Review {
        held_on: Some(date("2026-11-20")),
        family_words: "She asks at home now.".into(),
        ..booked
    }));
    assert_eq!(
        words(&desk, &cycle(), Stage::Review),
        ["the pupil's words", "the decision"]
    );
}
