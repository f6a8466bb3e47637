//! Writing a strategy.

use crate::domain::{Desk, Edit, Refusal, Strategy};

/// Adds a strategy to a plan, or writes a changed one.
///
/// # Errors
/// When it has no words.
pub fn put(desk: &Desk<'_>, strategy: Strategy) -> Result<Edit, Refusal> {
    if strategy.words.is_empty() {
        return Err(Refusal::of(
            "words",
            "There are no words yet. What do adults do? Model the sentence, then wait 10 seconds.",
        ));
    }
    let before = desk.caseload.strategies.get(strategy.id);
    let done = if before.is_some() { "changed" } else { "added" };
    let name = desk.caseload.full_name(strategy.pupil);
    let edit = Edit::new(format!("Strategy {done} for {name}"));
    if before == Some(&strategy) {
        return Ok(edit);
    }
    Ok(edit.put(strategy))
}
