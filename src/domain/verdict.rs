//! [`Verdict`]: what a review decided about one intervention.

use serde::{Deserialize, Serialize};

use super::{InterventionId, KeepIt};

/// What a review decided about one intervention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// The intervention.
    pub intervention: InterventionId,
    /// Keep, change or stop.
    pub keep: KeepIt,
    /// Why.
    pub why: String,
}
