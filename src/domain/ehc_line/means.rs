use serde::{Deserialize, Serialize};

use crate::domain::{InterventionId, StrategyId};

/// What a pupil is given for a line of section F.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Means {
    /// An intervention in which she has a place.
    Intervention(InterventionId),
    /// A strategy of her plan.
    Strategy(StrategyId),
    /// Something that no record here stands for, in words: "termly visit of the therapist".
    Otherwise(String),
}
