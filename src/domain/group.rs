//! [`Group`]: how an intervention's group stands.

use chrono::{Days, NaiveDate};

use super::week::{monday_of, sunday_of};
use super::{Promise, Reckoning, Run, SchoolCalendar};

/// How an intervention's group stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What was promised of it, and what came of it.
    pub run: Run,
    /// The Monday of the last week with school before this one.
    pub week: NaiveDate,
    /// What was promised in that week and has no entry.
    pub to_log: Vec<Promise>,
}

/// No holiday is longer than this many weeks: where the search for the last week with school ends.
const LONGEST_HOLIDAY: usize = 10;

impl Group {
    /// How a group stands today, by its calendar.
    pub(super) fn of(
        reckoning: &Reckoning<'_>,
        calendar: &SchoolCalendar,
        today: NaiveDate,
    ) -> Self {
        let week = last_week(calendar, today);
        Self {
            run: reckoning.of_group(),
            week,
            to_log: reckoning.unrecorded(week, sunday_of(week)).to_vec(),
        }
    }
}

/// The Monday of the last week with a school day before the week of a date.
fn last_week(calendar: &SchoolCalendar, today: NaiveDate) -> NaiveDate {
    let monday = monday_of(today);
    let before = |weeks: usize| {
        monday
            .checked_sub_days(Days::new(7 * weeks as u64))
            .unwrap_or(monday)
    };
    (1..=LONGEST_HOLIDAY)
        .map(before)
        .find(|monday| monday.iter_days().take(5).any(|day| calendar.is_open(day)))
        .unwrap_or_else(|| before(1))
}
