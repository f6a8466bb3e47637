//! The checks of a strategy that fail and were not waived.

use crate::domain::quality::{self, Check};
use crate::domain::{Caseload, Cycle, Strategy};

/// The checks of a strategy's wording that fail, less those waived for its target, or for itself where it has none.
/// It is named by its place among those for the same target. A light plan has none.
pub fn checks(caseload: &Caseload, cycle: &Cycle, strategy: &Strategy) -> Vec<Check> {
    if cycle.light {
        return Vec::new();
    }
    let before = caseload
        .strategies
        .of(strategy.pupil)
        .filter(|other| other.cycle == cycle.id && other.target == strategy.target)
        .take_while(|other| other.id != strategy.id)
        .count();
    let number = u32::try_from(before).unwrap_or(0).saturating_add(1);
    let mut checks = quality::check_strategy(number, &strategy.words);
    if let Some(target) = strategy.target.and_then(|id| caseload.targets.get(id)) {
        checks.retain(|check| !target.has_waived(check));
    } else {
        checks.retain(|check| !strategy.waivers.iter().any(|waiver| waiver.is_of(check)));
    }
    checks
}
