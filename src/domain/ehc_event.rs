//! [`EhcEvent`]: a dated step of an EHC assessment or plan, and the edits that write it.

mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{EhcStep, Id, PupilId};
pub use edits::{doubts, put, remove};

/// The id of an [`EhcEvent`].
pub type EhcEventId = Id<EhcEvent>;

/// What happened to a pupil's EHC assessment or plan, and when.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EhcEvent {
    /// Its id.
    pub id: EhcEventId,
    /// The pupil.
    pub pupil: PupilId,
    /// The step.
    pub step: EhcStep,
    /// The day.
    pub on: NaiveDate,
    /// A remark.
    pub note: String,
}
