//! [`Session`]: one time an intervention was given, or was not.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Attendance, Id, InterventionId};

/// The id of a [`Session`].
pub type SessionId = Id<Session>;

/// One slot of an intervention about which something is known: it ran, with who came, or it did not, and why. A slot
/// without a session is *no entry*, which is never counted as not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The intervention.
    pub intervention: InterventionId,
    /// The day.
    pub on: NaiveDate,
    /// The time of its slot, where there are several a day.
    pub at: Option<NaiveTime>,
    /// Why it was not given; none when it was.
    pub not_given: Option<String>,
    /// Who told the SENCO, where she was not there: "Mrs Bell".
    pub told_by: String,
    /// When it was typed.
    pub entered_at: DateTime<Utc>,
    /// A note for the group. Each child sees only her own part.
    pub note: String,
    /// Who came.
    pub marks: Vec<Attendance>,
}

impl Session {
    /// Whether it ran.
    pub fn was_given(&self) -> bool {
        self.not_given.is_none()
    }
}
