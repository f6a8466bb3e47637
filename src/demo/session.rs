//! The sessions of an intervention up to yesterday.

use chrono::{Datelike, NaiveDate};

use super::build::Build;
use super::intervention::{Member, Run, Running};
use crate::domain::{Attendance, Intervention, Keeping, Mark, Session, Slot};

/// What became of one slot.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Became {
    Given,
    /// With the letter of the reason.
    NotGiven(char),
    NoEntry,
}

pub(super) fn make(build: &mut Build<'_>, running: &Running, run: &Run, ran: &Intervention) {
    if ran.keeping == Keeping::Standing {
        return;
    }
    let yesterday = build.days.today.pred_opt().unwrap_or_default();
    let last = ran.ends_on.map_or(yesterday, |end| end.min(yesterday));
    let days: Vec<NaiveDate> = build
        .days
        .calendar
        .school_days(ran.began_on, last)
        .collect();
    let first_week = build.days.week_of(ran.began_on);
    for day in days {
        for (slot, place) in ran.slots.iter().zip(0..) {
            if slot.weekday != day.weekday() {
                continue;
            }
            let week = build.days.week_of(day);
            let became = match logged(run, week - first_week, place) {
                Some(became) => became,
                None => by_chance(build, running, run, (week, ran.slots.len() - place)),
            };
            put(build, running, run, ran, (day, slot, became));
        }
    }
}

/// What the log says, as far as it goes.
fn logged(run: &Run, week: i32, place: usize) -> Option<Became> {
    let word = run.log.get(usize::try_from(week).ok()?)?;
    Some(match word.chars().nth(place)? {
        '.' => Became::Given,
        '?' => Became::NoEntry,
        reason => Became::NotGiven(reason),
    })
}

/// `left_in_week` counts this slot and those after it.
fn by_chance(
    build: &mut Build<'_>,
    running: &Running,
    run: &Run,
    (week, left_in_week): (i32, usize),
) -> Became {
    let reasons: Vec<char> = running.reasons.keys().copied().collect();
    if week == -1 && left_in_week <= run.to_log {
        return Became::NoEntry;
    }
    // What the log tells to the letter goes on without a fault.
    if !run.log.is_empty() {
        return Became::Given;
    }
    match build.chance.below(100) {
        0..10 => Became::NotGiven(reasons[build.chance.below(reasons.len())]),
        10..13 if week < -3 => Became::NoEntry,
        _ => Became::Given,
    }
}

fn put(
    build: &mut Build<'_>,
    running: &Running,
    run: &Run,
    ran: &Intervention,
    (day, slot, became): (NaiveDate, &Slot, Became),
) {
    let not_given = match became {
        Became::NoEntry => return,
        Became::Given => None,
        Became::NotGiven(letter) => running.reasons.get(&letter).cloned(),
    };
    let marks = if not_given.is_none() {
        marks(build, run, day)
    } else {
        Vec::new()
    };
    let ordinary = not_given.is_none() && marks.iter().all(|mark| mark.mark == Mark::There);
    if ran.keeping == Keeping::ByException && ordinary {
        return;
    }
    let note = if not_given.is_none() && !run.remarks.is_empty() && build.chance.percent(8) {
        run.remarks[build.chance.below(run.remarks.len())].clone()
    } else {
        String::new()
    };
    let session = Session {
        id: build.id(),
        intervention: ran.id,
        on: day,
        at: Some(slot.at),
        not_given,
        told_by: run.led_by.clone(),
        entered_at: build.days.typed(day),
        note,
        marks,
    };
    build.put(session);
}

fn marks(build: &mut Build<'_>, run: &Run, day: NaiveDate) -> Vec<Attendance> {
    let mut marks = Vec::with_capacity(run.pupils.len());
    for member in &run.pupils {
        if is_in(build, member, day) {
            marks.push(Attendance {
                pupil: build.pupils.id(&member.pupil),
                mark: mark(build, run, member, day),
                note: String::new(),
            });
        }
    }
    marks
}

fn is_in(build: &Build<'_>, member: &Member, day: NaiveDate) -> bool {
    let days = &build.days;
    days.maybe(member.from).is_none_or(|from| from <= day)
        && days.maybe(member.to).is_none_or(|to| day <= to)
}

fn mark(build: &mut Build<'_>, run: &Run, member: &Member, day: NaiveDate) -> Mark {
    let away = |when: &_| build.days.date(*when) == day;
    if member.away.iter().any(away) {
        return Mark::Absent;
    }
    if !run.log.is_empty() {
        return Mark::There;
    }
    match build.chance.below(100) {
        0..6 => Mark::Absent,
        6..8 => Mark::School,
        _ => Mark::There,
    }
}
