//! The real program in a terminal, with hostile names of its files, hostile texts in them, and hostile pastes.

use std::rc::Rc;

use caseload::store::Store;
use tempfile::TempDir;

use super::stream::{self, Writes};
use super::{files, hostile_school, texts};
use crate::terminal::{Terminal, home};
use crate::{Size, Tally, edits};

/// What is looked at, as the keys that lead there from any list.
const SHOWN: [&str; 14] = [
    "0",
    "1",
    "1<Enter>",
    "1<Enter>a",
    "1<Enter>p",
    "1<Enter>d",
    "1<Enter>r",
    "1<Enter>b",
    "1<Enter>l",
    "3",
    "4",
    "4v",
    "<Ctrl+F>k0",
    "1<Enter><Enter>",
];

pub fn tries(size: Size) -> Tally {
    let mut tally = Tally::default();
    let school = &hostile_school(size)[0];
    let mut bytes = 0;
    for (number, name) in files::NAMES.iter().enumerate().step_by(size.of(3, 1, 1)) {
        tally.attempt(format!("{name:?}"), || {
            let mut desk = Desk::of(name, school);
            desk.is_used(number);
            bytes += desk.is_clean();
        });
    }
    tally.remarking(format!("{} KB written", bytes / 1_000))
}

struct Desk {
    home: Rc<TempDir>,
    terminal: Terminal,
    path: std::path::PathBuf,
    bytes: Vec<u8>,
}

impl Desk {
    fn of(name: &str, edits: &[caseload::domain::Edit]) -> Self {
        let home = home();
        let path = home.path().join(name).join(format!("{name}.senco"));
        files::make(&path, edits);
        std::fs::create_dir(home.path().join(files::TYPED)).expect("a folder");
        files::list(
            home.path().join(format!("{}.csv", files::TYPED)),
            &|number| texts().of(number),
        );
        let terminal = started(&home, &["--file", path.to_str().expect("a path in text")]);
        Self {
            home,
            terminal,
            path,
            bytes: Vec::new(),
        }
    }

    /// Sees everything there is, pastes, takes a list in, backs up, locks, leaves, and comes back.
    fn is_used(&mut self, number: usize) {
        let terminal = &mut self.terminal;
        unlocks(terminal);
        terminal.types("0").sees("TODAY");
        for shown in SHOWN {
            terminal.types(shown);
            hides(terminal);
            terminal.types("<Esc><Esc><Esc>");
        }
        let text = pasted(number);
        // Nobody is called so, and there are no words: what is said quotes it. Then it is about somebody.
        terminal.types("0<Ctrl+N>").pastes(&text).types("<Ctrl+S>");
        hides(terminal);
        terminal
            .types("<Ctrl+D><Esc><Esc>1<Home><Enter><Ctrl+N>")
            .sees("Jot down")
            .types("<Tab><Tab>")
            .pastes(&text)
            .types("<Ctrl+S>")
            .sees("Saved");
        hides(terminal);
        let list = self.home.path().join(files::TYPED);
        terminal
            .types("<Esc><Esc>0<Ctrl+T>")
            .pastes(&format!("{}.csv", list.display()))
            .types("<Enter>");
        terminal.sees("new").types("<Down><Down><Enter>");
        hides(terminal);
        terminal.types("<Esc><Ctrl+S>");
        hides(terminal);
        terminal
            .types("<Esc><Esc><Esc>0<Ctrl+B>")
            .sees("Backups")
            .types("f")
            .pastes(&list.display().to_string());
        hides(terminal);
        terminal.types("<Enter>");
        hides(terminal);
        terminal.types("n").sees("checked");
        hides(terminal);
        terminal.types("<Esc><Esc><Ctrl+K>").sees("Passphrase");
        terminal.types("<Ctrl+B>");
        terminal.types("<Esc>").sees("Passphrase").types("<Ctrl+Q>");
        assert!(terminal.ends().success(), "{}", terminal.screen());
        self.bytes.append(&mut self.terminal.bytes());
        self.kept(&text);
        self.comes_back();
    }

    /// What was pasted is in the file without what no text needs.
    fn kept(&self, text: &str) {
        let store = edits::open(&self.path).expect("a file that opens");
        let expected: String = text
            .replace('\r', "\n")
            .chars()
            .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
            .collect();
        assert!(
            all_notes(&store).contains(&expected),
            "the note is not kept as {expected:?}"
        );
    }

    /// Once with the file it used last, once with one that is not there.
    fn comes_back(&mut self) {
        let missing = self.path.with_extension("gone").display().to_string();
        for (arguments, words) in [
            (vec![], "Open your caseload"),
            (vec!["--file", &missing], "not there"),
        ] {
            let mut again = started(&self.home, &arguments);
            again.sees(words).types("<Ctrl+Q>");
            again.ends();
            self.bytes.append(&mut again.bytes());
        }
    }

    /// Looks at all that was written; gives how much it was.
    fn is_clean(&self) -> usize {
        if let Err(wrong) = stream::check(&self.bytes, Writes::Screens) {
            panic!("{wrong}");
        }
        self.bytes.len()
    }
}

fn all_notes(store: &Store) -> Vec<String> {
    let caseload = store.load().expect("a register");
    let notes = caseload
        .pupils
        .iter()
        .flat_map(|pupil| store.log().notes(pupil.id).expect("notes"));
    notes.map(|note| note.words).collect()
}

/// A text to paste: what would end a paste is the terminal's to take out.
fn pasted(number: usize) -> String {
    let texts = (0..)
        .map(|more| texts().of(number * 11 + more))
        .filter(|text| text.len() < 200);
    texts
        .filter(|text| !text.contains("[201~"))
        .take(8)
        .collect::<Vec<_>>()
        .join(" ")
}

fn started(home: &Rc<TempDir>, arguments: &[&str]) -> Terminal {
    let arguments = [&["--today", "2026-11-23"], arguments].concat();
    Terminal::start_in(Rc::clone(home), &arguments, 30, 100)
}

fn unlocks(terminal: &mut Terminal) {
    terminal
        .sees("Passphrase")
        .types(&format!("{}<Enter>", files::code()))
        .sees("in this caseload");
}

/// Hides the screen and shows it again: all that was typed before is drawn by then.
fn hides(terminal: &mut Terminal) {
    terminal
        .types("<F9>")
        .sees("Caseload is hidden")
        .types("<F2>")
        .sees_no_more("Caseload is hidden");
}
