//! Waiving a check of a strategy.

use crate::domain::{Desk, Edit, Refusal, Strategy, Waiver, target};

/// Puts a check of a strategy aside, with a word why: for all that is done for its target, or for this strategy alone where
/// it is for the whole plan.
///
/// # Errors
/// When there is no word why.
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
    let mut strategy = strategy.clone();
    Waiver::new(check, why)?.join(&mut strategy.waivers);
    let name = caseload.full_name(strategy.pupil);
    Ok(Edit::new(format!("Check waived in the plan of {name}")).put(strategy))
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
            waivers: Vec::new(),
        }
    }

    fn open(desk: &TestDesk, id: i64) -> Vec<String> {
        let caseload = desk.desk().caseload;
        let strategy = caseload.strategies.get(StrategyId::new(id)).expect("it");
        let checks = checks(caseload, &cycle(), strategy);
        checks.into_iter().map(|check| check.id).collect()
    }

    #[test]
    fn a_check_waived_in_one_strategy_is_waived_in_no_other() {
        let target = Target {
            short: "asks for help".into(),
            ..Target::new(TargetId::new(41), &cycle(), 1)
        };
        let (of_plan, of_target) = (strategy(51, None), strategy(52, Some(41)));
        let edit = Edit::new("").put(cycle()).put(target);
        let edit = edit.put(of_plan.clone()).put(of_target.clone());
        let mut desk = TestDesk::new().with(edit);
        let check = open(&desk, 51).concat();
        let refused = waive(&desk.desk(), &of_plan, &check, "").expect_err("a refusal");
        assert_eq!(refused.field.as_deref(), Some("why"));
        let edit = waive(&desk.desk(), &of_plan, &check, "agreed with the EP").expect("an edit");
        assert_eq!(edit.label, "Check waived in the plan of Aisha Khan");
        desk.save(edit);
        assert_eq!(open(&desk, 51), [""; 0]);

        let check = open(&desk, 52).concat();
        let edit = waive(&desk.desk(), &of_target, &check, "agreed").expect("an edit");
        desk.save(edit);
        assert_eq!(open(&desk, 52), [""; 0]);
    }
}
