//! [`Answer`]: what a dialog hands down to the view beneath it.

use chrono::NaiveDate;

use crate::domain::{EntryKey, PupilId};
use crate::import::{ImportFile, Wanted};

/// What was chosen in a dialog, handed down to the view beneath it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A date.
    Date(NaiveDate),
    /// A pupil.
    Pupil(PupilId),
    /// Where to go in the timeline: to an entry of the pupil in hand, or to her newest.
    Timeline(Option<EntryKey>),
    /// A few words: why a session was not given, why a check is waived.
    Words(String),
    /// A list that was read again in another way.
    List {
        /// How.
        wanted: Wanted,
        /// What was read.
        file: Box<ImportFile>,
    },
}
