//! A term as families speak of it: two half terms and the break between them.

use chrono::{Datelike, NaiveDate};

use super::season::Season;

/// Autumn, spring or summer term, from its first day of teaching to its last, half term included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WholeTerm {
    /// Which of the three terms.
    pub season: Season,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl WholeTerm {
    /// Is a date within the term, its half term included?
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }

    /// "autumn 2026".
    pub fn label(&self) -> String {
        format!("{} {}", self.season, self.first.year())
    }
}
