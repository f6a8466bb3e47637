//! Promise 72: real names survive.
//!
//! The names of two thousand children, in the scripts that English schools have in their registers, are typed into the
//! form and taken in from a list by the real program. They must be in the file as they were, on the screen whole or cut
//! with "…", found by what is typed of them, and in the JSON letter by letter.

mod people;

use std::path::Path;
use std::process::Command;
use std::sync::OnceLock;

use caseload::domain::{Caseload, Pupil, fold};
use caseload::keys::Input;
use caseload::sanitize;
use caseload::ui::widgets::{cut, width};
use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Rect;
use serde_json::Value;
use tempfile::TempDir;
use unicode_normalization::UnicodeNormalization as _;

use super::hostile::{Eye, files};
use super::sitter::Sitter;
use super::{Promise, Size, Tally, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 72,
        words: "real names survive: typed and taken in",
        tries: kept,
    },
    Promise {
        number: 72,
        words: "real names survive: on the screen",
        tries: shown,
    },
    Promise {
        number: 72,
        words: "real names survive: found and filtered",
        tries: found,
    },
    Promise {
        number: 72,
        words: "real names survive: in the JSON",
        tries: told,
    },
    Promise {
        number: 72,
        words: "control: a letter lost from a name is noticed",
        tries: letter_lost,
    },
];

/// The least columns a name is cut to anywhere.
const LEAST: usize = 12;

fn count(size: Size) -> usize {
    size.of(216, 2_000, people::COUNT)
}

/// A caseload that the real program has taken the names into, from a list, and what it says of it.
struct Taken {
    folder: TempDir,
    names: Vec<(&'static str, &'static str)>,
    caseload: Caseload,
    /// The list of its pupils as JSON.
    json: String,
}

impl Taken {
    fn of(size: Size) -> &'static Self {
        static TAKEN: OnceLock<Taken> = OnceLock::new();
        TAKEN.get_or_init(|| {
            let folder = super::scratch::folder();
            let at = |name: &str| folder.path().join(name);
            let mut store = edits::make(&at("names.senco")).expect("a new file");
            edits::save(&mut store, 0).expect("a school");
            drop(store);
            std::fs::write(at("code"), files::code()).expect("a file");
            let names: Vec<_> = (0..count(size)).map(people::of).collect();
            let mut list = "Adno,Surname,Forename,Year group,SEN status\n".to_owned();
            for (number, (given, family)) in (0..).zip(&names) {
                let adno = adno(number);
                list.push_str(&format!("{adno},\"{family}\",\"{given}\",Year 4,K\n"));
            }
            std::fs::write(at("list.csv"), list).expect("a list");
            run(folder.path(), &["import", "list.csv", "--yes"]);
            let json = run(folder.path(), &["list", "--json"]);
            let store = edits::open(&at("names.senco")).expect("a file that opens");
            let caseload = store.load().expect("a register");
            Self {
                folder,
                names,
                caseload,
                json,
            }
        })
    }

    /// The pupil of each name, by the number that the list gives her.
    fn pupil(&self, number: usize) -> Option<&Pupil> {
        let adno = adno(number);
        self.caseload.pupils.iter().find(|pupil| pupil.adno == adno)
    }

    /// Somebody before a copy of it: one file is open once.
    fn sitter(&self, copy: &str) -> Sitter {
        let path = self.folder.path().join(copy);
        std::fs::copy(self.folder.path().join("names.senco"), &path).expect("a copy");
        let mut sitter = Sitter::closed("2026-11-23".parse().expect("a date"));
        let store = edits::open(&path).expect("a file that opens");
        sitter.app.open_store(store).expect("a caseload");
        sitter
    }
}

fn adno(number: usize) -> String {
    (10_000 + number).to_string()
}

/// Runs the program on the names; gives what it says.
fn run(folder: &Path, command: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_caseload"))
        .args([
            "--today",
            "2026-11-23",
            "--file",
            "names.senco",
            "--passphrase-file",
            "code",
        ])
        .args(command)
        .env_clear()
        .env("HOME", folder)
        .current_dir(folder)
        .output()
        .expect("the program");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("text")
}

