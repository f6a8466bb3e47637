//! [`Said`]: somebody's words, as said.

use chrono::NaiveDate;

/// Somebody's words, as said: in a note, or at a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The day.
    pub on: NaiveDate,
    /// The words.
    pub words: String,
    /// By whom, by name; may be empty.
    pub by: String,
    /// To whom; may be empty.
    pub to: String,
}
