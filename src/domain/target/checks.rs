//! The checks of a target that fail and were not waived.

use crate::domain::quality::{self, Check, TargetText};
use crate::domain::{Caseload, Cycle, Doubt, Target, strategy};

/// The checks of a target's wording, and of what adults do for it, that fail and were not waived; the gravest come first.
/// A light plan has none.
pub fn checks(caseload: &Caseload, cycle: &Cycle, target: &Target) -> Vec<Check> {
    if cycle.light {
        return Vec::new();
    }
    let mut checks = of_wording(target);
    let strategies = caseload
        .strategies
        .of(target.pupil)
        .filter(|strategy| strategy.target == Some(target.id));
    checks.extend(strategies.flat_map(|one| strategy::checks(caseload, cycle, one)));
    checks
}

/// The same as doubts while a target is typed: none before its first words.
pub fn doubts(cycle: &Cycle, target: &Target) -> Vec<Doubt> {
    if cycle.light || target.in_full().is_empty() {
        return Vec::new();
    }
    of_wording(target)
        .into_iter()
        .map(|check| Doubt {
            field: check.field,
            words: check.words,
            basis: check.basis.to_owned(),
        })
        .collect()
}

fn of_wording(target: &Target) -> Vec<Check> {
    let mut checks = quality::check_target(&TargetText {
        statement: target.in_full(),
        unit: &target.unit,
        start: target.start,
        aim: target.aim,
        by: target.by,
    });
    checks.retain(|check| !target.has_waived(check));
    checks
}
