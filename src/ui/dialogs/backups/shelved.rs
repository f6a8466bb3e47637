//! [`Shelved`]: a backup as the screen shows it.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

/// All that the screen shows of the backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelves {
    /// The backups, the newest first.
    pub shelved: Vec<Shelved>,
    /// The folder they lie in.
    pub place: PathBuf,
    /// Whether the caseload is open.
    pub is_open: bool,
    /// When a backup was last restored, or unpacked, opened and found whole to prove that it could be.
    pub proven_at: Option<DateTime<FixedOffset>>,
    /// When one was last written to a stick and read back.
    pub off_line_at: Option<DateTime<FixedOffset>>,
    /// The second place, if one was named.
    pub second: Option<PathBuf>,
    /// When it was last written to.
    pub second_at: Option<DateTime<FixedOffset>>,
    /// Why the last try to write there failed.
    pub second_trouble: Option<String>,
}

/// A backup as the screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// Where it is.
    pub path: PathBuf,
    /// The caseload it is of, where there are several: the first letters of its name among the backups.
    pub caseload: Option<String>,
    /// When it was made; none when it can't be read.
    pub made_at: Option<DateTime<FixedOffset>>,
    /// How many pupils it holds.
    pub pupils: u64,
    /// How large it is, in words.
    pub size: String,
    /// The moment it was made at, in words.
    pub why: String,
    /// What is known of it.
    pub state: State,
}

/// What is known of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It was opened and checked when it was made.
    Checked,
    /// It was also read just now, and is as it was made.
    Whole,
    /// It is not as it was made.
    Damaged,
}

impl Shelved {
    /// When it was made: "Fri 20 Nov 2026, 16:02".
    pub fn made(&self) -> String {
        self.made_at.map_or_else(
            || "an unknown day".to_owned(),
            |made_at| made_at.format("%a %-d %b %Y, %H:%M").to_string(),
        )
    }

    /// "1 pupil", "63 pupils".
    pub fn pupils_in_words(&self) -> String {
        match self.pupils {
            1 => "1 pupil".to_owned(),
            pupils => format!("{pupils} pupils"),
        }
    }
}
