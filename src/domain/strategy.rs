//! [`Strategy`]: what every adult does; and what is done with one.

mod checks;
mod put;
mod remove;
mod waive;

use serde::{Deserialize, Serialize};

use super::{CycleId, Id, PupilId, TargetId, Waiver};

pub use checks::checks;
pub use put::put;
pub use remove::remove;
pub use waive::waive;

/// The id of a [`Strategy`].
pub type StrategyId = Id<Strategy>;

/// What every adult who works with the pupil does (CoP 6.49), for one target or for the whole plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strategy {
    /// Its id.
    pub id: StrategyId,
    /// The pupil.
    pub pupil: PupilId,
    /// The cycle.
    pub cycle: CycleId,
    /// The target it serves, if one.
    pub target: Option<TargetId>,
    /// What is done.
    pub words: String,
    /// By whom, where it is not everybody.
    pub who: String,
    /// Checks of its wording that were waived, with why. Those of a strategy for a target are waived with the target.
    pub waivers: Vec<Waiver>,
}
