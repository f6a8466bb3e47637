//! [`Undoable`]: the edit that undo would take back.

use chrono::{DateTime, Utc};

/// The edit that undo would take back next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undoable {
    /// Its number: how many edits the file had had when it was saved.
    pub generation: u64,
    /// The edit's words.
    pub label: String,
    /// When it was saved.
    pub at: DateTime<Utc>,
}
