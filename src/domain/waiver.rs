//! [`Waiver`]: a check put aside, with the reason.

use serde::{Deserialize, Serialize};

/// A check of a target's wording that the SENCO put aside. A "should" warns; it never blocks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiver {
    /// The check's id.
    pub check: String,
    /// Why.
    pub why: String,
}
