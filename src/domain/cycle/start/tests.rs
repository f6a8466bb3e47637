use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{
    CycleId, Decision, Judged, Judgement, Reading, Review, ReviewId, ReviewKind, Strategy,
    StrategyId, Target, TargetId, TargetNow,
};

fn start_here(desk: &TestDesk, standing: Option<&Standing>) -> Result<Edit, Refusal> {
    start(&desk.desk(), desk.aisha(), standing)
}

/// Aisha, with cycle 3 reviewed on 20 November: target 1 has some progress, target 2 is met.
fn reviewed(decision: Decision) -> TestDesk {
    let cycle = Cycle {
        reviewed_on: Some(date("2026-11-20")),
        ..Cycle::new(CycleId::new(31), AISHA, 3, date("2026-09-09"))
    };
    let target = |id, place, short: &str| Target {
        short: short.into(),
        start: Some(3.0),
        start_on: Some(date("2026-09-16")),
        aim: Some(8.0),
        by: Some(date("2026-11-26")),
        ..Target::new(TargetId::new(id), &cycle, place)
    };
    let judged = |id, judged| Judgement {
        target: TargetId::new(id),
        judged,
        evidence: String::new(),
    };
    let review = Review {
        cycle: Some(cycle.id),
        held_on: Some(date("2026-11-20")),
        judgements: vec![judged(41, Judged::Some), judged(42, Judged::Met)],
        family_words: "She asks at home now.".into(),
        pupil_words: "I like the cards.".into(),
        decision: Some(decision),
        ..Review::booked(
            ReviewId::new(51),
            AISHA,
            ReviewKind::Support,
            date("2026-11-20"),
        )
    };
    let strategy = |id, target| Strategy {
        id: StrategyId::new(id),
        pupil: AISHA,
        cycle: cycle.id,
        target,
        words: "model, then wait 10 seconds".into(),
        who: String::new(),
        waivers: Vec::new(),
    };
    let edit = Edit::new("")
        .put_all([
            target(41, 1, "asks for help"),
            target(42, 2, "reads 100 words"),
        ])
        .put_all([
            strategy(61, Some(TargetId::new(41))),
            strategy(62, Some(TargetId::new(42))),
            strategy(63, None),
        ])
        .put(review)
        .put(cycle);
    TestDesk::new().with(edit)
}

/// Where Aisha stands, with a measure of target 1.
fn standing(desk: &TestDesk) -> Standing {
    let mut standing = Standing::of(
        &desk.desk(),
        desk.aisha(),
        &Default::default(),
        &Default::default(),
    );
    let target = desk
        .caseload
        .targets
        .get(TargetId::new(41))
        .expect("a target");
    let mut now = TargetNow::of(
        target,
        &desk.caseload,
        &Default::default(),
        date("2026-11-23"),
    );
    now.now = Some(Reading {
        on: date("2026-11-12"),
        value: 5.0,
    });
    standing.targets = vec![now];
    standing
}

#[test]
fn the_first_cycle_is_number_1_and_begins_today() {
    let mut desk = TestDesk::new();
    let edit = start_here(&desk, None).expect("an edit");
    assert_eq!(edit.label, "Cycle 1 begun for Aisha Khan");
    desk.save(edit);
    let cycle = desk.caseload.cycle_now(AISHA).expect("a cycle");
    assert_eq!((cycle.number, cycle.began_on), (1, date("2026-11-23")));
}

#[test]
fn an_open_cycle_is_reviewed_first() {
    let mut desk = TestDesk::new();
    let edit = start_here(&desk, None).expect("an edit");
    desk.save(edit);
    let refusal = start_here(&desk, None).expect_err("a refusal");
    assert_eq!(
        refusal.words,
        "Cycle 1 of Aisha is still open. Hold its review first: r."
    );
}

#[test]
fn a_pupil_who_left_has_no_new_cycle() {
    let mut desk = TestDesk::new();
    let gone = Pupil {
        left_on: Some(date("2026-10-23")),
        ..desk.aisha().clone()
    };
    desk.save(Edit::new("").put(gone));
    assert!(start_here(&desk, None).is_err());
}

#[test]
fn what_was_not_met_is_carried_on_with_its_history() {
    let mut desk = reviewed(Decision::CarryOn);
    let standing = standing(&desk);
    let edit = start_here(&desk, Some(&standing)).expect("an edit");
    assert_eq!(
        edit.label,
        "Cycle 4 begun for Aisha Khan, with 1 target carried on"
    );
    desk.save(edit);
    let cycle = desk.caseload.cycle_now(AISHA).expect("a cycle");
    assert_eq!(cycle.number, 4);
    assert_eq!(cycle.family_view, "She asks at home now.");
    let targets = desk.caseload.targets_of(cycle);
    let [carried] = targets.as_slice() else {
        panic!("{targets:?}");
    };
    assert_eq!(carried.carried_from, Some(TargetId::new(41)));
    assert_eq!(
        (carried.start, carried.start_on),
        (Some(5.0), Some(date("2026-11-12")))
    );
    assert_eq!(
        (carried.aim, carried.by),
        (Some(8.0), Some(date("2026-11-26")))
    );
}

#[test]
fn after_a_decision_to_leave_nothing_is_carried_on() {
    let mut desk = reviewed(Decision::Leave);
    let edit = start_here(&desk, None).expect("an edit");
    desk.save(edit);
    let cycle = desk.caseload.cycle_now(AISHA).expect("a cycle");
    assert!(desk.caseload.targets_of(cycle).is_empty());
}
