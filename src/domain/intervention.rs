//! [`Intervention`]: a provision running for named pupils.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, Keeping, PersonId, ProvisionId, Slot};

/// The id of an [`Intervention`].
pub type InterventionId = Id<Intervention>;

/// A provision running for named pupils between two dates, led by somebody, on a weekly timetable. Its pupils are its
/// [`Place`](super::Place)s.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Intervention {
    /// Its id.
    pub id: InterventionId,
    /// The provision.
    pub provision: ProvisionId,
    /// What staff call this run of it: "Phonics 3".
    pub name: String,
    /// Who gives the sessions.
    pub led_by: Option<PersonId>,
    /// First day.
    pub began_on: NaiveDate,
    /// Last day, when agreed.
    pub ends_on: Option<NaiveDate>,
    /// How its sessions are kept.
    pub keeping: Keeping,
    /// Minutes of a session.
    pub minutes: u32,
    /// The weekly timetable.
    pub slots: Vec<Slot>,
    /// Where.
    pub room: String,
}
