//! [`Told`]: what is told of one session.

use chrono::{NaiveDate, NaiveTime};

use super::Happened;
use crate::domain::InterventionId;

/// What is told of one session, to be recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The intervention.
    pub intervention: InterventionId,
    /// The day.
    pub on: NaiveDate,
    /// The time of its slot, where it is known.
    pub at: Option<NaiveTime>,
    /// What became of it.
    pub happened: Happened,
    /// A note for the group.
    pub note: String,
    /// Who told; empty when the SENCO saw it herself.
    pub by: String,
}
