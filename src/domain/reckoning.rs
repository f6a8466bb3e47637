//! [`Reckoning`]: the sessions of an intervention counted by the day.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::promise::{pair, promises};
use super::{
    Intervention, Keeping, Mark, Place, Promise, PupilId, Run, SchoolCalendar, SessionMarks, fold,
};

/// The sessions of an intervention to date, counted once by the day, so that the figures of each place in it are a
/// difference of two sums. What is counted, [`Run`] says.
#[derive(Clone, Debug)]
pub struct Reckoning<'a> {
    intervention: &'a Intervention,
    calendar: &'a SchoolCalendar,
    /// The days of all that is counted, in order.
    days: Vec<NaiveDate>,
    /// What the first so many come to: one more than there are days.
    sums: Vec<Sums>,
    /// What was promised and has no entry, in order.
    unrecorded: Vec<Promise>,
    /// Sessions that did not run, in order, each with the place of its reason.
    not_given: Vec<(NaiveDate, usize)>,
    reasons: Vec<String>,
    /// The days of all that the timetable promises, to the end of the intervention, or to today where none is agreed.
    promised: Vec<NaiveDate>,
    /// The last day for which that holds.
    until: NaiveDate,
    /// Every pupil's marks in sessions that ran.
    marks: BTreeMap<PupilId, Vec<(NaiveDate, Mark)>>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    given: u32,
    no_entry: u32,
    off_timetable: u32,
}

/// One thing counted.
struct Counted {
    on: NaiveDate,
    outcome: Outcome,
    off_timetable: bool,
}

enum Outcome {
    Given,
    NotGiven(usize),
    NoEntry,
}

impl<'a> Reckoning<'a> {
    /// Counts the sessions recorded of an intervention, and what its timetable promised, to date. Sessions may be in any
    /// order.
    pub fn of(
        intervention: &'a Intervention,
        sessions: &[SessionMarks],
        calendar: &'a SchoolCalendar,
        now: NaiveDateTime,
    ) -> Self {
        let today = now.date();
        let until = intervention.ends_on.map_or(today, |on| on.max(today));
        let mut reckoning = Self {
            intervention,
            calendar,
            days: Vec::new(),
            sums: vec![Sums::default()],
            unrecorded: Vec::new(),
            not_given: Vec::new(),
            reasons: Vec::new(),
            promised: Vec::new(),
            until,
            marks: BTreeMap::new(),
        };
        if intervention.keeping == Keeping::Standing {
            return reckoning;
        }
        let promises = promises(intervention, calendar, NaiveDate::MIN, until);
        reckoning.promised = promises.iter().map(|promise| promise.on).collect();
        let to_date: Vec<&SessionMarks> = sessions
            .iter()
            .filter(|session| session.on <= today)
            .collect();
        let times: Vec<(NaiveDate, Option<NaiveTime>)> = to_date
            .iter()
            .map(|session| (session.on, session.at))
            .collect();
        let places = pair(&promises, &times);
        let mut counted: Vec<Counted> = to_date
            .iter()
            .zip(&places)
            .map(|(session, place)| Counted {
                on: session.on,
                outcome: reckoning.outcome_of(session),
                off_timetable: place.is_none(),
            })
            .collect();
        let mut open = vec![true; promises.len()];
        for place in places.into_iter().flatten() {
            open[place] = false;
        }
        let over: Vec<Promise> = promises
            .into_iter()
            .zip(open)
            .filter(|(promise, open)| *open && promise.is_over(intervention.minutes, now))
            .map(|(promise, _)| promise)
            .collect();
        let by_exception = intervention.keeping == Keeping::ByException;
        counted.extend(over.iter().map(|promise| Counted {
            on: promise.on,
            outcome: if by_exception {
                Outcome::Given
            } else {
                Outcome::NoEntry
            },
            off_timetable: false,
        }));
        if !by_exception {
            reckoning.unrecorded = over;
        }
        counted.sort_by_key(|one| one.on);
        for one in counted {
            reckoning.add(one);
        }
        reckoning
    }

    /// What became of a session. The marks of one that ran are kept.
    fn outcome_of(&mut self, session: &SessionMarks) -> Outcome {
        let Some(reason) = &session.not_given else {
            for (n, (pupil, mark)) in session.marks.iter().enumerate() {
                // A pupil has one mark in a session: the first.
                if session.marks[..n].iter().all(|(other, _)| other != pupil) {
                    let marks = self.marks.entry(*pupil).or_default();
                    marks.push((session.on, *mark));
                }
            }
            return Outcome::Given;
        };
        let key = fold(reason);
        let known = self.reasons.iter().position(|one| fold(one) == key);
        Outcome::NotGiven(known.unwrap_or_else(|| {
            self.reasons.push(reason.trim().to_owned());
            self.reasons.len() - 1
        }))
    }

