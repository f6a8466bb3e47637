//! [`Person`]: an adult of the caseload.

use serde::{Deserialize, Serialize};

use super::{Id, PersonKind, Weekdays};

/// The id of a [`Person`].
pub type PersonId = Id<Person>;

/// A teacher, teaching assistant, parent, carer or professional. What ties her to a pupil is a [`Tie`](super::Tie).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// As she is addressed: "Mrs Bell".
    pub name: String,
    /// What she is to the school.
    pub kind: PersonKind,
    /// "TA, 4B", "educational psychologist".
    pub role: String,
    /// The days she is in, as far as known.
    pub days: Weekdays,
    /// Minutes a week she has for interventions, as far as known.
    pub minutes_a_week: Option<u32>,
    /// Telephone or e-mail.
    pub reach: String,
}
