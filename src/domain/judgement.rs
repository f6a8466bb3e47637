//! [`Judgement`]: what a review found of one target.

use serde::{Deserialize, Serialize};

use super::{Judged, TargetId};

/// What a review found of one target, with the evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// The target.
    pub target: TargetId,
    /// What was found.
    pub judged: Judged,
    /// What shows it.
    pub evidence: String,
}
