//! [`NeedSpell`].

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::NeedCode;

/// From when to when a type of need was recorded for a pupil.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedSpell {
    /// The type of need.
    pub code: NeedCode,
    /// Since when it is known.
    pub since: Option<NaiveDate>,
    /// When it was taken off the record; none while it is on it.
    pub ended_on: Option<NaiveDate>,
}
