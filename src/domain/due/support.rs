//! The date of a cycle's review.

use super::{Due, GoesTo};
use crate::domain::deadline::plan_review;
use crate::domain::{Cycle, Desk};

/// R2: the date agreed for the review of a cycle that is open.
pub(in crate::domain) fn of_cycle(desk: &Desk<'_>, cycle: &Cycle) -> Option<Due> {
    let agreed = cycle.review_on.filter(|_| !cycle.is_closed())?;
    let deadline = plan_review(desk.rules, agreed);
    let goes_to = GoesTo::Cycle(cycle.id);
    Some(Due::of_deadline(desk, deadline, Some(cycle.pupil), goes_to))
}
