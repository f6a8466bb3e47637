//! [`Referral`]: something asked of somebody outside, and awaited.

mod answered;
mod asked;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PersonId, PupilId};

pub use answered::Answered;
pub use asked::{Asked, add, change, chase, receive, remove};

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
    /// Who agreed that it is asked: a parent, or the young person.
    #[serde(default)]
    pub consent_by: String,
    /// When.
    #[serde(default)]
    pub consent_on: Option<NaiveDate>,
    /// When it went off.
    #[serde(default)]
    pub sent_on: Option<NaiveDate>,
    /// When it is due.
    pub due_on: Option<NaiveDate>,
    /// Each day it was chased.
    pub chased_on: Vec<NaiveDate>,
    /// The answer: "accepted, about 12 weeks".
    #[serde(default)]
    pub answer: String,
    /// When the answer came.
    #[serde(default)]
    pub answered_on: Option<NaiveDate>,
    /// When it came.
    pub received_on: Option<NaiveDate>,
    /// Why it is no longer awaited.
    pub dropped: String,
}

impl Referral {
    /// Something asked on a day, of which nothing else is written yet.
    pub fn new(id: ReferralId, pupil: PupilId, asked_on: NaiveDate) -> Self {
        Self {
            id,
            pupil,
            what: String::new(),
            of: String::new(),
            person: None,
            asked_on,
            consent_by: String::new(),
            consent_on: None,
            sent_on: None,
            due_on: None,
            chased_on: Vec::new(),
            answer: String::new(),
            answered_on: None,
            received_on: None,
            dropped: String::new(),
        }
    }

    /// Whether it is still awaited.
    pub fn is_awaited(&self) -> bool {
        self.received_on.is_none() && self.dropped.is_empty()
    }
}
