use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{
    Edit, Judged, Judgement, Measure, MeasureId, Review, ReviewId, ReviewKind, Strategy, StrategyId,
};

fn cycle() -> Cycle {
    Cycle::new(CycleId::new(31), AISHA, 3, date("2026-09-09"))
}

fn asks() -> Target {
    Target {
        short: "asks for help in 4-word sentences".into(),
        statement: "Aisha asks for help in sentences of 4 words, 8 times in a morning.".into(),
        start: Some(3.0),
        start_on: Some(date("2026-09-16")),
        aim: Some(8.0),
        by: Some(date("2026-11-26")),
        ..Target::new(TargetId::new(41), &cycle(), 1)
    }
}

fn strategy(words: &str) -> Strategy {
    Strategy {
        id: StrategyId::new(61),
        pupil: AISHA,
        cycle: cycle().id,
        target: Some(asks().id),
        words: words.into(),
        who: String::new(),
        waivers: Vec::new(),
    }
}

fn desk() -> TestDesk {
    let edit = Edit::new("")
        .put(cycle())
        .put(asks())
        .put(strategy("Offer help as appropriate"));
    TestDesk::new().with(edit)
}

#[test]
fn a_target_needs_words_and_nothing_more() {
    let desk = desk();
    let bare = Target::new(TargetId::new(42), &cycle(), 2);
    let refusal = put(&desk.desk(), bare.clone()).expect_err("a refusal");
    assert_eq!(refusal.field.as_deref(), Some("short"));
    let named = Target {
        short: "reads 100 words".into(),
        ..bare
    };
    let edit = put(&desk.desk(), named).expect("an edit");
    assert_eq!(
        edit.label,
        "Target added for Aisha Khan, without an aim yet"
    );
}

#[test]
fn a_start_without_a_day_was_measured_today() {
    let mut desk = desk();
    let target = Target {
        start_on: None,
        ..asks()
    };
    let edit = put(&desk.desk(), target).expect("an edit");
    assert_eq!(edit.label, "Target changed for Aisha Khan");
    desk.save(edit);
    let kept = desk.caseload.targets.get(asks().id).expect("the target");
    assert_eq!(kept.start_on, Some(date("2026-11-23")));
}

#[test]
fn a_start_is_not_measured_tomorrow() {
    let desk = desk();
    let target = Target {
        start_on: Some(date("2026-11-24")),
        ..asks()
    };
    let refusal = put(&desk.desk(), target).expect_err("a refusal");
    assert_eq!(refusal.field.as_deref(), Some("start_on"));
}

#[test]
fn checks_show_what_is_open_until_it_is_waived() {
    let mut desk = desk();
    let open = |desk: &TestDesk| {
        let target = desk.caseload.targets.get(asks().id).expect("the target");
        checks(&desk.caseload, &cycle(), target)
    };
    let found = open(&desk);
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].words,
        "\"as appropriate\" is vague in strategy 1 (who? when?)"
    );
    assert!(waive(&desk.desk(), &asks(), &found[0].id, "").is_err());
    let edit = waive(&desk.desk(), &asks(), &found[0].id, "the EP's words").expect("an edit");
    desk.save(edit);
    assert!(open(&desk).is_empty());
}

#[test]
fn a_light_plan_has_no_checks() {
    let desk = desk();
    let light = Cycle {
        light: true,
        ..cycle()
    };
    assert!(checks(&desk.caseload, &light, &asks()).is_empty());
    let no_aim = Target {
        aim: None,
        ..asks()
    };
    assert!(doubts(&light, &no_aim).is_empty());
    assert_eq!(doubts(&cycle(), &no_aim)[0].field, "aim");
    let blank = Target::new(TargetId::new(42), &cycle(), 2);
    assert!(doubts(&cycle(), &blank).is_empty());
}

#[test]
fn a_removed_target_takes_its_strategies_and_leaves_its_measures() {
    let mut desk = desk();
    let second = Target {
        id: TargetId::new(42),
        place: 2,
        ..asks()
    };
    desk.save(Edit::new("").put(second));
    let measure = Measure {
        id: MeasureId::new(71),
        pupil: AISHA,
        instrument: "tally".into(),
        value: 5.0,
        on: date("2026-11-12"),
        target: Some(asks().id),
        intervention: None,
        moment: None,
        taken_by: String::new(),
        entered_at: desk.desk().entered_at(),
    };
    let edit = remove(&desk.desk(), &asks(), std::slice::from_ref(&measure)).expect("an edit");
    let freed = Measure {
        target: None,
        ..measure
    };
    assert!(
        edit.changes
            .contains(&crate::domain::Change::Put(freed.into()))
    );
    desk.save(edit);
    assert!(desk.caseload.strategies.is_empty());
    let left = desk.caseload.targets_of(&cycle());
    assert_eq!((left.len(), left[0].place), (1, 1));
}

#[test]
fn a_judged_target_stays() {
    let mut desk = desk();
    let review = Review {
        held_on: Some(date("2026-11-20")),
        judgements: vec![Judgement {
            target: asks().id,
            judged: Judged::Some,
            evidence: String::new(),
        }],
        ..Review::booked(
            ReviewId::new(51),
            AISHA,
            ReviewKind::Support,
            date("2026-11-20"),
        )
    };
    desk.save(Edit::new("").put(review));
    assert!(remove(&desk.desk(), &asks(), &[]).is_err());
}
