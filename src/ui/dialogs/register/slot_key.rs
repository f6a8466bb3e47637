//! [`SlotKey`]: which session of which group.

use std::fmt;
use std::str::FromStr;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::InterventionId;

/// Which session of which group. In drafts it is written "123/2026-11-16/09:10:00", with "-" for no time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SlotKey {
    /// The group.
    pub intervention: InterventionId,
    /// The day.
    pub on: NaiveDate,
    /// When it begins, as far as known.
    pub at: Option<NaiveTime>,
}

impl fmt::Display for SlotKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}/", self.intervention, self.on)?;
        match self.at {
            Some(at) => at.fmt(f),
            None => f.write_str("-"),
        }
    }
}

/// What is written is no key of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoKey;

impl FromStr for SlotKey {
    type Err = NoKey;

    fn from_str(written: &str) -> Result<Self, NoKey> {
        let mut parts = written.split('/');
        let mut next = || parts.next().ok_or(NoKey);
        let (intervention, on, at) = (next()?, next()?, next()?);
        Ok(Self {
            intervention: intervention.parse().map_err(|_| NoKey)?,
            on: on.parse().map_err(|_| NoKey)?,
            at: match at {
                "-" => None,
                at => Some(at.parse().map_err(|_| NoKey)?),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back() {
        for written in ["123/2026-11-16/09:10:00", "123/2026-11-16/-"] {
            let key: SlotKey = written.parse().expect("a key");
            assert_eq!(key.to_string(), written);
        }
        assert_eq!("told_by".parse::<SlotKey>(), Err(NoKey));
    }
}
