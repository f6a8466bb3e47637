//! [`PastChange`]: a change to a record, as the journal has it.

use chrono::{DateTime, Utc};

use super::Record;

/// A change to a record about a pupil: what it was before and what it became.
#[derive(Clone, Debug, PartialEq)]
pub struct PastChange {
    /// Its place in the journal: later ones have higher numbers.
    pub key: (i64, i64),
    /// When it was typed.
    pub at: DateTime<Utc>,
    /// The words of the edit that it was part of.
    pub label: String,
    /// The record before; none where it was added.
    pub before: Option<Record>,
    /// The record after; none where it was taken away.
    pub after: Option<Record>,
}
