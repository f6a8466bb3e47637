//! [`Promise`]: a session that the timetable promises.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::calendar::{EARLIEST, LATEST};
use super::{Intervention, SchoolCalendar};

/// A session that the timetable promises, on a day when the school is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Promise {
    /// The day.
    pub on: NaiveDate,
    /// When it begins.
    pub at: NaiveTime,
}

impl Promise {
    /// Whether a session of so many minutes has ended by now.
    pub fn is_over(self, minutes: u32, now: NaiveDateTime) -> bool {
        let length = TimeDelta::minutes(minutes.into());
        self.on.and_time(self.at).checked_add_signed(length) <= Some(now)
    }
}

/// What the timetable of an intervention promises from one day to another, both included, within the intervention's own
/// dates and in order. Standing support promises no sessions.
pub fn promises(
    intervention: &Intervention,
    calendar: &SchoolCalendar,
    first: NaiveDate,
    last: NaiveDate,
) -> Vec<Promise> {
    let mut slots = match intervention.keeping {
        super::Keeping::Standing => Vec::new(),
        super::Keeping::EachSession | super::Keeping::ByException => intervention.slots.clone(),
    };
    if slots.is_empty() {
        return Vec::new();
    }
    slots.sort();
    slots.dedup();
    let first = first.max(intervention.began_on).max(EARLIEST);
    let last = last.min(intervention.ends_on.unwrap_or(LATEST)).min(LATEST);
    let mut promises = Vec::new();
    for on in first.iter_days().take_while(|day| *day <= last) {
        let weekday = chrono::Datelike::weekday(&on);
        let mut today = slots
            .iter()
            .filter(|slot| slot.weekday == weekday)
            .peekable();
        if today.peek().is_some() && calendar.is_open(on) {
            promises.extend(today.map(|slot| Promise { on, at: slot.at }));
        }
    }
    promises
}

/// Which promise each recorded session fills: for every session its place among the promises, or none when it was off the
/// timetable. A session fills the promise of its day and time; failing that, the first of its day that no other fills.
/// Promises must be in order.
pub fn pair(
    promises: &[Promise],
    sessions: &[(NaiveDate, Option<NaiveTime>)],
) -> Vec<Option<usize>> {
    let mut filled = vec![false; promises.len()];
    let mut places: Vec<Option<usize>> = sessions
        .iter()
        .map(|&(on, at)| {
            let place = promises
                .binary_search(&Promise { on, at: at? })
                .ok()
                .filter(|place| !filled[*place])?;
            filled[place] = true;
            Some(place)
        })
        .collect();
    for (place, &(on, _)) in places.iter_mut().zip(sessions) {
        if place.is_none() {
            let day = promises.partition_point(|promise| promise.on < on);
            *place = (day..promises.len())
                .take_while(|open| promises[*open].on == on)
                .find(|open| !filled[*open]);
            if let Some(place) = place {
                filled[*place] = true;
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn time(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    fn promise(on: u32, hour: u32) -> Promise {
        Promise {
            on: day(on),
            at: time(hour, 0),
        }
    }

    #[test]
    fn a_session_is_over_when_its_minutes_are() {
        let morning = promise(16, 9);
        let now = |hour, minute| day(16).and_time(time(hour, minute));
        assert!(!morning.is_over(20, now(9, 19)));
        assert!(morning.is_over(20, now(9, 20)));
    }

    #[test]
    fn sessions_fill_their_own_time_first_and_then_what_is_open_that_day() {
        let promises = [promise(16, 9), promise(16, 14), promise(18, 9)];
        let table: [(&[_], &[_]); 6] = [
            (&[(day(16), Some(time(14, 0)))], &[Some(1)]),
            (&[(day(16), None)], &[Some(0)]),
            // The one with a time has it, though the one without came first.
            (
                &[(day(16), None), (day(16), Some(time(9, 0)))],
                &[Some(1), Some(0)],
            ),
            // Held in the afternoon instead.
            (&[(day(18), Some(time(13, 30)))], &[Some(2)]),
            // A day without a slot, and one session more than the day has slots.
            (&[(day(17), None)], &[None]),
            (&[(day(18), None), (day(18), None)], &[Some(2), None]),
        ];
        for (sessions, places) in table {
            assert_eq!(pair(&promises, sessions), places, "{sessions:?}");
        }
    }
}
