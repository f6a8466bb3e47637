//! [`Group`]: how an intervention's group stands.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::promise::{pair, promises};
use super::week::{monday_of, sunday_of};
use super::{Intervention, Keeping, Promise, Run, SchoolCalendar, SessionMarks};

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
    /// How a group stands now. Sessions must be those of the intervention.
    pub fn of(
        intervention: &Intervention,
        sessions: &[SessionMarks],
        calendar: &SchoolCalendar,
        now: NaiveDateTime,
    ) -> Self {
        let week = last_week(calendar, now.date());
        let to_log = match intervention.keeping {
            Keeping::EachSession => unrecorded(intervention, sessions, calendar, week),
            Keeping::ByException | Keeping::Standing => Vec::new(),
        };
        Self {
            run: Run::of_group(intervention, sessions, calendar, now),
            week,
            to_log,
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

fn unrecorded(
    intervention: &Intervention,
    sessions: &[SessionMarks],
    calendar: &SchoolCalendar,
    monday: NaiveDate,
) -> Vec<Promise> {
    let sunday = sunday_of(monday);
    let promises = promises(intervention, calendar, monday, sunday);
    let times: Vec<(NaiveDate, Option<NaiveTime>)> = sessions
        .iter()
        .filter(|session| (monday..=sunday).contains(&session.on))
        .map(|session| (session.on, session.at))
        .collect();
    let filled = pair(&promises, &times);
    promises
        .into_iter()
        .enumerate()
        .filter(|(place, _)| !filled.contains(&Some(*place)))
        .map(|(_, promise)| promise)
        .collect()
}
