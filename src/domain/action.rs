//! [`Action`]: who does what by when.

mod agreed;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PersonId, PupilId, ReviewId, ReviewKind};

pub use agreed::{Agreed, add, change, done};

/// The id of an [`Action`].
pub type ActionId = Id<Action>;

/// Who does what by when, agreed at a review or set by the SENCO for herself. Late needs a date on record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Action {
    /// Its id.
    pub id: ActionId,
    /// The pupil.
    pub pupil: PupilId,
    /// The review it was agreed at.
    pub review: Option<ReviewId>,
    /// What.
    pub what: String,
    /// Who, by name; empty means the SENCO.
    pub who: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// The day it was agreed.
    pub agreed_on: NaiveDate,
    /// By when.
    pub by: Option<NaiveDate>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// Why it was dropped instead.
    pub dropped: String,
}

impl Action {
    /// What an action says that stands for a review whose date only a list told.
    pub const SUPPORT_REVIEW_DUE: &str = "review due";
    /// The same for the review of an EHC plan.
    pub const PLAN_REVIEW_DUE: &str = "annual review due";

    /// What an action says that is a day to look again at a watched pupil.
    pub const LOOK_AGAIN: &str = "look again";

    /// A day to look again at a watched pupil, set by the SENCO for herself.
    pub fn look_again(id: ActionId, pupil: PupilId, agreed_on: NaiveDate, by: NaiveDate) -> Self {
        Self {
            id,
            pupil,
            review: None,
            what: Self::LOOK_AGAIN.to_owned(),
            who: String::new(),
            person: None,
            agreed_on,
            by: Some(by),
            done_on: None,
            dropped: String::new(),
        }
    }

    /// Whether it stands for a review of this kind whose date only a list told, and still does.
    pub fn stands_for(&self, review: ReviewKind) -> bool {
        let what = match review {
            ReviewKind::Support => Self::SUPPORT_REVIEW_DUE,
            _ => Self::PLAN_REVIEW_DUE,
        };
        self.is_open() && self.what == what
    }

    /// Whether it waits to be done.
    pub fn is_open(&self) -> bool {
        self.done_on.is_none() && self.dropped.is_empty()
    }
}
