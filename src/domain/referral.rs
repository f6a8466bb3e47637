//! [`Referral`]: something asked of somebody outside, and awaited.

mod asked;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PersonId, PupilId};

pub use asked::{Asked, add, change, chase, receive};

/// The id of a [`Referral`].
pub type ReferralId = Id<Referral>;

/// A report, a visit or an answer asked of somebody and awaited, with each time it was chased.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Referral {
    /// Its id.
    pub id: ReferralId,
    /// The pupil.
    pub pupil: PupilId,
    /// What is awaited: "EP report".
    pub what: String,
    /// Of whom, by name.
    pub of: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// When it was asked.
    pub asked_on: NaiveDate,
    /// When it is due.
    pub due_on: Option<NaiveDate>,
    /// Each day it was chased.
    pub chased_on: Vec<NaiveDate>,
    /// When it came.
    pub received_on: Option<NaiveDate>,
    /// Why it is no longer awaited.
    pub dropped: String,
}

impl Referral {
    /// Whether it is still awaited.
    pub fn is_awaited(&self) -> bool {
        self.received_on.is_none() && self.dropped.is_empty()
    }
}
