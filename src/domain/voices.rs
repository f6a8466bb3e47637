//! [`Voices`]: who was last heard, in a pupil's notes.

use chrono::NaiveDate;

use super::Said;

/// Who was last heard, in a pupil's notes. Words that are for staff only are not among them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The pupil's latest words.
    pub pupil: Option<Said>,
    /// The family's latest words.
    pub family: Option<Said>,
    /// The day of the latest note of any kind.
    pub last_note_on: Option<NaiveDate>,
}
