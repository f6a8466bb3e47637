//! [`Book`]: what is remembered beside the backups of a caseload, and read without the passphrase.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::os::files;

/// The book's file, on the shelf.
const FILE: &str = "book.toml";
/// No book is longer.
const LONGEST: usize = 16 * 1024;

/// What is remembered beside the backups of a caseload, and read without the passphrase. It names nobody, and losing it
/// costs no more than a reminder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Book {
    /// When a backup was last unwrapped, opened and found whole: restored, or rehearsed.
    pub proven_at: Option<DateTime<FixedOffset>>,
    /// When a backup was last written to a place off the line, such as a stick, and read back.
    pub off_line_at: Option<DateTime<FixedOffset>>,
    /// When she was last reminded of that.
    pub reminded_at: Option<DateTime<FixedOffset>>,
    /// When a backup was last written to the second place.
    pub second_at: Option<DateTime<FixedOffset>>,
    /// Why the last try to write to the second place failed, if it did.
    pub second_trouble: Option<String>,
}

impl Book {
    /// Reads the book of a shelf; an empty one where there is none.
    pub(super) fn read(shelf: &Path) -> Self {
        let bytes = files::read_at_most(&shelf.join(FILE), LONGEST).unwrap_or_default();
        let text = String::from_utf8(bytes).unwrap_or_default();
        toml::from_str(&text).unwrap_or_default()
    }

    /// Writes it. A failure is not worth a word: it costs a reminder.
    pub(super) fn write(&self, shelf: &Path) {
        if let Ok(text) = toml::to_string(self) {
            drop(files::replace(&shelf.join(FILE), text.as_bytes()));
        }
    }
}
