//! [`Invitee`]: somebody asked to a review.

use serde::{Deserialize, Serialize};

use super::{Came, PersonId};

/// Somebody asked to a review: a person of the caseload, or a name until matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitee {
    /// By name.
    pub name: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// Whether she came; none before the day.
    pub came: Option<Came>,
}
