use std::fmt;

use chrono::NaiveDate;

use super::arithmetic::in_full;

/// Where the twelve months of an EHC plan run from (s.44(1)): each review starts them again, an early one too.
///
/// Whether a review's date is its meeting or the authority's decision is argued: keep both and give the earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanClock {
    /// The plan was made, and never reviewed.
    Made(NaiveDate),
    /// It was last reviewed.
    Reviewed(NaiveDate),
}

impl PlanClock {
    /// The day.
    pub fn day(self) -> NaiveDate {
        match self {
            PlanClock::Made(day) | PlanClock::Reviewed(day) => day,
        }
    }
}

/// "last review 15 Dec 2025".
impl fmt::Display for PlanClock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self {
            PlanClock::Made(_) => "plan made",
            PlanClock::Reviewed(_) => "last review",
        };
        write!(f, "{what} {}", in_full(self.day()))
    }
}
