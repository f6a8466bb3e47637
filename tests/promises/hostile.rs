//! Promise 71: no control byte of the data reaches the terminal.
//!
//! Texts that would do something to a terminal are planted in every field of every record of the made-up school, pasted
//! into every box and written into names of files and lists of pupils. What the program writes then is looked at byte by
//! byte, read as a terminal reads it, and laid beside the same screen with harmless texts of the same shape.

mod commands;
mod eye;
pub mod files;
mod pair;
mod planted;
mod source;
mod stream;
mod texts;
mod window;

use std::collections::BTreeSet;
use std::sync::OnceLock;

use caseload::domain::{
    Caseload, Change, Draft, DraftKey, Edit, Id, Ids, Note, NoteKind, Pupil, Record, School, Voice,
};
use caseload::store::Store;
use chrono::{DateTime, NaiveDate};

use super::locked::{FORMS, STATES};
use super::{Promise, Size, Tally};
pub use eye::Eye;
use pair::Pair;
use planted::planted;
use texts::{Texts, harmless};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 71,
        words: "no control byte: every screen",
        tries: screens,
    },
    Promise {
        number: 71,
        words: "no control byte: every form and what it refuses",
        tries: forms,
    },
    Promise {
        number: 71,
        words: "no control byte: 10,000 names and notes",
        tries: names_and_notes,
    },
    Promise {
        number: 71,
        words: "no control byte: the real program in a terminal",
        tries: window::tries,
    },
    Promise {
        number: 71,
        words: "no control byte: plain commands and their errors",
        tries: commands::tries,
    },
    Promise {
        number: 71,
        words: "no control byte: only the sanitizer's writers write",
        tries: source::tries,
    },
    Promise {
        number: 71,
        words: "control: without the sanitizer it is noticed",
        tries: source::unsanitized,
    },
];

fn day() -> NaiveDate {
    "2026-11-23".parse().expect("a date")
}

fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(Texts::new)
}

/// The made-up school, or some of it, with texts in all its fields; hostile and harmless.
fn school(some: fn(Vec<Edit>) -> Vec<Edit>) -> [Vec<Edit>; 2] {
    let edits = |text: fn(usize) -> String| {
        let mut next = 0;
        planted(
            some(caseload::demo::edits(day(), &Ids::after(0, 1))),
            || {
                next += 1;
                text(next - 1)
            },
        )
    };
    [
        edits(|number| texts().of(number)),
        edits(|number| harmless(&texts().of(number))),
    ]
}

/// The made-up school with hostile texts, and with harmless ones; at the smallest size, what is about a few.
fn hostile_school(size: Size) -> [Vec<Edit>; 2] {
    match size {
        Size::Small => school(of_few),
        Size::T1 | Size::T2 => school(|all| all),
    }
}

/// More of the screens than a lock is tried at.
const SCREENS: [&str; 30] = [
    "0",
    "0?",
    "1s",
    "1 ",
    "1v",
    "1/k0",
    "1Kk",
    "2",
    "2v",
    "3v",
    "3vv",
    "4v",
    "4vv",
    "<Ctrl+B>",
    "<Ctrl+F>k0",
    "<Ctrl+F>k000",
    "<F8>1",
    "<F8>3",
    "<F8>4",
    "1<Enter><Enter>",
    "1<Enter>l",
    "1<Enter>l/k",
    "1<Enter>b<Ctrl+P>",
    "1<Delete>",
    "1<Enter>n",
    "1<Enter>p<Down><Enter>",
    "4<Down><Enter>",
    "4vn",
    "<Ctrl+O><Down><Enter>",
    "<Ctrl+O><End><Up><Enter>",
];

