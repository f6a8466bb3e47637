use chrono::{Datelike, Days, NaiveTime, Weekday};
use proptest::prelude::*;

use super::*;
use crate::domain::{Id, Mark, PupilId, Slot, Term};

const AISHA: PupilId = Id::new(7);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

/// Autumn 2026 with a half term in its last week of October.
fn calendar() -> SchoolCalendar {
    let term = |name: &str, first, last| Term {
        name: name.into(),
        first,
        last,
    };
    let terms = [
        term("Autumn 1", day(9, 2), day(10, 23)),
        term("Autumn 2", day(11, 2), day(12, 18)),
    ];
    SchoolCalendar::new(&terms, &[])
}

/// Monday, Wednesday and Friday at 9:10 for 20 minutes, 14 September to 11 December.
fn phonics() -> Intervention {
    let slot = |weekday| Slot {
        weekday,
        at: time(9, 10),
    };
    Intervention {
        id: Id::new(1),
        provision: Id::new(2),
        name: "Phonics 3".into(),
        led_by: None,
        began_on: day(9, 14),
        ends_on: Some(day(12, 11)),
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: [Weekday::Mon, Weekday::Wed, Weekday::Fri]
            .map(slot)
            .to_vec(),
        room: String::new(),
    }
}

fn place() -> Place {
    Place {
        id: Id::new(3),
        pupil: AISHA,
        intervention: Id::new(1),
        from: None,
        to: None,
        target: None,
    }
}

fn given(on: NaiveDate, mark: Option<Mark>) -> SessionMarks {
    SessionMarks {
        on,
        at: None,
        not_given: None,
        marks: mark.map(|mark| (AISHA, mark)).into_iter().collect(),
    }
}

fn not_given(on: NaiveDate, reason: &str) -> SessionMarks {
    SessionMarks {
        not_given: Some(reason.into()),
        ..given(on, None)
    }
}

fn noon(on: NaiveDate) -> NaiveDateTime {
    on.and_time(time(12, 0))
}

fn of_aisha(sessions: &[SessionMarks], now: NaiveDateTime) -> Run {
    Run::of_place(&phonics(), &place(), sessions, &calendar(), now)
}

#[test]
fn what_was_promised_is_what_came_of_it() {
    let sessions = [
        given(day(9, 14), Some(Mark::There)),
        given(day(9, 16), Some(Mark::Absent)),
        given(day(9, 18), None),
        not_given(day(9, 21), "adult away"),
        not_given(day(9, 23), "assembly"),
        not_given(day(9, 25), " Adult away"),
    ];
    let run = of_aisha(&sessions, noon(day(9, 30)));
    let expected = Run {
        promised: 8,
        given: 3,
        came: 1,
        not_given: vec![("adult away".into(), 2), ("assembly".into(), 1)],
        no_entry: 2,
        // Twelve weeks of term are left in these dates: 39 slots less three of half term.
        promised_to_end: Some(36),
        to_date: Some(day(9, 30)),
        keeping: Keeping::EachSession,
    };
    assert_eq!(run, expected);
    assert_eq!(run.given_per_cent(), Some(50));
}

#[test]
fn a_slot_counts_from_the_minute_it_ends_or_from_its_record() {
    let at = |hour, minute| day(9, 14).and_time(time(hour, minute));
    assert_eq!(of_aisha(&[], at(9, 29)).promised, 0);
    assert_eq!(of_aisha(&[], at(9, 30)).no_entry, 1);
    let away = [not_given(day(9, 14), "adult away")];
    assert_eq!(of_aisha(&away, at(8, 30)).promised, 1);
    assert_eq!(of_aisha(&away, noon(day(9, 13))).promised, 0);
}

#[test]
fn off_the_timetable_a_session_is_promised_by_being_held() {
    let tuesday = [given(day(9, 15), Some(Mark::There))];
    let run = of_aisha(&tuesday, noon(day(9, 16)));
    assert_eq!((run.promised, run.given, run.no_entry), (3, 1, 2));
    assert_eq!(run.promised_to_end, Some(37));
}

#[test]
fn by_exception_a_slot_is_given_and_she_was_there_unless_marked() {
    let by_exception = Intervention {
        keeping: Keeping::ByException,
        ..phonics()
    };
    let sessions = [
        given(day(9, 14), Some(Mark::School)),
        not_given(day(9, 16), "trip"),
        given(day(9, 18), None),
    ];
    let now = noon(day(9, 21));
    let run = Run::of_place(&by_exception, &place(), &sessions, &calendar(), now);
    assert_eq!(
        (run.promised, run.given, run.came, run.no_entry),
        (4, 3, 2, 0)
    );
}

#[test]
fn a_place_counts_between_its_own_days() {
    let late = Place {
        from: Some(day(9, 21)),
        to: Some(day(9, 25)),
        ..place()
    };
    let sessions = [
        given(day(9, 14), Some(Mark::There)),
        given(day(9, 23), Some(Mark::There)),
    ];
    let run = Run::of_place(&phonics(), &late, &sessions, &calendar(), noon(day(10, 30)));
    assert_eq!((run.promised, run.came, run.no_entry), (3, 1, 2));
    assert_eq!(run.promised_to_end, Some(3));
    assert_eq!(run.to_date, Some(day(9, 25)));
}

