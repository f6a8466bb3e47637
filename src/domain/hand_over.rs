//! [`HandOver`]: what becomes of a pupil's SEN file when she leaves; and what is done with it.

mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HandOverItem, Id, PupilId};

pub use edits::{put, send_by};

/// The id of a [`HandOver`].
pub type HandOverId = Id<HandOver>;

/// What becomes of a pupil's SEN file when she leaves: what goes to whom and when, and until when it is kept here. There is
/// one of a pupil.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HandOver {
    /// Its id.
    pub id: HandOverId,
    /// The pupil.
    pub pupil: PupilId,
    /// What is in the pack.
    pub items: Vec<HandOverItem>,
    /// Who it goes to: the SENCO of the next school.
    pub sent_to: String,
    /// When it went.
    pub sent_on: Option<NaiveDate>,
    /// When the next school said that it came.
    pub received_on: Option<NaiveDate>,
    /// What else is in it, or to be known of it.
    pub note: String,
    /// Until when the file is kept, where that is not the rule's day.
    pub keep_until: Option<NaiveDate>,
    /// Why.
    pub keep_why: String,
}

impl HandOver {
    /// Nothing is done yet.
    pub fn new(id: HandOverId, pupil: PupilId) -> Self {
        Self {
            id,
            pupil,
            items: Vec::new(),
            sent_to: String::new(),
            sent_on: None,
            received_on: None,
            note: String::new(),
            keep_until: None,
            keep_why: String::new(),
        }
    }
}
