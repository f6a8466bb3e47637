//! Writing an outcome.

use crate::domain::{Desk, Edit, Outcome, Refusal};

/// Adds an outcome, or writes a changed one.
///
/// # Errors
/// When it has no words, or ended on a day that has not come yet.
pub fn put(desk: &Desk<'_>, outcome: Outcome) -> Result<Edit, Refusal> {
    if outcome.words.is_empty() {
        return Err(Refusal::of(
            "words",
            "There are no words yet. Where should the child be by the end of the year or the key stage?",
        ));
    }
    if outcome.ended_on.is_some_and(|on| on > desk.today()) {
        return Err(Refusal::of(
            "ended_on",
            "That day has not come yet. Leave it empty until the outcome is met or put aside.",
        ));
    }
    let before = desk.caseload.outcomes.get(outcome.id);
    let done = if before.is_some() { "changed" } else { "added" };
    let name = desk.caseload.full_name(outcome.pupil);
    let edit = Edit::new(format!("Outcome {done} for {name}"));
    if before == Some(&outcome) {
        return Ok(edit);
    }
    Ok(edit.put(outcome))
}