    fn add(&mut self, one: Counted) {
        let mut sums = self.sums.last().copied().unwrap_or_default();
        match one.outcome {
            Outcome::Given => sums.given += 1,
            Outcome::NotGiven(reason) => self.not_given.push((one.on, reason)),
            Outcome::NoEntry => sums.no_entry += 1,
        }
        sums.off_timetable += u32::from(one.off_timetable);
        self.days.push(one.on);
        self.sums.push(sums);
    }

    /// What was promised from one day to another, both included, and has no entry.
    pub fn unrecorded(&self, first: NaiveDate, last: NaiveDate) -> &[Promise] {
        &self.unrecorded[span(&self.unrecorded, |promise| promise.on, first, Some(last))]
    }

    /// The figures of the whole group.
    pub fn of_group(&self) -> Run {
        self.between(NaiveDate::MIN, None)
    }

    /// The figures of a pupil's place.
    pub fn of_place(&self, place: &Place) -> Run {
        let from = place.from.unwrap_or(NaiveDate::MIN);
        let to = place.to.unwrap_or(NaiveDate::MAX);
        let mut run = self.between(from, place.to);
        let marks = self.marks.get(&place.pupil).map_or(&[][..], Vec::as_slice);
        let hers = marks.iter().filter(|(on, _)| (from..=to).contains(on));
        let there = hers.clone().filter(|(_, mark)| *mark == Mark::There);
        run.came = match run.keeping {
            // By exception she was there unless she is marked.
            Keeping::ByException => run.given + number(there.count()) - number(hers.count()),
            Keeping::EachSession | Keeping::Standing => number(there.count()),
        };
        run
    }

    /// The figures from one day to another, both included; to the end of the intervention without a last day.
    fn between(&self, from: NaiveDate, to: Option<NaiveDate>) -> Run {
        let within = span(&self.days, |day| *day, from, to);
        let (before, after) = (self.sums[within.start], self.sums[within.end]);
        let given = after.given - before.given;
        let off_timetable = after.off_timetable - before.off_timetable;
        Run {
            promised: number(within.len()),
            given,
            came: given,
            not_given: self.reasons_between(from, to),
            no_entry: after.no_entry - before.no_entry,
            promised_to_end: self
                .promised_between(from, to)
                .map(|promised| promised + off_timetable),
            to_date: self.days[within].last().copied(),
            keeping: self.intervention.keeping,
        }
    }

    fn reasons_between(&self, from: NaiveDate, to: Option<NaiveDate>) -> Vec<(String, u32)> {
        let mut times = vec![0; self.reasons.len()];
        for (_, reason) in &self.not_given[span(&self.not_given, |(on, _)| *on, from, to)] {
            times[*reason] += 1;
        }
        let reasons = self.reasons.iter().cloned().zip(times);
        let mut reasons: Vec<(String, u32)> = reasons.filter(|(_, times)| *times > 0).collect();
        reasons.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
        reasons
    }

    /// What the timetable promises in all; none while no last day is agreed, and for standing support.
    fn promised_between(&self, from: NaiveDate, to: Option<NaiveDate>) -> Option<u32> {
        let last = [to, self.intervention.ends_on]
            .into_iter()
            .flatten()
            .min()?;
        if self.intervention.keeping == Keeping::Standing {
            return None;
        }
        let known = span(&self.promised, |day| *day, from, Some(last)).len();
        // A place may end after today where the intervention has no end.
        let ahead = match self.until.succ_opt() {
            Some(next) if last > self.until => {
                promises(self.intervention, self.calendar, next.max(from), last).len()
            }
            Some(_) | None => 0,
        };
        Some(number(known + ahead))
    }
}

/// Where in a list in order of day those from one day to another are.
fn span<T>(
    list: &[T],
    day: impl Fn(&T) -> NaiveDate,
    from: NaiveDate,
    to: Option<NaiveDate>,
) -> Range<usize> {
    let start = list.partition_point(|one| day(one) < from);
    let end = to.map_or(list.len(), |to| list.partition_point(|one| day(one) <= to));
    start..end.max(start)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
