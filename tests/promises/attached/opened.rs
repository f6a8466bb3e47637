//! A document opened by the real program in a terminal: what stays of the copy.

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use caseload::domain::{Document, DocumentFormat, DocumentKind, Edit, Id};
use caseload::store::backup::{Snapshot, Why};
use caseload::store::{Content, recovery_code};
use chrono::DateTime;
use rustix::process::{Signal, kill_process};
use tempfile::TempDir;

use super::names::{openers, path_with};
use crate::leftovers::markers::{self, NOTE};
use crate::terminal::{Terminal, home};
use crate::{Size, Tally, edits, scratch};

/// A caseload with one document, at a laptop whose `xdg-open` is ours.
struct Desk {
    home: Rc<TempDir>,
    path: PathBuf,
    bin: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let home = home();
        let path = home.path().join("lessing.senco");
        let mut store = edits::make(&path).expect("a new file");
        for n in 0..2 {
            edits::save(&mut store, n).expect("an edit that saves");
        }
        let (edit, content) = report();
        store
            .attach(&edit, content.of(), None, DateTime::UNIX_EPOCH)
            .expect("an edit that saves");
        let bin = openers(home.path());
        Self { home, path, bin }
    }

    /// The program, before the passphrase.
    fn started(&self) -> Terminal {
        let variable = format!("PATH={}", path_with(&self.bin));
        let path = self.path.display().to_string();
        let program = env!("CARGO_BIN_EXE_caseload");
        let arguments = [variable.as_str(), program, "--file", &path];
        let home = Rc::clone(&self.home);
        let mut terminal = Terminal::run(home, "env".as_ref(), &arguments, 24, 80);
        terminal.sees("Passphrase");
        terminal
    }

    /// The program with the document open in another.
    fn with_it_open(&self) -> Terminal {
        let code = recovery_code::write(&edits::seed());
        let mut terminal = self.started();
        terminal
            .types(&format!("{}<Enter>", &*code))
            .sees("pupils in this caseload")
            .types("1<Enter><Enter>D")
            .sees("EP report")
            .types("<Enter>o")
            .sees("Opened in its own program");
        terminal
    }

    /// The copies that are there.
    fn copies(&self) -> usize {
        let folder = self.home.path().join("data/caseload/opened");
        fs::read_dir(folder).map_or(0, Iterator::count)
    }

    /// Whether the other program was given all of it, in a place of the user's alone.
    fn was_opened(&self) -> Result<(), String> {
        let copy = fs::read(self.bin.join("xdg-open.copy")).unwrap_or_default();
        let saw = fs::read_to_string(self.bin.join("xdg-open.saw")).unwrap_or_default();
        let _ = fs::remove_file(self.bin.join("xdg-open.saw"));
        match (copy == words().as_bytes(), saw.as_str()) {
            (true, "600 regular file\n700 directory\n") => Ok(()),
            (same, saw) => Err(format!("it was opened whole: {same}, as {saw:?}")),
        }
    }
}

fn words() -> String {
    format!("%PDF-1.7 {NOTE} ").repeat(2_000)
}

/// What the document holds, and its id.
struct Held(Id<Document>, String);

impl Held {
    fn of(&self) -> Content<'_> {
        Content {
            document: self.0,
            bytes: self.1.as_bytes(),
        }
    }
}

fn report() -> (Edit, Held) {
    let held = Held(Id::new(5_000), words());
    let document = Document {
        id: held.0,
        pupil: Id::new(100),
        name: "EP report".to_owned(),
        kind: DocumentKind::EpReport,
        format: DocumentFormat::Pdf,
        on: None,
        sender: String::new(),
        person: None,
        note: String::new(),
        attached_on: edits::now().date_naive(),
        length: u32::try_from(held.1.len()).expect("a short one"),
        sum: Content::sum(held.1.as_bytes()),
    };
    (Edit::new("A document").put(document), held)
}

fn none_left(desk: &Desk, when: &str) -> Result<(), String> {
    match desk.copies() {
        0 => Ok(()),
        left => Err(format!("{when}, {left} copies are there")),
    }
}

pub fn goes(_: Size) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    tally.attempt("locked", || {
        let mut terminal = desk.with_it_open();
        assert_eq!(desk.copies(), 1, "while it is open");
        assert_eq!(desk.was_opened(), Ok(()));
        terminal.types("<Ctrl+K>").sees("Unlock");
        assert_eq!(none_left(&desk, "locked"), Ok(()));
    });
    for (when, signal) in [
        ("left", None),
        ("told to end", Some(Signal::TERM)),
        ("hung up", Some(Signal::HUP)),
    ] {
        tally.attempt(when, || {
            let mut terminal = desk.with_it_open();
            match signal {
                None => drop(terminal.types("<Ctrl+Q>")),
                Some(signal) => {
                    kill_process(terminal.process(), signal).expect("a program");
                }
            }
            terminal.ends();
            assert_eq!(none_left(&desk, when), Ok(()));
        });
    }
    tally.attempt("killed", || {
        let mut terminal = desk.with_it_open();
        killed(&mut terminal);
        let mut again = desk.started();
        assert_eq!(none_left(&desk, "after the next start"), Ok(()));
        again.types("<Ctrl+Q>");
    });
    tally
}

fn killed(terminal: &mut Terminal) {
    kill_process(terminal.process(), Signal::KILL).expect("a program");
    terminal.ends();
}

pub fn is_there_after_a_kill(_: Size) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    tally.attempt("killed", || {
        killed(&mut desk.with_it_open());
        assert_eq!(desk.copies(), 1);
    });
    tally
}

pub fn is_encrypted(_: Size) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    let store = edits::open(&desk.path).expect("a file that opens");
    let shelves = scratch::folder();
    let backup = store.snapshot(shelves.path(), Why::Closing, edits::now());
    let backup = backup.and_then(Snapshot::shelve).expect("a backup");
    drop(store);
    for path in [&desk.path, &backup.path] {
        let bytes = fs::read(path).expect("its bytes");
        tally.count(match bytes.len() > words().len() {
            true => markers::none_in(&bytes),
            false => Err(format!("{} is too small to hold it", path.display())),
        });
    }
    tally.count(match markers::none_in(words().as_bytes()) {
        Ok(()) => Err("the search does not find it in the document itself".to_owned()),
        Err(_) => Ok(()),
    });
    tally
}
