//! [`WeekState`]: how far a group's week is entered.

use std::fmt;

/// How far a group's week is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekState {
    /// So many sessions about which nothing is known.
    NoEntry(usize),
    /// Something is known of all that are past.
    Entered,
    /// Kept by exception: as timetabled, with so many marked otherwise.
    AsTimetabled(usize),
    /// None of it is past yet.
    NotYet,
    /// The school was closed on all its days.
    Closed,
    /// It has no slot in the week.
    NoSlot,
}

impl WeekState {
    /// Whether it wants logging.
    pub fn is_to_log(self) -> bool {
        matches!(self, Self::NoEntry(_))
    }
}

impl fmt::Display for WeekState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEntry(sessions) => write!(f, "{sessions} no entry"),
            Self::Entered => f.write_str("entered"),
            Self::AsTimetabled(0) => f.write_str("as timetabled"),
            Self::AsTimetabled(marked) => write!(f, "{marked} marked"),
            Self::NotYet => f.write_str("not yet"),
            Self::Closed => f.write_str("closed"),
            Self::NoSlot => f.write_str("no session"),
        }
    }
}
