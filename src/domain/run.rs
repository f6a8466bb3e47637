//! [`Run`]: what was promised of an intervention, and what came of it.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::promise::{pair, promises};
use super::{Intervention, Keeping, Mark, Place, SchoolCalendar, SessionMarks, fold};

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

/// Whose sessions are counted: those of a place, or all of the group's.
#[derive(Clone, Copy)]
struct Share<'a> {
    place: Option<&'a Place>,
}

impl Share<'_> {
    fn from(self) -> NaiveDate {
        self.place
            .and_then(|place| place.from)
            .unwrap_or(NaiveDate::MIN)
    }

    fn to(self) -> NaiveDate {
        self.place
            .and_then(|place| place.to)
            .unwrap_or(NaiveDate::MAX)
    }

    /// Whether the pupil came to a session that ran.
    fn came(self, session: &SessionMarks, keeping: Keeping) -> bool {
        let Some(place) = self.place else { return true };
        match session.mark_of(place.pupil) {
            Some(mark) => mark == Mark::There,
            // By exception she was there unless she is marked.
            None => keeping == Keeping::ByException,
        }
    }
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
        let share = Share { place: Some(place) };
        Self::count(intervention, share, sessions, calendar, now)
    }

    /// The figures of the whole group.
    pub fn of_group(
        intervention: &Intervention,
        sessions: &[SessionMarks],
        calendar: &SchoolCalendar,
        now: NaiveDateTime,
    ) -> Self {
        Self::count(intervention, Share { place: None }, sessions, calendar, now)
    }

    fn count(
        intervention: &Intervention,
        share: Share<'_>,
        sessions: &[SessionMarks],
        calendar: &SchoolCalendar,
        now: NaiveDateTime,
    ) -> Self {
        let keeping = intervention.keeping;
        let mut run = Self {
            promised: 0,
            given: 0,
            came: 0,
            not_given: Vec::new(),
            no_entry: 0,
            promised_to_end: None,
            to_date: None,
            keeping,
        };
        if keeping == Keeping::Standing {
            return run;
        }
        let today = now.date();
        let last = share
            .to()
            .min(intervention.ends_on.unwrap_or(NaiveDate::MAX));
        let has_end = last < NaiveDate::MAX;
        let until = if has_end { last.max(today) } else { today };
        let promises = promises(intervention, calendar, share.from(), until.min(share.to()));
        let sessions: Vec<&SessionMarks> = sessions
            .iter()
            .filter(|session| (share.from()..=share.to()).contains(&session.on))
            .filter(|session| session.on <= today)
            .collect();
        let times: Vec<(NaiveDate, Option<NaiveTime>)> = sessions
            .iter()
            .map(|session| (session.on, session.at))
            .collect();
        let places = pair(&promises, &times);
        for session in &sessions {
            run.add(session, share.came(session, keeping));
        }
        let mut open = vec![true; promises.len()];
        for place in places.iter().flatten() {
            open[*place] = false;
        }
        let unrecorded = promises.iter().zip(&open).filter(|(promise, open)| {
            **open && promise.on <= today && promise.is_over(intervention.minutes, now)
        });
        for (promise, _) in unrecorded {
            run.add_unrecorded(promise.on);
        }
        let off_timetable = places.iter().filter(|place| place.is_none()).count();
        run.promised_to_end = has_end.then(|| number(promises.len() + off_timetable));
        run.not_given
            .sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        run
    }

    fn add(&mut self, session: &SessionMarks, came: bool) {
        self.promised += 1;
        self.to_date = self.to_date.max(Some(session.on));
        let Some(reason) = &session.not_given else {
            self.given += 1;
            self.came += u32::from(came);
            return;
        };
        let key = fold(reason);
        match self.not_given.iter_mut().find(|(of, _)| fold(of) == key) {
            Some((_, times)) => *times += 1,
            None => self.not_given.push((reason.trim().to_owned(), 1)),
        }
    }

    fn add_unrecorded(&mut self, on: NaiveDate) {
        self.promised += 1;
        self.to_date = self.to_date.max(Some(on));
        match self.keeping {
            Keeping::ByException => {
                self.given += 1;
                self.came += 1;
            }
            Keeping::EachSession | Keeping::Standing => self.no_entry += 1,
        }
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

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
