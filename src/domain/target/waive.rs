//! Waiving a check of a target.

use crate::domain::{Desk, Edit, Refusal, Target, Waiver};

/// Puts a check of a target aside, with a word why.
///
/// # Errors
/// When there is no word why.
pub fn waive(desk: &Desk<'_>, target: &Target, check: &str, why: &str) -> Result<Edit, Refusal> {
    if why.is_empty() {
        return Err(Refusal::of(
            "why",
            "Say why in a word or two, so that the next reader knows: agreed with the EP.",
        ));
    }
    let mut target = target.clone();
    target.waivers.retain(|waiver| waiver.check != check);
    target.waivers.push(Waiver {
        check: check.to_owned(),
        why: why.to_owned(),
    });
    let name = desk.caseload.full_name(target.pupil);
    Ok(Edit::new(format!("Check waived in the plan of {name}")).put(target))
}