fn screens(size: Size) -> Tally {
    let mut tally = Tally::default();
    let [hostile, harmless] = &hostile_school(size);
    let windows: &[(u16, u16)] = size.of(
        &[(80, 24)],
        &[(80, 24), (120, 40)],
        &[(80, 24), (120, 40), (60, 16)],
    );
    let mut seen = BTreeSet::new();
    let mut looks = 0;
    for window in windows {
        let mut pair = Pair::before([hostile, harmless], None, *window);
        let states = STATES.iter().chain(&SCREENS).filter(is_alike);
        let all = window.0 == 80;
        for state in states.step_by(size.of(6, if all { 1 } else { 4 }, 1)) {
            tally.count(goes_through(&mut pair, state));
        }
        for pupil in 0..size.of(1, 4, 60) {
            tally.count(goes_through_pupil(&mut pair, pupil));
        }
        seen.append(&mut pair.seen);
        looks += pair.looks;
    }
    tally.remarking(format!("{looks} screens, {} texts on them", seen.len()))
}

/// Whether it shows the same beside harmless texts: a list to be read is another trial's, and other words are found.
fn is_alike(state: &&&str) -> bool {
    !state.contains('{') && **state != "<Ctrl+F>a"
}

fn goes_through(pair: &mut Pair, state: &str) -> Result<(), String> {
    // Whoever could see the screen, everybody may now, and nothing is open.
    pair.alike = 0;
    for start in [
        "x", "<Esc>", "<Esc>", "<Esc>", "<F8>1", "<Esc>", "y", "0", "0",
    ] {
        pair.does(start)?;
    }
    pair.alike = if state.contains("<F8>") { 0 } else { u16::MAX };
    for (at, _) in state
        .char_indices()
        .filter(|(at, _)| !is_in_key(state, *at))
    {
        let next = state[at..].chars().next().map_or(0, char::len_utf8);
        let end = if state[at..].starts_with('<') {
            at + state[at..].find('>').expect("a key") + 1
        } else {
            at + next
        };
        pair.does(&state[at..end])
            .map_err(|wrong| format!("{state:?}: {wrong}"))?;
    }
    for more in [
        "<Down>",
        "<Down>",
        "<PageDown>",
        "<Right>",
        "<End>",
        "<Home>",
        "<Tab>",
        "<Esc>",
    ] {
        pair.does(more)
            .map_err(|wrong| format!("{state:?}: {wrong}"))?;
    }
    Ok(())
}

/// Whether a place of a script is inside the name of a key: "<Ctrl+O>".
fn is_in_key(script: &str, at: usize) -> bool {
    let before = &script[..at];
    before.rfind('<') > before.rfind('>')
}

fn goes_through_pupil(pair: &mut Pair, number: usize) -> Result<(), String> {
    pair.alike = 0;
    pair.does("<Esc>")?;
    pair.does("<F8>1")?;
    pair.alike = u16::MAX;
    let down = "<Down>".repeat(number);
    for page in ["<Enter>", "a", "p", "d", "r", "b", "l"] {
        pair.does("<Esc>")?;
        pair.does("<Esc>")?;
        pair.does(&format!("1<Home>{down}"))?;
        pair.does(page)?;
        pair.does("<PageDown>")?;
        pair.does("<PageDown>")?;
    }
    pair.does("<Esc>")
}

/// Columns of the labels of a form.
const LABELS: u16 = 20;

fn forms(size: Size) -> Tally {
    let mut tally = Tally::default();
    let [hostile, harmless] = &school(of_few);
    let caseload = caseload_of(hostile);
    let mut next = 0;
    let mut looks = 0;
    for (form, about) in FORMS.iter().step_by(size.of(5, 1, 1)) {
        let draft = Draft {
            key: DraftKey {
                dialog: (*form).to_owned(),
                about: about(&caseload),
            },
            fields: Default::default(),
            focus: String::new(),
            caret: 0,
        };
        for _ in 0..size.of(1, 1, 8) {
            let mut pair = Pair::before([hostile, harmless], Some(&draft), (80, 24));
            pair.alike = LABELS;
            tally.count(fills_in(&mut pair, &mut next).map_err(|wrong| format!("{form}: {wrong}")));
            looks += pair.looks;
        }
    }
    tally.remarking(format!(
        "{} forms, {next} texts pasted, {looks} screens",
        FORMS.len()
    ))
}

