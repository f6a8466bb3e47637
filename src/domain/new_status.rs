//! [`NewStatus`]: a status that begins.

use chrono::NaiveDate;

use super::{Id, PupilId, Status, StatusPeriod};

/// A status that begins: the code, since when, why, and whether the parent was told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStatus {
    /// The census code.
    pub status: Status,
    /// A first concern: watched, not on the register (census code N).
    pub watching: bool,
    /// First day; unknown where nobody can say.
    pub from: Option<NaiveDate>,
    /// Why.
    pub reason: String,
    /// The parent was told.
    pub parent_told: bool,
    /// When; a date says that she was.
    pub parent_told_on: Option<NaiveDate>,
}

impl NewStatus {
    /// A status that is on record.
    pub fn of(period: &StatusPeriod) -> Self {
        Self {
            status: period.status,
            watching: period.watching,
            from: period.from,
            reason: period.reason.clone(),
            parent_told: period.parent_told,
            parent_told_on: period.parent_told_on,
        }
    }

    /// As the record of it.
    pub(super) fn period(&self, id: Id<StatusPeriod>, pupil: PupilId) -> StatusPeriod {
        StatusPeriod {
            id,
            pupil,
            status: self.status,
            watching: self.watching && self.status == Status::N,
            from: self.from,
            to: None,
            reason: self.reason.clone(),
            parent_told: self.parent_told || self.parent_told_on.is_some(),
            parent_told_on: self.parent_told_on,
            watched: Vec::new(),
        }
    }
}
