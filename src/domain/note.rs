//! [`Note`]: a dated entry.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Id, NoteKind, PupilId, Voice};

/// The id of a [`Note`].
pub type NoteId = Id<Note>;

/// A dated entry about a pupil. When it happened and when it was typed are two fields: Friday's typing still tells
/// Monday's story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// The pupil.
    pub pupil: PupilId,
    /// What kind of entry.
    pub kind: NoteKind,
    /// The day it happened.
    pub happened_on: NaiveDate,
    /// When it was typed.
    pub entered_at: DateTime<Utc>,
    /// Whose words they are.
    pub voice: Voice,
    /// By name: "Mrs Khan".
    pub said_by: String,
    /// To whom, where that matters: "Mrs Bell".
    pub said_to: String,
    /// The words.
    pub words: String,
    /// Kept off the family's screen and papers. A parent may still ask to see it.
    pub staff_only: bool,
}
