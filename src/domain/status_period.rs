//! [`StatusPeriod`]: a time at one SEN status.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PupilId, Status, Watched};

/// The id of a [`StatusPeriod`].
pub type StatusPeriodId = Id<StatusPeriod>;

/// Since when a pupil has been K, E or N, why, and when the parent was told: the register is the periods that run today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatusPeriod {
    /// Its id.
    pub id: StatusPeriodId,
    /// The pupil.
    pub pupil: PupilId,
    /// The census code.
    pub status: Status,
    /// A first concern: watched, not on the register (census code N).
    pub watching: bool,
    /// First day; unknown where an import did not say.
    pub from: Option<NaiveDate>,
    /// Last day, when it has ended.
    pub to: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The parent was told (Children and Families Act 2014 s.68); with no date when only "yes" is known.
    pub parent_told: bool,
    /// When.
    pub parent_told_on: Option<NaiveDate>,
    /// What was looked at while the pupil was watched, in the order in which it was written down.
    #[serde(default)]
    pub watched: Vec<Watched>,
}

impl StatusPeriod {
    /// In words: "SEN support", "watching".
    pub fn label(&self) -> &'static str {
        if self.watching {
            "watching"
        } else {
            self.status.label()
        }
    }
}
