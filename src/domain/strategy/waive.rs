//! Waiving a check of a strategy.

use crate::domain::{Desk, Edit, Refusal, Strategy, target};

/// Puts a check of a strategy aside, with a word why: for its target, or for all strategies of the whole plan.
///
/// A waiver stands with a target. One for the whole plan stands with each of them, so that it goes on into the next cycle
/// with whichever goes on.
///
/// # Errors
/// When there is no word why, or the plan has no target yet.
pub fn waive(
    desk: &Desk<'_>,
    strategy: &Strategy,
    check: &str,
    why: &str,
) -> Result<Edit, Refusal> {
    let caseload = desk.caseload;
    if let Some(target) = strategy.target.and_then(|id| caseload.targets.get(id)) {
        return target::waive(desk, target, check, why);
    }
    let cycle = caseload.cycles.get(strategy.cycle);
    let targets = cycle.map(|cycle| caseload.targets_of(cycle));
    let waived: Vec<Edit> = targets
        .unwrap_or_default()
        .into_iter()
        .map(|target| target::waive(desk, target, check, why))
        .collect::<Result<_, Refusal>>()?;
    let mut waived = waived.into_iter();
    let first = waived.next().ok_or_else(|| {
        Refusal::new(
            "A waiver is kept with the plan's targets, and there is none yet. Esc, then n and t add one.",
        )
    })?;
    Ok(waived.fold(first, |mut all, edit| {
        all.changes.extend(edit.changes);
        all
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::strategy::checks;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{Cycle, CycleId, StrategyId, Target, TargetId};

    fn cycle() -> Cycle {
        Cycle::new(CycleId::new(31), AISHA, 1, date("2026-09-09"))
    }

    fn strategy(id: i64, target: Option<i64>) -> Strategy {
        Strategy {
            id: StrategyId::new(id),
            pupil: AISHA,
            cycle: cycle().id,
            target: target.map(TargetId::new),
            words: "Give praise as appropriate.".into(),
            who: String::new(),
        }
    }

    fn desk(targets: std::ops::Range<i64>) -> TestDesk {
        let targets = targets.zip(1..).map(|(id, place)| Target {
            short: "asks for help".into(),
            ..Target::new(TargetId::new(id), &cycle(), place)
        });
        TestDesk::new().with(
            Edit::new("")
                .put(cycle())
                .put_all(targets.collect::<Vec<_>>()),
        )
    }

    fn open(desk: &TestDesk, strategy: &Strategy) -> Vec<String> {
        let checks = checks(desk.desk().caseload, &cycle(), strategy);
        checks.into_iter().map(|check| check.id).collect()
    }

    #[test]
    fn a_check_waived_for_the_whole_plan_is_waived_for_no_target() {
        let (of_plan, of_target) = (strategy(51, None), strategy(52, Some(41)));
        let edit = Edit::new("").put(of_plan.clone()).put(of_target.clone());
        let mut desk = desk(41..43).with(edit);
        let check = open(&desk, &of_plan).concat();
        let edit = waive(&desk.desk(), &of_plan, &check, "agreed with the EP").expect("an edit");
        assert_eq!(edit.label, "Check waived in the plan of Aisha Khan");
        assert_eq!(edit.changes.len(), 2, "one with each target");
        desk.save(edit);
        assert_eq!(open(&desk, &of_plan), [""; 0]);
        assert_eq!(open(&desk, &strategy(53, None)), [""; 0]);

        let check = open(&desk, &of_target).concat();
        let edit = waive(&desk.desk(), &of_target, &check, "agreed").expect("an edit");
        assert_eq!(edit.changes.len(), 1);
        desk.save(edit);
        assert_eq!(open(&desk, &of_target), [""; 0]);
    }

    #[test]
    fn it_needs_a_word_why_and_a_target_to_stand_with() {
        let of_plan = strategy(51, None);
        let with_target = desk(41..42);
        let refused = waive(&with_target.desk(), &of_plan, "any", "").expect_err("a refusal");
        assert_eq!(refused.field.as_deref(), Some("why"));
        let without = desk(41..41);
        let refused = waive(&without.desk(), &of_plan, "any", "agreed").expect_err("a refusal");
        assert!(refused.words.contains("none yet"), "{}", refused.words);
    }
}