/// What is about three pupils, and what is shared but for the sessions: a store of it is made in no time.
fn of_few(edits: Vec<Edit>) -> Vec<Edit> {
    let caseload = caseload_of(&edits);
    let planned = caseload
        .present()
        .filter(|pupil| caseload.cycle_now(pupil.id).is_some());
    let few: Vec<_> = planned.take(3).map(|pupil| pupil.id).collect();
    let stays = |change: &Change| match change {
        Change::Put(Record::Session(_)) | Change::Remove(_) => false,
        Change::Put(record) => record.pupil().is_none_or(|pupil| few.contains(&pupil)),
    };
    let of_few = |edit: Edit| Edit {
        changes: edit.changes.into_iter().filter(stays).collect(),
        ..edit
    };
    edits.into_iter().map(of_few).collect()
}

fn fills_in(pair: &mut Pair, next: &mut usize) -> Result<(), String> {
    pair.look()?;
    for _ in 0..8 {
        // Not so long that the rest of the form is out of sight.
        let text = loop {
            let text = texts().of(*next);
            *next = (*next + 1) % (texts().count() * 3);
            if text.len() < 600 {
                // Nobody has a name like it.
                break text.replacen('k', "p", 1);
            }
        };
        pair.pastes(&text)?;
        pair.does("<Left>")?;
        pair.does("<Home><End><Tab>")?;
    }
    pair.does("<Ctrl+S>")?;
    pair.does("<Esc>")?;
    pair.does("<Esc>")?;
    pair.does("<Ctrl+Z>")?;
    pair.does("<Esc>")
}

fn caseload_of(edits: &[Edit]) -> Caseload {
    let mut store = Store::in_memory().expect("a store");
    for edit in edits {
        store
            .apply(edit, None, DateTime::UNIX_EPOCH)
            .expect("an edit that fits");
    }
    store.load().expect("a register")
}

/// Notes of each pupil.
const NOTES: usize = 22;

/// Each pupil has three names of hers and a class, and notes with who said them.
fn names_and_notes(size: Size) -> Tally {
    let mut tally = Tally::default();
    let pupils = size.of(12, 240, 1_000);
    let edits = |text: fn(usize) -> String| vec![register(pupils, text)];
    let [hostile, harmless] = [
        edits(|number| texts().of(number)),
        edits(|number| harmless(&texts().of(number))),
    ];
    let mut pair = Pair::before([&hostile, &harmless], None, (120, 60));
    tally.count(pair.does("1"));
    for _ in 0..=pupils / 40 {
        tally.count(pair.does("<PageDown>"));
    }
    tally.count(pair.does("<Home>l"));
    for _ in 0..pupils {
        tally.count(pair.does("<PageDown>"));
        tally.count(pair.does(">"));
    }
    let least = size.of(250, 10_000, 20_000);
    if pair.seen.len() < least {
        tally
            .broken
            .push(format!("only {} texts were seen", pair.seen.len()));
    }
    tally.remarking(format!(
        "{} texts seen on {} screens",
        pair.seen.len(),
        pair.looks
    ))
}

fn register(pupils: usize, text: fn(usize) -> String) -> Edit {
    let school = Id::new(1);
    let mut next = 0;
    let mut text = || {
        next += 1;
        text(next - 1)
    };
    let mut edit = Edit::new("All").put(School {
        id: school,
        name: text(),
        authority: String::new(),
        leaving_years: Vec::new(),
        terms: Vec::new(),
        closures: Vec::new(),
    });
    for (number, pupil) in (100..).zip(0..pupils) {
        edit = edit.put(Pupil {
            surname: text(),
            forename: text(),
            class: text(),
            ..Pupil::new(Id::new(number), school)
        });
        for (note, on) in (0..NOTES).zip(1..) {
            let id = i64::try_from(100_000 + pupil * NOTES + note).expect("a small number");
            edit = edit.put(Note {
                id: Id::new(id),
                pupil: Id::new(number),
                kind: NoteKind::Observation,
                happened_on: day() - chrono::Days::new(on),
                entered_at: DateTime::UNIX_EPOCH,
                voice: Voice::Staff,
                said_by: text(),
                said_to: String::new(),
                words: text(),
                staff_only: false,
            });
        }
    }
    edit
}
