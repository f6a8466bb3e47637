//! [`Row`]: a thing on the page Plan.

use crate::domain::{OutcomeId, PlaceId, StrategyId, TargetId};

/// A thing on the page that the cursor can be on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::panes::plan) enum Row {
    /// A target.
    Target(TargetId),
    /// A place in an intervention.
    Place(PlaceId),
    /// A strategy.
    Strategy(StrategyId),
    /// An outcome.
    Outcome(OutcomeId),
    /// Expected impact, home, and the dates.
    Rest,
}
