//! The sessions of an intervention up to yesterday.

use chrono::{Datelike, NaiveDate};

use super::build::Build;
use super::intervention::{Member, Run, Running};
use super::phrases::Phrases;
use super::seeded::Seeded;
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
    let days = build.days.open(ran.began_on, last).to_vec();
    let mut chance = Seeded::of(&format!("sessions of {}", run.key));
    let first_week = build.days.week_of(ran.began_on);
    for day in days {
        for (slot, place) in ran.slots.iter().zip(0..) {
            if slot.weekday != day.weekday() {
                continue;
            }
            let week = build.days.week_of(day);
            let became = match logged(run, week - first_week, place) {
                Some(became) => became,
                None => by_chance(&mut chance, running, run, (week, ran.slots.len() - place)),
            };
            put(build, &mut chance, (running, run, ran), (day, slot, became));
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
    chance: &mut Seeded,
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
    match chance.below(100) {
        0..10 => Became::NotGiven(reasons[chance.below(reasons.len())]),
        10..13 if week < -3 => Became::NoEntry,
        _ => Became::Given,
    }
}

fn put(
    build: &mut Build<'_>,
    chance: &mut Seeded,
    (running, run, ran): (&Running, &Run, &Intervention),
    (day, slot, became): (NaiveDate, &Slot, Became),
) {
    let not_given = match became {
        Became::NoEntry => return,
        Became::Given => None,
        Became::NotGiven(letter) => running.reasons.get(&letter).cloned(),
    };
    let marks = if not_given.is_none() {
        marks(build, chance, run, day)
    } else {
        Vec::new()
    };
    let ordinary = not_given.is_none() && marks.iter().all(|mark| mark.mark == Mark::There);
    if ran.keeping == Keeping::ByException && ordinary {
        return;
    }
    let remarks = &Phrases::read().everybody.remarks;
    let note = if not_given.is_none() && run.log.is_empty() && chance.percent(6) {
        remarks[chance.below(remarks.len())].clone()
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

fn marks(build: &Build<'_>, chance: &mut Seeded, run: &Run, day: NaiveDate) -> Vec<Attendance> {
    let mut marks = Vec::with_capacity(run.pupils.len());
    for member in &run.pupils {
        if is_in(build, member, day) {
            marks.push(Attendance {
                pupil: build.pupils.id(&member.pupil),
                mark: mark(build, chance, run, (member, day)),
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

fn mark(
    build: &Build<'_>,
    chance: &mut Seeded,
    run: &Run,
    (member, day): (&Member, NaiveDate),
) -> Mark {
    let away = |when: &_| build.days.date(*when) == day;
    if member.away.iter().any(away) {
        return Mark::Absent;
    }
    if !run.log.is_empty() {
        return Mark::There;
    }
    match chance.below(100) {
        0..6 => Mark::Absent,
        6..8 => Mark::School,
        _ => Mark::There,
    }
}
