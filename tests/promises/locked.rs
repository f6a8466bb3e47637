//! Promises 41, 42, 47 and 48: the caseload locks itself, no typing is lost by it, one key hides everything, and the first
//! screen names nobody.
//!
//! The clock is the trial's. It waits as the loop of the program does, so that a lock which came only with the next key
//! would be found out, and so would a program that wakes needlessly.

mod forms;
mod states;

use std::time::Duration;

use caseload::keys::Key;
use chrono::NaiveDate;

use super::sitter::Sitter;
use super::{Promise, Size, Tally};
pub use forms::FORMS;
pub use states::STATES;

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 41,
        words: "it locks itself, whatever is open",
        tries: locks,
    },
    Promise {
        number: 42,
        words: "locking never loses typing",
        tries: forms::keep_typing,
    },
    Promise {
        number: 47,
        words: "one key hides everything, and shows it again",
        tries: covers,
    },
    Promise {
        number: 48,
        words: "the first screen after unlock names nobody",
        tries: first_screens,
    },
];

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_secs(60);
/// What an open caseload is looked at by, at the least.
const GLANCE: Duration = Duration::from_secs(30);

fn day() -> NaiveDate {
    "2026-11-23".parse().expect("a date")
}

/// What makes it lock.
#[derive(Clone, Copy, Debug)]
enum Event {
    /// Nobody presses a key for as long as is set, in minutes.
    Idle(u32),
    /// The computer sleeps.
    Sleep,
    /// As this, but the first thing to happen after is a key.
    SleepThenKey,
    /// It has been open for half a day, with a key pressed every four minutes.
    HalfDay,
}

const EVENTS: [Event; 6] = [
    Event::Idle(15),
    Event::Sleep,
    Event::SleepThenKey,
    Event::HalfDay,
    Event::Idle(1),
    Event::Idle(30),
];

/// Every event in every state of the screen; at the smaller sizes, some of them.
fn locks(size: Size) -> Tally {
    let mut tally = Tally::default();
    for (at, state) in STATES.iter().enumerate() {
        for (number, event) in EVENTS.iter().enumerate() {
            if (at + number) % size.of(3 * EVENTS.len(), 5, 1) != 0 {
                continue;
            }
            let found = locks_at(state, *event);
            tally.count(found.map_err(|wrong| format!("{event:?} at {state:?}: {wrong}")));
        }
    }
    tally.count(waits_for_a_job());
    tally.count(a_meeting_is_covered_only());
    tally.remarking(format!("{} states of the screen", STATES.len()))
}

fn locks_at(state: &str, event: Event) -> Result<(), String> {
    let minutes = match event {
        Event::Idle(minutes) => minutes,
        _ => 15,
    };
    let mut sitter = states::at(state, minutes, day());
    let names = sitter.names();
    let mut wakes = 0;
    // How long until it locked, from the moment on when it had to.
    let late = match event {
        Event::Idle(minutes) => {
            let due = MINUTE * minutes;
            let mut passed = Duration::ZERO;
            while !sitter.is_locked() && passed < due + MINUTE {
                let (more, woke) = sitter.waits(due + MINUTE - passed);
                passed += more;
                wakes += woke;
                if !sitter.is_locked() {
                    // It was covered on the way.
                    sitter.shows_none_of(&names)?;
                }
            }
            if passed < due {
                return Err(format!("locked after {passed:?} already"));
            }
            passed - due
        }
        Event::Sleep => {
            sitter.sleeps(MINUTE * 2);
            sitter.waits(MINUTE).0.saturating_sub(GLANCE)
        }
        Event::SleepThenKey => {
            sitter.sleeps(MINUTE + SECOND);
            sitter.presses(Key::char('x'));
            Duration::ZERO
        }
        Event::HalfDay => {
            let due = MINUTE * 60 * 12;
            let mut passed = Duration::ZERO;
            while !sitter.is_locked() && passed < due + MINUTE {
                passed += sitter.waits(MINUTE * 4).0;
                if !sitter.is_locked() {
                    sitter.presses(Key::f(12));
                }
            }
            if passed < due {
                return Err(format!("locked after {passed:?} already"));
            }
            passed - due
        }
    };
    if !sitter.is_locked() {
        return Err("it is not locked".to_owned());
    }
    if late > SECOND {
        return Err(format!("it locked {late:?} late"));
    }
    // A glance every half minute, the cover, the lock, and a draft kept.
    let needed = minutes * 2 + 4;
    if wakes > needed {
        return Err(format!("it woke {wakes} times in {minutes} minutes"));
    }
    sitter.shows_none_of(&names)
}