fn kept(size: Size) -> Tally {
    let mut tally = Tally::default();
    let taken = Taken::of(size);
    for (number, (given, family)) in taken.names.iter().enumerate() {
        let pupil = taken.pupil(number);
        tally.count(match pupil {
            Some(pupil)
                if pupil.surname == composed(family) && pupil.forename == composed(given) =>
            {
                Ok(())
            }
            other => Err(format!(
                "{given} {family} was taken in as {:?}",
                other.map(Pupil::full_name)
            )),
        });
    }
    let typed = size.of(36, 108, people::COUNT);
    let mut sitter = Sitter::closed("2026-11-23".parse().expect("a date"));
    sitter.app.open_store(edits::after(1)).expect("a caseload");
    for number in 0..typed {
        let (given, family) = people::of(number);
        types(&mut sitter, given, family);
    }
    let all = sitter
        .app
        .store()
        .expect("a store")
        .load()
        .expect("a register");
    for (given, family) in (0..typed).map(people::of) {
        let is_there = all
            .pupils
            .iter()
            .any(|pupil| pupil.forename == given && pupil.surname == family);
        tally.count(
            is_there
                .then_some(())
                .ok_or(format!("{given} {family} was typed, and is not there")),
        );
    }
    tally.remarking(format!(
        "{} taken in from a list, {typed} typed",
        taken.names.len()
    ))
}

/// As a list's names are kept: a letter and its mark that another system wrote apart are one letter, the same. A letter that
/// would be spelt otherwise then stays as it is.
fn composed(name: &str) -> String {
    let is_spelt = |letter: char| matches!(letter, '\u{f900}'..='\u{faff}');
    if name.contains(is_spelt) {
        return name.to_owned();
    }
    name.nfc().collect()
}

/// Types a new pupil's names: one letter by letter, one pasted.
fn types(sitter: &mut Sitter, given: &str, family: &str) {
    for script in ["<Esc>", "1", "n"] {
        sitter.does(script);
    }
    for letter in given.chars() {
        sitter
            .app
            .input(Input::Key(caseload::keys::Key::char(letter)));
    }
    sitter.does("<Tab>");
    sitter.app.input(Input::Paste(family.to_owned()));
    sitter.does("<Ctrl+S>");
}

fn shown(size: Size) -> Tally {
    let mut tally = Tally::default();
    let taken = Taken::of(size);
    let mut whole = 0;
    if listed(&taken.caseload).len() != taken.names.len() {
        tally
            .broken
            .push("not all names are there to be shown".to_owned());
    }
    for window in [(80, 24), (120, 50)] {
        let mut sitter = taken.sitter(&format!("shown-{}.senco", window.0));
        sitter.size = window;
        sitter.app.input(Input::Resize(window.0, window.1));
        let mut eye = Eye::of(window);
        let mut names = listed(&taken.caseload);
        sitter.does("1<Home>");
        for _ in 0..=names.len() / 10 {
            let area = Rect::new(0, 0, window.0, window.1);
            let (mut cells, cursor) = sitter.app.draw(area);
            tally.count(eye.sees(&cells, cursor));
            sanitize::sweep(&mut cells);
            let rows = rows(&cells);
            // The list is in the same order, but for names that are alike.
            let next = names.len().min(200);
            let (near, far) = names.split_at(next);
            let left = near.iter().filter(|name| {
                !rows.iter().any(|row| {
                    whole += usize::from(row.contains(*name));
                    gives_back(row, name)
                })
            });
            names = left.chain(far).cloned().collect();
            if names.is_empty() {
                break;
            }
            sitter.app.input(Input::Key(caseload::keys::Key::plain(
                caseload::keys::Code::PageDown,
            )));
        }
        for name in names {
            tally.count(Err(format!(
                "{name} is nowhere in the list, in a window of {window:?}"
            )));
        }
    }
    // Nothing of a real name is taken for a trick.
    for (given, family) in &taken.names {
        let name = format!("{family}, {given}");
        tally.count(
            (sanitize::clean(&name) == name)
                .then_some(())
                .ok_or(format!("{name} is cleaned")),
        );
    }
    tally.remarking(format!("{whole} times whole, else cut with …"))
}

/// Every name as lists show it, in the order of the list.
fn listed(caseload: &Caseload) -> Vec<String> {
    let mut names: Vec<_> = caseload.present().map(Pupil::listed).collect();
    names.sort_by_key(|name| fold(name));
    names
}

