//! The holidays of a school year.

use chrono::{Datelike, NaiveDate};

/// What a [`SchoolBreak`](super::school_break::SchoolBreak) is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, strum::Display)]
pub enum BreakKind {
    /// A week or two in the middle of a term.
    #[strum(serialize = "half term")]
    HalfTerm,
    /// Between the autumn and the spring term.
    #[strum(serialize = "Christmas holiday")]
    Christmas,
    /// Between the spring and the summer term.
    #[strum(serialize = "Easter holiday")]
    Easter,
    /// Between two academic years.
    #[strum(serialize = "summer holiday")]
    Summer,
}

impl BreakKind {
    /// The kind of break whose middle is on a date. The date decides, because schools name their terms in many ways
    /// ("Autumn 2", "Term 2", "Advent").
    pub fn in_the_middle_of(date: NaiveDate) -> Self {
        match date.month() {
            12 | 1 => Self::Christmas,
            3 | 4 => Self::Easter,
            7..=9 => Self::Summer,
            _ => Self::HalfTerm,
        }
    }
}
