//! [`LastUse`]: how a file was when it was used last.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Store, StoreError};

/// How a file was when it was used last on this laptop: by this an older copy is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastUse {
    /// How many edits it had had.
    pub generation: u64,
    /// How many bytes it had.
    pub size: u64,
    /// When that was.
    pub at: DateTime<FixedOffset>,
}

impl LastUse {
    /// "It was last used here on Fri 20 Nov 2026, 16:02, and had 4.1 MB."
    pub fn words(&self) -> String {
        let tenths = self.size / 100_000;
        format!(
            "It was last used here on {}, and had {}.{} MB.",
            self.moment(),
            tenths / 10,
            tenths % 10
        )
    }

    /// What to say of the same file as it is now, when it is older than it was then (F16); nothing when it is not.
    pub fn behind(&self, now: &Self) -> Option<String> {
        let changes = match self.generation.checked_sub(now.generation)? {
            0 => return None,
            1 => "1 change".to_owned(),
            behind => format!("{behind} changes"),
        };
        Some(format!(
            "This file is {changes} behind the one used here on {}: an older copy took its place. To have them back, leave it as it is and bring back the newest backup (Ctrl+B).",
            self.moment()
        ))
    }

    fn moment(&self) -> String {
        self.at.format("%a %-d %b %Y, %H:%M").to_string()
    }
}

impl Store {
    /// How the open file is now; nothing of one in memory.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn last_use(&self, now: DateTime<FixedOffset>) -> Result<Option<LastUse>, StoreError> {
        let Some(path) = self.path() else {
            return Ok(None);
        };
        Ok(Some(LastUse {
            generation: self.generation()?,
            size: std::fs::metadata(path).map_or(0, |found| found.len()),
            at: now,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_is_told_by_its_changes() {
        let used = |generation| LastUse {
            generation,
            size: 4_100_000,
            at: "2026-11-20T16:02:00+00:00".parse().unwrap(),
        };
        let friday = used(120);
        assert_eq!(
            friday.behind(&used(83)).unwrap(),
            "This file is 37 changes behind the one used here on Fri 20 Nov 2026, 16:02: an older copy took its place. To have them back, leave it as it is and bring back the newest backup (Ctrl+B)."
        );
        assert_eq!(friday.behind(&used(120)), None);
        assert_eq!(friday.behind(&used(121)), None);
        assert_eq!(
            friday.words(),
            "It was last used here on Fri 20 Nov 2026, 16:02, and had 4.1 MB."
        );
    }
}
