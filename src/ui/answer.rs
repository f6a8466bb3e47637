//! [`Answer`]: what a dialog hands down to the view beneath it.

use chrono::NaiveDate;

use crate::domain::PupilId;

/// What was chosen in a dialog, handed down to the view beneath it.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// A date.
    Date(NaiveDate),
    /// A pupil.
    Pupil(PupilId),
    /// A few words: why a session was not given, why a check is waived.
    Words(String),
}
