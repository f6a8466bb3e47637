//! [`Work`]: what is being done when the system refuses something.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, exit};

use caseload::store::{OpenError, recovery_code};

use crate::{edits, worker};

/// What is being done when the system refuses something, and what must then be so.
pub struct Work {
    /// What it is called.
    pub name: &'static str,
    /// Makes what is there before.
    pub before: fn(&Path),
    /// The program: it writes a line that begins with "saved" when something is, and ends with an error and a message
    /// when it can't go on.
    pub program: fn(&Path) -> Command,
    /// What the program reads, if anything.
    pub input: fn(&Path) -> Option<PathBuf>,
    /// Whether what is found is right when it said so many times that it saved; gives how much more is there.
    pub holds: fn(&Path, u64) -> Result<u64, String>,
}

const EDITS: &str = "edits, tried again when refused";
const NEW: &str = "a new caseload, refused";

/// All works. Another needs only its row.
pub const WORKS: &[Work] = &[
    Work {
        name: EDITS,
        before: a_few_edits,
        program: |path| worker::doing(EDITS, path),
        input: |_| None,
        holds: |path, saved| edits::hold(path, FEW + saved).map(|found| found - FEW - saved),
    },
    Work {
        name: NEW,
        before: |_| {},
        program: |path| worker::doing(NEW, path),
        input: |_| None,
        holds: no_caseload_or_a_whole_one,
    },
    Work {
        name: "caseload record",
        before: a_few_edits_and_a_note_to_come,
        program: record,
        input: |path| Some(path.with_extension("json")),
        holds: without_the_note_or_with_it,
    },
];

/// What workers do here, by name.
pub fn works() -> [(&'static str, worker::Work); 2] {
    [(EDITS, tries_again), (NEW, a_new_caseload)]
}

const FEW: u64 = 12;
const MORE: u64 = 5;
const TRIES: usize = 3;

fn a_few_edits(path: &Path) {
    let mut store = edits::make(path).expect("a new file");
    for n in 0..FEW {
        edits::save(&mut store, n).expect("an edit that saves");
    }
}

/// As somebody who presses Ctrl+S again, and then gives up.
fn tries_again(path: &Path) {
    let mut store = edits::open(path).unwrap_or_else(|error| give_up(&error));
    for n in FEW..FEW + MORE {
        let mut tries = 0;
        while let Err(error) = edits::save(&mut store, n) {
            println!("refused {n}: {error}");
            tries += 1;
            if tries == TRIES {
                give_up(&error);
            }
        }
        println!("saved {n}");
    }
}

fn a_new_caseload(path: &Path) {
    drop(edits::make(path).unwrap_or_else(|error| give_up(&error)));
    println!("saved: an empty caseload");
}

#[allow(clippy::print_stderr)]
fn give_up(error: &dyn std::error::Error) -> ! {
    eprintln!("{error}");
    exit(1)
}

/// A caseload that is there but was not told of is opened the next time; so it counts for nothing more.
fn no_caseload_or_a_whole_one(path: &Path, saved: u64) -> Result<u64, String> {
    let is_missing = matches!(edits::open(path), Err(OpenError::Missing { .. }));
    if saved == 0 && is_missing {
        return Ok(0);
    }
    edits::hold(path, 0)
}

fn a_few_edits_and_a_note_to_come(path: &Path) {
    a_few_edits(path);
    fs::write(
        path.with_extension("code"),
        &*recovery_code::write(&edits::seed()),
    )
    .expect("a file");
    let note = r#"{"kind":"note","pupil":"Pupil 7","on":"2026-11-20","note_kind":"observation","text":"read two pages"}"#;
    fs::write(path.with_extension("json"), note).expect("a file");
}

fn record(path: &Path) -> Command {
    let mut program = Command::new(env!("CARGO_BIN_EXE_caseload"));
    program
        .args(["--today", "2026-11-23", "--file"])
        .arg(path)
        .arg("--passphrase-file")
        .arg(path.with_extension("code"))
        .arg("record");
    program
}

fn without_the_note_or_with_it(path: &Path, saved: u64) -> Result<u64, String> {
    let store = edits::open(path).map_err(|error| format!("it does not open: {error}"))?;
    match store.check() {
        Ok(problems) if problems.is_empty() => {}
        Ok(problems) => return Err(format!("{problems:?}")),
        Err(error) => return Err(error.to_string()),
    }
    let (caseload, mut notes) = edits::all(&store);
    let is_there = notes.iter().any(|note| note.words == "read two pages");
    notes.retain(|note| note.words != "read two pages");
    if (caseload, notes) != edits::all(&edits::after(FEW)) {
        return Err("something else changed".to_owned());
    }
    u64::from(is_there)
        .checked_sub(saved)
        .ok_or_else(|| "the note was saved and is not there".to_owned())
}
