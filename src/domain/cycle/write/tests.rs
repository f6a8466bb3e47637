use super::*;
use crate::domain::CycleId;
use crate::domain::test_desk::{AISHA, TestDesk, date};

fn desk() -> (TestDesk, Cycle) {
    let cycle = Cycle::new(CycleId::new(31), AISHA, 3, date("2026-09-09"));
    let desk = TestDesk::new().with(Edit::new("").put(cycle.clone()));
    (desk, cycle)
}

#[test]
fn an_assessment_says_whether_it_was_written_or_done() {
    let (desk, cycle) = desk();
    let label = |cycle| assess(&desk.desk(), cycle).map(|edit| edit.label);
    let written = Cycle {
        barriers: "cannot hold three steps".into(),
        ..cycle.clone()
    };
    assert_eq!(
        label(written),
        Ok("Assessment written for Aisha Khan".into())
    );
    let done = Cycle {
        assessed_on: Some(date("2026-11-23")),
        ..cycle.clone()
    };
    assert_eq!(label(done), Ok("Assessment done for Aisha Khan".into()));
    let same = assess(&desk.desk(), cycle).expect("an edit");
    assert!(same.is_empty());
}

#[test]
fn nothing_is_done_on_a_day_that_has_not_come() {
    let (desk, cycle) = desk();
    let tomorrow = Some(date("2026-11-24"));
    let field = |edit: Result<Edit, Refusal>| edit.expect_err("a refusal").field;
    let assessed = Cycle {
        assessed_on: tomorrow,
        ..cycle.clone()
    };
    assert_eq!(
        field(assess(&desk.desk(), assessed)).as_deref(),
        Some("assessed_on")
    );
    let agreed = Cycle {
        agreed_on: tomorrow,
        ..cycle.clone()
    };
    assert_eq!(
        field(plan(&desk.desk(), agreed)).as_deref(),
        Some("agreed_on")
    );
    let planned = Cycle {
        planned_on: tomorrow,
        ..cycle
    };
    assert_eq!(
        field(plan(&desk.desk(), planned)).as_deref(),
        Some("planned_on")
    );
}

#[test]
fn a_plan_done_without_a_review_date_is_saved_and_doubted() {
    let (desk, cycle) = desk();
    let done = Cycle {
        planned_on: Some(date("2026-11-23")),
        ..cycle
    };
    let doubts = plan_doubts(&desk.desk(), &done);
    assert_eq!(doubts.len(), 1);
    assert_eq!(
        (doubts[0].field, doubts[0].basis.as_str()),
        ("review_on", "CoP 6.48")
    );
    let edit = plan(&desk.desk(), done).expect("an edit");
    assert_eq!(edit.label, "Plan done, no review date yet, for Aisha Khan");
}

#[test]
fn a_review_date_is_doubted_when_past_or_on_a_closed_day() {
    let (desk, cycle) = desk();
    let doubts = |on: &str| {
        let plan = Cycle {
            review_on: Some(date(on)),
            ..cycle.clone()
        };
        plan_doubts(&desk.desk(), &plan)
    };
    assert!(doubts("2026-12-10").is_empty());
    assert_eq!(doubts("2026-11-20")[0].words, "that review date is past");
    assert_eq!(
        doubts("2026-12-12")[0].words,
        "the school is closed on the review date: Saturday"
    );
}
