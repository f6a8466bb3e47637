//! [`Run`]: what was promised of an intervention, and what came of it.

use chrono::{NaiveDate, NaiveDateTime};

use super::{Intervention, Keeping, Place, Reckoning, SchoolCalendar, SessionMarks};

/// What was promised of an intervention to one pupil, or to the group, and what came of it.
///
/// Always `promised = given + not given + no entry`. *To date* are the slots of the timetable that have ended by now, on days
/// the school is open, within the dates of the intervention and of the place; slots of today about which something is
/// recorded already; and sessions recorded off the timetable. Standing support is not counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Sessions promised to date.
    pub promised: u32,
    /// Those that ran.
    pub given: u32,
    /// Those that ran and to which the pupil came; for the group, all that ran.
    pub came: u32,
    /// Those that did not run, by reason, the most frequent first.
    pub not_given: Vec<(String, u32)>,
    /// Those about which nothing is known: never counted as not given, and none where sessions are kept by exception.
    pub no_entry: u32,
    /// Sessions promised from the first day to the last; none while no last day is agreed.
    pub promised_to_end: Option<u32>,
    /// The day of the latest session counted.
    pub to_date: Option<NaiveDate>,
    /// How the sessions are kept.
    pub keeping: Keeping,
}

impl Run {
    /// The figures of a pupil's place. Sessions must be those of the intervention; they may be in any order.
    pub fn of_place(
        intervention: &Intervention,
        place: &Place,
        sessions: &[SessionMarks],
        calendar: &SchoolCalendar,
        now: NaiveDateTime,
    ) -> Self {
        Reckoning::of(intervention, sessions, calendar, now).of_place(place)
    }

    /// Sessions not given, for whatever reason.
    pub fn not_given_in_all(&self) -> u32 {
        self.not_given.iter().map(|(_, times)| times).sum()
    }

    /// Given of those about which something is known, in per cent; none where nothing is.
    pub fn given_per_cent(&self) -> Option<u32> {
        (100 * self.given).checked_div(self.given + self.not_given_in_all())
    }
}

#[cfg(test)]
mod tests;
