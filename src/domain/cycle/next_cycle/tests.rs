use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{
    CycleId, InterventionId, Judgement, PlaceId, Reading, ReviewId, ReviewKind, StrategyId,
    TargetStanding,
};

const LAST: CycleId = CycleId::new(30);

fn target(id: i64, place: u32) -> Target {
    Target {
        id: TargetId::new(id),
        pupil: AISHA,
        cycle: LAST,
        outcome: None,
        place,
        short: format!("target {id}"),
        statement: String::new(),
        unit: "words".into(),
        start: Some(3.0),
        start_on: Some(date("2026-09-16")),
        aim: Some(8.0),
        by: Some(date("2026-11-26")),
        home: String::new(),
        carried_from: None,
        waivers: vec![],
    }
}

fn strategy(id: i64, target: Option<i64>) -> Strategy {
    Strategy {
        id: StrategyId::new(id),
        pupil: AISHA,
        cycle: LAST,
        target: target.map(TargetId::new),
        words: "wait 10 s".into(),
        who: String::new(),
        waivers: Vec::new(),
    }
}

fn place(id: i64, target: i64) -> Place {
    Place {
        id: PlaceId::new(id),
        pupil: AISHA,
        intervention: InterventionId::new(60),
        from: None,
        to: None,
        target: Some(TargetId::new(target)),
    }
}

/// Target 41 was met; 42 was not, and is at 5.
fn reviewed() -> (TestDesk, Cycle, Review) {
    let last = Cycle::new(LAST, AISHA, 2, date("2026-09-09"));
    let desk = TestDesk::new().with(
        Edit::new("")
            .put(last.clone())
            .put_all([target(41, 1), target(42, 2)])
            .put_all([
                strategy(51, None),
                strategy(52, Some(41)),
                strategy(53, Some(42)),
            ])
            .put_all([place(71, 41), place(72, 42)]),
    );
    let on = date("2026-11-23");
    let mut review = Review::booked(ReviewId::new(80), AISHA, ReviewKind::Support, on);
    review.pupil_words = "It is too loud.".into();
    review.judgements = vec![Judgement {
        target: TargetId::new(41),
        judged: Judged::Met,
        evidence: String::new(),
    }];
    (desk, last, review)
}

fn latest() -> TargetNow {
    TargetNow {
        target: TargetId::new(42),
        short: String::new(),
        start: Some(3.0),
        began: Some(3.0),
        now: Some(Reading {
            on: date("2026-11-12"),
            value: 5.0,
        }),
        aim: Some(8.0),
        unit: String::new(),
        by: None,
        standing: TargetStanding::OnTheWay,
        is_measured: true,
        last_judged: None,
    }
}

#[test]
fn the_next_cycle_takes_over_what_was_not_met() {
    let (desk, last, review) = reviewed();
    let on = date("2026-11-23");
    let next = NextCycle::after(&desk.desk(), &last, Some(&review), &[latest()], on);
    assert_eq!((next.cycle.number, next.cycle.began_on), (3, on));
    assert_eq!(next.cycle.pupil_view, "It is too loud.");
    let [goes_on] = next.targets.as_slice() else {
        panic!("one target goes on: {:?}", next.targets);
    };
    assert_eq!(goes_on.carried_from, Some(TargetId::new(42)));
    assert_eq!((goes_on.place, goes_on.start), (1, Some(5.0)));
    assert_eq!(goes_on.start_on, Some(date("2026-11-12")));
    assert_eq!(
        (goes_on.aim, goes_on.by),
        (Some(8.0), Some(date("2026-11-26")))
    );
    let for_targets: Vec<_> = next.strategies.iter().map(|one| one.target).collect();
    assert_eq!(for_targets, [None, Some(goes_on.id)]);
    let [served] = next.places.as_slice() else {
        panic!("one place serves it: {:?}", next.places);
    };
    assert_eq!(
        (served.id, served.target),
        (PlaceId::new(72), Some(goes_on.id))
    );
}

#[test]
fn after_a_decision_to_leave_nothing_goes_on() {
    let (desk, last, mut review) = reviewed();
    review.decision = Some(Decision::Leave);
    let on = date("2026-11-23");
    let next = NextCycle::after(&desk.desk(), &last, Some(&review), &[latest()], on);
    assert!(next.targets.is_empty() && next.strategies.is_empty() && next.places.is_empty());
}