#[test]
fn closed_days_and_standing_support_promise_nothing() {
    // Half term week, then the week after it.
    let before = of_aisha(&[], noon(day(10, 23)));
    assert_eq!(of_aisha(&[], noon(day(10, 30))).promised, before.promised);
    let all_day = Intervention {
        keeping: Keeping::Standing,
        ..phonics()
    };
    let run = Run::of_place(&all_day, &place(), &[], &calendar(), noon(day(11, 30)));
    assert_eq!(
        (run.promised, run.promised_to_end, run.to_date),
        (0, None, None)
    );
    assert_eq!(run.given_per_cent(), None);
}

fn mark() -> impl Strategy<Value = Option<Mark>> {
    prop::option::of(prop::sample::select(vec![
        Mark::There,
        Mark::Absent,
        Mark::School,
    ]))
}

prop_compose! {
    fn session()(
        days in 0..120_u64,
        at in prop::option::of(prop::sample::select(vec![time(9, 10), time(14, 0)])),
        reason in prop::option::of(prop::sample::select(vec!["adult away", "assembly"])),
        mark in mark(),
    ) -> SessionMarks {
        let on = day(9, 1) + Days::new(days);
        let held = SessionMarks { at, ..given(on, mark) };
        match reason {
            Some(reason) => SessionMarks { at, ..not_given(on, reason) },
            None => held,
        }
    }
}

/// The definition taken by the day: on each, the larger of its slots to date and of its sessions.
fn recount(
    intervention: &Intervention,
    place: &Place,
    sessions: &[SessionMarks],
    now: NaiveDateTime,
) -> (u32, u32, u32) {
    let calendar = calendar();
    let (mut promised, mut recorded, mut to_end) = (0, 0, 0);
    let last = place.to.unwrap_or(day(12, 31)).min(day(12, 11));
    let mut on = place.from.unwrap_or(day(9, 1)).min(day(9, 1));
    while on <= day(12, 31) {
        let within = place.from.is_none_or(|from| on >= from) && place.to.is_none_or(|to| on <= to);
        let slots: Vec<NaiveDateTime> = intervention
            .slots
            .iter()
            .filter(|slot| slot.weekday == on.weekday() && calendar.is_open(on) && within)
            .filter(|_| on >= intervention.began_on && on <= last)
            .map(|slot| on.and_time(slot.at) + chrono::TimeDelta::minutes(20))
            .collect();
        let held = sessions
            .iter()
            .filter(|session| session.on == on && within && on <= now.date())
            .count();
        let over = if on < now.date() {
            slots.len()
        } else if on > now.date() {
            0
        } else {
            slots.iter().filter(|end| **end <= now).count()
        };
        promised += over.max(held);
        recorded += held;
        to_end += slots.len().max(held);
        on = on + Days::new(1);
    }
    (promised as u32, recorded as u32, to_end as u32)
}

proptest! {
    #[test]
    fn promised_is_given_and_not_given_and_no_entry(
        sessions in prop::collection::vec(session(), 0..60),
        from in prop::option::of(0..120_u64), length in prop::option::of(0..60_u64),
        passed in 0..130_u64, by_exception: bool,
    ) {
        let keeping = if by_exception { Keeping::ByException } else { Keeping::EachSession };
        let intervention = Intervention { keeping, ..phonics() };
        let from = from.map(|days| day(9, 1) + Days::new(days));
        let to = length.map(|days| from.unwrap_or(day(9, 1)) + Days::new(days));
        let place = Place { from, to, ..place() };
        let now = noon(day(9, 1) + Days::new(passed));
        let run = Run::of_place(&intervention, &place, &sessions, &calendar(), now);
        prop_assert_eq!(run.promised, run.given + run.not_given_in_all() + run.no_entry);
        prop_assert!(run.came <= run.given);
        prop_assert!(!by_exception || run.no_entry == 0);
        let (promised, recorded, to_end) = recount(&intervention, &place, &sessions, now);
        prop_assert_eq!(run.promised, promised);
        prop_assert_eq!(run.promised_to_end, Some(to_end));
        if !by_exception {
            prop_assert_eq!(run.no_entry, promised - recorded);
        }
    }

    #[test]
    fn the_order_of_the_sessions_does_not_matter(sessions in prop::collection::vec(session(), 0..30)) {
        let now = noon(day(12, 31));
        let mut turned = sessions.clone();
        turned.reverse();
        let (one, other) = (of_aisha(&sessions, now), of_aisha(&turned, now));
        prop_assert_eq!((one.promised, one.given, one.came), (other.promised, other.given, other.came));
        prop_assert_eq!((one.no_entry, one.to_date), (other.no_entry, other.to_date));
    }
}
