//! Writing a target.

use crate::domain::{Desk, Edit, Refusal, Target};

/// Adds a target to a plan, or writes a changed one. A target without an aim is saved: the plan goes on asking for it.
///
/// # Errors
/// When it has no words, or its start was measured on a day that has not come yet.
pub fn put(desk: &Desk<'_>, target: Target) -> Result<Edit, Refusal> {
    if target.short.is_empty() {
        return Err(Refusal::of(
            "short",
            "There are no words yet. What will the child do? In a few words: asks for help in 4-word sentences.",
        ));
    }
    if target.start_on.is_some_and(|on| on > desk.today()) {
        return Err(Refusal::of(
            "start_on",
            "That day has not come yet. Type the day the start was measured: today, 16 sep.",
        ));
    }
    let target = Target {
        start_on: target
            .start_on
            .or_else(|| target.start.map(|_| desk.today())),
        ..target
    };
    let before = desk.caseload.targets.get(target.id);
    let done = if before.is_some() { "changed" } else { "added" };
    let light = desk
        .caseload
        .cycles
        .get(target.cycle)
        .is_some_and(|cycle| cycle.light);
    let open = if target.aim.is_none() && !light {
        ", without an aim yet"
    } else {
        ""
    };
    let name = desk.caseload.full_name(target.pupil);
    let edit = Edit::new(format!("Target {done} for {name}{open}"));
    if before == Some(&target) {
        return Ok(edit);
    }
    Ok(edit.put(target))
}
