//! A week of sessions, as it is logged: the slots of the timetable on a week's days, and what is known of each.

mod week_slot;
mod week_state;

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::promise::pair;
use super::session::{self, Told};
use super::{
    Desk, Edit, Intervention, Keeping, Promise, Refusal, SchoolCalendar, Session, Standings,
    date_words,
};

pub use week_slot::WeekSlot;
pub use week_state::WeekState;

/// The Monday of the week of a date.
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into()))
        .unwrap_or(date)
}

/// The Sunday of the week that begins on a Monday.
pub fn sunday_of(monday: NaiveDate) -> NaiveDate {
    monday.checked_add_days(Days::new(6)).unwrap_or(monday)
}

/// No holiday is longer than this many weeks: where the search for a week with school ends.
const LONGEST_HOLIDAY: usize = 10;

/// The Monday of the last week with a school day before the week that begins on a Monday.
pub fn before(calendar: &SchoolCalendar, monday: NaiveDate) -> Option<NaiveDate> {
    with_school(calendar, monday, |monday| {
        monday.checked_sub_days(Days::new(7))
    })
}

/// The Monday of the first week with a school day after the week that begins on a Monday.
pub fn after(calendar: &SchoolCalendar, monday: NaiveDate) -> Option<NaiveDate> {
    with_school(calendar, monday, |monday| {
        monday.checked_add_days(Days::new(7))
    })
}

fn with_school(
    calendar: &SchoolCalendar,
    monday: NaiveDate,
    step: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Option<NaiveDate> {
    std::iter::successors(step(monday), |monday| step(*monday))
        .take(LONGEST_HOLIDAY)
        .find(|monday| {
            let mut days = monday.iter_days().take(5);
            days.any(|day| calendar.is_open(day))
        })
}

/// The sessions of an intervention in the week that begins on a Monday, in order: its slots within its dates, those on days
/// the school is closed too, and what was held beside them. Sessions of other interventions or weeks are passed over.
pub fn slots(
    intervention: &Intervention,
    calendar: &SchoolCalendar,
    monday: NaiveDate,
    sessions: &[Session],
) -> Vec<WeekSlot> {
    let sunday = sunday_of(monday);
    let timetable = timetable(intervention, monday);
    let sessions: Vec<&Session> = sessions
        .iter()
        .filter(|session| session.intervention == intervention.id)
        .filter(|session| (monday..=sunday).contains(&session.on))
        .collect();
    let times: Vec<(NaiveDate, Option<NaiveTime>)> = sessions
        .iter()
        .map(|session| (session.on, session.at))
        .collect();
    let mut slots: Vec<WeekSlot> = timetable
        .iter()
        .map(|promise| WeekSlot {
            on: promise.on,
            at: Some(promise.at),
            closed: calendar.why_closed(promise.on),
            session: None,
        })
        .collect();
    for (session, place) in sessions.into_iter().zip(pair(&timetable, &times)) {
        let session = session.clone();
        match place {
            Some(place) => slots[place].session = Some(session),
            None => slots.push(WeekSlot {
                on: session.on,
                at: session.at,
                closed: calendar.why_closed(session.on),
                session: Some(session),
            }),
        }
    }
    slots.sort_by_key(|slot| (slot.on, slot.at));
    slots
}

/// The slots of the timetable on a week's days within the intervention's dates, in order.
fn timetable(intervention: &Intervention, monday: NaiveDate) -> Vec<Promise> {
    if intervention.keeping == Keeping::Standing {
        return Vec::new();
    }
    let mut promises: Vec<Promise> = intervention
        .slots
        .iter()
        .filter_map(|slot| {
            let days = Days::new(slot.weekday.num_days_from_monday().into());
            let on = monday.checked_add_days(days)?;
            intervention
                .runs_in(on, on)
                .then_some(Promise { on, at: slot.at })
        })
        .collect();
    promises.sort();
    promises.dedup();
    promises
}

/// How far a week of an intervention is entered.
pub fn state(intervention: &Intervention, slots: &[WeekSlot], now: NaiveDateTime) -> WeekState {
    let recorded = slots.iter().filter(|slot| slot.session.is_some()).count();
    if slots.is_empty() {
        return WeekState::NoSlot;
    }
    if intervention.keeping == Keeping::ByException {
        return WeekState::AsTimetabled(recorded);
    }
    let open = slots
        .iter()
        .filter(|slot| slot.session.is_none() && slot.is_past(intervention.minutes, now))
        .count();
    match (open, recorded) {
        (0, 0) if slots.iter().all(|slot| slot.closed.is_some()) => WeekState::Closed,
        (0, 0) => WeekState::NotYet,
        (0, _) => WeekState::Entered,
        (open, _) => WeekState::NoEntry(open),
    }
}

/// The week to log first: the last one with school, while any of it has no entry; else the one that runs.
pub fn first_to_log(desk: &Desk<'_>, standings: &Standings) -> NaiveDate {
    let mut groups = standings.groups();
    groups
        .find(|(_, group)| !group.to_log.is_empty())
        .map_or_else(|| monday_of(desk.today()), |(_, group)| group.week)
}

/// The edit that records what is told of a week's sessions, each in place of what was recorded of it before.
///
/// # Errors
/// As [`session::record`], of the first session that can't be recorded; then none is.
pub fn record(
    desk: &Desk<'_>,
    monday: NaiveDate,
    told: &[(Told, Option<&Session>)],
) -> Result<Edit, Refusal> {
    let names: BTreeSet<&str> = told
        .iter()
        .filter_map(|(told, _)| desk.caseload.interventions.get(told.intervention))
        .map(|intervention| intervention.name.as_str())
        .collect();
    let names: Vec<&str> = names.into_iter().collect();
    let of = match names.as_slice() {
        [] | [_] => format!("Register of {}", names.concat()),
        [one, other] => format!("Registers of {one} and {other}"),
        many => format!("Registers of {} groups", many.len()),
    };
    let week = date_words::short(monday, desk.today());
    let mut edit = Edit::new(format!("{of}, week of {week}"));
    for (told, before) in told {
        edit.changes.extend(session::change(desk, told, *before)?);
    }
    Ok(edit)
}

#[cfg(test)]
mod tests;
