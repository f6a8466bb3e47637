//! [`EntryKey`]: the place of an entry in the timeline.

use chrono::NaiveDate;

use super::RecordId;

/// The place of an entry in the timeline: by the day it happened, then in order of making. A page of the timeline starts
/// after the key of the last entry of the page before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EntryKey {
    /// The day it happened.
    pub on: NaiveDate,
    /// The number of the record's id.
    pub number: i64,
    /// Tells apart what one record, or records of two kinds, have under one number.
    rank: u16,
}

impl EntryKey {
    /// The key of something that happened to a record on a day; `part` tells apart what happened to it the same day.
    pub(super) fn new(on: NaiveDate, of: RecordId, part: u16) -> Self {
        Self {
            on,
            number: of.number(),
            rank: of.kind() as u16 * 2 + part,
        }
    }
}
