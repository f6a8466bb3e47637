//! Starting a cycle: the first, or the next from the last review.

use super::{Cycle, NextCycle};
use crate::domain::{Desk, Edit, Pupil, Refusal, Standing};

/// Starts a pupil's first cycle, or the next one from the last review.
///
/// # Errors
/// When a cycle is still open, or the pupil has left.
pub fn start(desk: &Desk<'_>, pupil: &Pupil, standing: Option<&Standing>) -> Result<Edit, Refusal> {
    let name = pupil.full_name();
    if pupil.left_on.is_some_and(|on| on <= desk.today()) {
        return Err(Refusal::new(format!(
            "{name} has left. A cycle is for pupils who are here."
        )));
    }
    let Some(last) = desk.caseload.cycle_now(pupil.id) else {
        let cycle = Cycle::new(desk.ids.next(), pupil.id, 1, desk.today());
        return Ok(Edit::new(format!("Cycle 1 begun for {name}")).put(cycle));
    };
    if !last.is_closed() {
        return Err(Refusal::new(format!(
            "Cycle {} of {} is still open. Hold its review first: r.",
            last.number,
            pupil.called()
        )));
    }
    let review = desk
        .caseload
        .reviews
        .of(pupil.id)
        .filter(|review| review.cycle == Some(last.id) && review.held_on.is_some())
        .max_by_key(|review| review.held_on);
    let latest = standing.map_or(&[][..], |standing| &standing.targets);
    let next = NextCycle::after(desk, last, review, latest, desk.today());
    let carried = match next.targets.len() {
        0 => String::new(),
        1 => ", with 1 target carried on".to_owned(),
        many => format!(", with {many} targets carried on"),
    };
    let label = format!("Cycle {} begun for {name}{carried}", next.cycle.number);
    Ok(next.put_in(Edit::new(label)))
}

#[cfg(test)]
mod tests;
