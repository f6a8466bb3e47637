//! [`Written`]: what was written of a note.

use chrono::NaiveDate;

use crate::domain::NoteKind;

/// What was written of a note about a pupil.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// What kind of entry.
    pub kind: NoteKind,
    /// The day it happened.
    pub happened_on: NaiveDate,
    /// Whose words they are, by name; empty when the SENCO saw it herself.
    pub said_by: String,
    /// To whom; may be empty.
    pub said_to: String,
    /// The words.
    pub words: String,
    /// Kept off the family's screen and papers.
    pub staff_only: bool,
}
