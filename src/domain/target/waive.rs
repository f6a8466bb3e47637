//! Waiving a check of a target.

use crate::domain::{Desk, Edit, Refusal, Target, Waiver};

/// Puts a check of a target, or of a strategy for it, aside, with a word why.
///
/// # Errors
/// When there is no word why.
pub fn waive(desk: &Desk<'_>, target: &Target, check: &str, why: &str) -> Result<Edit, Refusal> {
    let mut target = target.clone();
    Waiver::new(check, why)?.join(&mut target.waivers);
    let name = desk.caseload.full_name(target.pupil);
    Ok(Edit::new(format!("Check waived in the plan of {name}")).put(target))
}