/// Whether a row shows a name, whole or cut.
fn gives_back(row: &str, name: &str) -> bool {
    // Where not even so much of it stands, no more does.
    let least = cut(name, LEAST);
    row.contains(least.trim_end_matches('…'))
        && (row.contains(name)
            || (LEAST..width(name)).any(|columns| row.contains(&cut(name, columns))))
}

/// The rows of a screen as text: what a wide letter covers is not a space.
fn rows(cells: &Buffer) -> Vec<String> {
    let row = |y: u16| {
        let mut row = String::new();
        let mut x = 0;
        while x < cells.area.width {
            let symbol = cells[(x, y)].symbol();
            row.push_str(symbol);
            x += symbol.cell_width().max(1);
        }
        row
    };
    (0..cells.area.height).map(row).collect()
}

fn found(size: Size) -> Tally {
    let mut tally = Tally::default();
    let taken = Taken::of(size);
    // Each is looked for among all: of many, that is every so many.
    for (number, (given, family)) in taken.names.iter().enumerate().step_by(size.of(1, 13, 1)) {
        let Some(pupil) = taken.pupil(number) else {
            tally.count(Err(format!("{given} {family} is not there")));
            continue;
        };
        // As it is spelt, the other way round, as people without the marks type it, and written otherwise.
        let whole = format!("{given} {family}");
        let apart: String = whole.nfd().collect();
        for typed in [
            whole.clone(),
            format!("{family}, {given}"),
            fold(&whole),
            apart,
            whole.to_uppercase(),
        ] {
            let is_found = taken
                .caseload
                .find(&typed)
                .iter()
                .any(|found| found.id == pupil.id);
            tally.count(
                is_found
                    .then_some(())
                    .ok_or(format!("{typed} does not find {whole}")),
            );
        }
    }
    let mut sitter = taken.sitter("found.senco");
    for number in (0..taken.names.len()).step_by(size.of(24, 60, 20)) {
        let (given, family) = taken.names[number];
        let name = format!("{}, {}", composed(family), composed(given));
        for (keys, open) in [
            ("<Esc><Esc>1/", "the filter"),
            ("<Esc><Esc><Esc>0<Ctrl+F>", "find"),
        ] {
            sitter.does(keys);
            sitter.app.input(Input::Paste(format!("{given} {family}")));
            let (cells, _) = sitter.app.draw(Rect::new(0, 0, 80, 24));
            let is_shown = rows(&cells).iter().any(|row| gives_back(row, &name));
            tally.count(
                is_shown
                    .then_some(())
                    .ok_or(format!("{open} does not show {name}")),
            );
        }
        sitter.does("<Esc><Esc><Esc>");
    }
    tally
}

fn told(size: Size) -> Tally {
    let mut tally = Tally::default();
    let taken = Taken::of(size);
    let list: Value = serde_json::from_str(&taken.json).expect("JSON");
    let pupils = list["pupils"].as_array().expect("pupils");
    for (number, (given, family)) in taken.names.iter().enumerate() {
        let adno = adno(number);
        let told = pupils.iter().find(|pupil| pupil["adno"] == adno.as_str());
        let is_same = told.is_some_and(|told| {
            told["surname"] == composed(family).as_str()
                && told["forename"] == composed(given).as_str()
        });
        // Letter by letter, without escapes, for whoever reads it by eye.
        let is_plain = taken.json.contains(&composed(family));
        tally.count(
            (is_same && is_plain)
                .then_some(())
                .ok_or(format!("{given} {family} is told as {told:?}")),
        );
    }
    tally
}

/// A row from which a letter, a mark or a joiner is missing does not give the name back.
fn letter_lost(size: Size) -> Tally {
    let mut tally = Tally::default();
    for (given, family) in (0..count(size)).map(people::of) {
        let name = format!("{family}, {given}");
        let letters: Vec<char> = name.chars().collect();
        let middle = letters.len() / 2;
        let lost: String = letters
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != middle)
            .map(|(_, letter)| *letter)
            .collect();
        let row = format!("   {lost}   4  K  ");
        // Where the same letter follows, another was lost.
        let is_noticed = lost == name || !gives_back(&row, &name);
        tally.count(
            is_noticed
                .then_some(())
                .ok_or(format!("{lost} passes for {name}")),
        );
    }
    tally
}
