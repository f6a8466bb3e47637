//! The year a school counts by.

use std::fmt;

use chrono::{Datelike, NaiveDate};

/// An academic year: 1 September to 31 August, written "2026-27".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AcademicYear {
    starts_in: i32,
}

impl AcademicYear {
    /// The academic year that starts on 1 September of a calendar year.
    pub const fn starting(calendar_year: i32) -> Self {
        Self {
            starts_in: calendar_year,
        }
    }

    /// The academic year a date lies in.
    pub fn of(date: NaiveDate) -> Self {
        let before_september = date.month() < 9;
        Self::starting(date.year() - i32::from(before_september))
    }

    /// The calendar year it starts in: 2026 for 2026-27.
    pub fn starts_in(self) -> i32 {
        self.starts_in
    }

    /// 1 September.
    pub fn first(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.starts_in, 9, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 31 August.
    pub fn last(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.starts_in.saturating_add(1), 8, 31).unwrap_or(NaiveDate::MAX)
    }

    /// The academic year after this one.
    pub fn next(self) -> Self {
        Self::starting(self.starts_in.saturating_add(1))
    }
}

impl fmt::Display for AcademicYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends_in = self.starts_in.saturating_add(1).rem_euclid(100);
        write!(f, "{}-{ends_in:02}", self.starts_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_on_the_first_of_september() {
        let table = [
            ((2026, 8, 31), "2025-26"),
            ((2026, 9, 1), "2026-27"),
            ((2027, 1, 1), "2026-27"),
            ((2099, 12, 31), "2099-00"),
        ];
        for ((year, month, day), words) in table {
            let date = NaiveDate::from_ymd_opt(year, month, day).expect("a real date");
            let academic = AcademicYear::of(date);
            assert_eq!(academic.to_string(), words);
            assert!(academic.first() <= date && date <= academic.last());
        }
        assert_eq!(AcademicYear::starting(2026).next().to_string(), "2027-28");
    }

    #[test]
    fn survives_the_ends_of_time() {
        for date in [NaiveDate::MIN, NaiveDate::MAX] {
            let year = AcademicYear::of(date);
            assert!(year.first() <= year.last());
        }
    }
}
