//! Spans of teaching.

mod change;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use change::{doubts, next_name, remove, save};

/// A half term's teaching, first and last day included. Six make a year; the school enters its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// What the school calls it: "Autumn 1", "Term 1".
    pub name: String,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
}

impl Term {
    /// Is a date within the span?
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}

/// Term dates of 2025-26 and 2026-27 as several schools in England keep them: an **editable default** to start from, never
/// a fact about this school.
pub fn illustrations() -> Vec<Term> {
    #[derive(Deserialize)]
    struct File {
        term: Vec<Term>,
    }
    let file: File = toml::from_str(include_str!("../../assets/terms/england.toml"))
        .expect("the term dates shipped with the program are well formed");
    file.term
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn illustrations_are_two_years_in_order() {
        let terms = illustrations();
        assert_eq!(terms.len(), 12);
        assert!(terms.iter().all(|term| term.first < term.last));
        assert!(terms.windows(2).all(|pair| pair[0].last < pair[1].first));
        assert_eq!(
            terms[6].first,
            NaiveDate::from_ymd_opt(2026, 9, 2).expect("a real date")
        );
    }
}
