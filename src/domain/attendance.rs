//! [`Attendance`]: one pupil's mark in a session.

use serde::{Deserialize, Serialize};

use super::{Mark, PupilId};

/// One pupil's mark in a session that ran, with a remark about her alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The pupil.
    pub pupil: PupilId,
    /// Whether she came.
    pub mark: Mark,
    /// What was seen of her.
    pub note: String,
}
