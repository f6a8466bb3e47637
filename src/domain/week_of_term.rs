//! Where in the term a week is.

use std::fmt;

use super::season::Season;

/// A week of teaching, counted within its term: "autumn, week 12". A half term in between is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct WeekOfTerm {
    /// Which of the three terms.
    pub season: Season,
    /// 1 is the week, Monday to Sunday, that holds the first day of term.
    pub week: usize,
}

impl fmt::Display for WeekOfTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, week {}", self.season, self.week)
    }
}