/// A list that takes long to read: the lock waits for it, and comes at its end.
fn waits_for_a_job() -> Result<(), String> {
    let mut sitter = Sitter::of_school_on(day());
    let names = sitter.names();
    let slow = states::SlowList::begin(&mut sitter);
    let (passed, _) = sitter.waits(SECOND);
    sitter.passes(MINUTE * 20);
    sitter.app.wake();
    if sitter.is_locked() || passed < SECOND {
        return Err("it locked in the middle of a job".to_owned());
    }
    slow.ends(&mut sitter);
    sitter.app.wake();
    if !sitter.is_locked() {
        return Err("it did not lock when the job had ended".to_owned());
    }
    sitter.shows_none_of(&names)
}

/// Before a family: covered, and locked only by sleep.
fn a_meeting_is_covered_only() -> Result<(), String> {
    let mut sitter = states::at("1<Enter><F8>3", 15, day());
    let names = sitter.names();
    let (screen, _) = sitter.drawn();
    if !screen.contains("[this pupil only]") {
        return Err(format!("no meeting:\n{screen}"));
    }
    let (passed, _) = sitter.waits(MINUTE * 20);
    sitter.shows_none_of(&names)?;
    sitter.waits(MINUTE * 60);
    if sitter.is_locked() || passed != MINUTE * 5 {
        return Err(format!("covered after {passed:?}, or locked"));
    }
    sitter.sleeps(MINUTE * 2);
    sitter.waits(MINUTE);
    if sitter.is_locked() {
        Ok(())
    } else {
        Err("a sleep did not lock it".to_owned())
    }
}

/// F9 at every state of the screen, and once more.
fn covers(size: Size) -> Tally {
    let mut tally = Tally::default();
    let shown = STATES.iter().filter(|state| !state.ends_with("<F9>"));
    for state in shown.step_by(size.of(3, 1, 1)) {
        let mut sitter = states::at(state, 15, day());
        let names = sitter.names();
        let before = sitter.drawn();
        sitter.presses(Key::f(9));
        let hidden = sitter.shows_none_of(&names);
        sitter.presses(Key::f(9));
        let again = sitter.drawn();
        // What was said is gone once a key was pressed; all else is as it was.
        let is_same = body(&before.0) == body(&again.0) && before.1 == again.1;
        tally.count(hidden.and(if is_same {
            Ok(())
        } else {
            Err(format!(
                "{state:?}: not as before:\n{}\n{}",
                before.0, again.0
            ))
        }));
    }
    tally
}

/// All but the last three rows, where the notice and the keys are.
fn body(screen: &str) -> Vec<&str> {
    let rows: Vec<_> = screen.split('\n').collect();
    rows[..rows.len() - 3].to_vec()
}

/// What stands there before a key is pressed, in many caseloads and three sizes.
fn first_screens(size: Size) -> Tally {
    let mut tally = Tally::default();
    for number in 0..size.of(2, 33, 100) {
        let day = day() + chrono::Days::new(number * 11);
        let mut sitter = Sitter::of_school_on(day);
        let names = sitter.names();
        // After a cover by itself stands the same as after the passphrase.
        sitter.waits(MINUTE * 6);
        sitter.presses(Key::char('x'));
        for size in [(80, 24), (120, 40), (200, 60)] {
            sitter.size = size;
            let shown = sitter.shows_none_of(&names);
            let (screen, _) = sitter.drawn();
            tally.count(shown.and(
                if screen.contains("Names are hidden until you press a key") {
                    Ok(())
                } else {
                    Err(format!("{day}: not the first screen:\n{screen}"))
                },
            ));
        }
    }
    tally
}
