//! A walk through every screen of a caseload.

use std::path::Path;

use caseload::app::Job;
use caseload::commands::{Command, Scope, TABLE};
use caseload::keys::{Code, Key};
use caseload::store::{Seed, recovery_code};

use crate::edits;
use crate::sitter::Sitter;

/// What opens each pane, in the view where it shows most.
const PANES: [&str; 8] = ["0", "1", "1<Home>", "1<End>p", "3", "3v", "4", "4v"];

/// What is done besides pressing every key: searches, dates, audiences, backups, a check, undo.
const ERRANDS: [&str; 12] = [
    "<Ctrl+F>a<Down><Enter>",
    "<Ctrl+F>the<Down><Down><Enter>",
    "1/k late<Enter><Enter>",
    "3g+6w<Enter>",
    "1<F8><Down><Enter>0134",
    "<F8><Home><Enter>",
    "<F9>xx",
    "<Ctrl+B>k",
    "<Ctrl+B>n",
    "<Ctrl+O><Down><Down><Enter>",
    "<Ctrl+N>a<Tab><Tab>a note<Ctrl+S>",
    "<Ctrl+Z><Ctrl+Z><Ctrl+Y>",
];

/// What is written after each step.
pub const LIVES: &str = "lives";

/// How many walks it takes to press every key in every pane; two do every errand.
const WALKS: usize = 20;

/// Opens the file as its user does, and goes through every screen if it opens; says whether it did. The first so many walks
/// differ in the keys that they press.
pub fn through(home: &Path, file: &Path, seed: &Seed, walk: usize) -> bool {
    let mut sitter = Sitter::in_home(home, edits::now());
    sitter.app.start(Job::Choose(file.to_owned()));
    let code = recovery_code::write(seed);
    sitter.does(&code);
    sitter.does("<Enter>");
    if sitter.is_locked() {
        // What is left to do then: the backups, and the welcome.
        sitter.does("<Ctrl+B><Down><Esc><Esc><Esc><Down><Up>");
        return false;
    }
    for (pane, first) in PANES.into_iter().zip(walk..) {
        for key in keys().into_iter().skip(first % WALKS).step_by(WALKS) {
            home_again(&mut sitter, pane, &code);
            sitter.presses(key);
            sitter.does("<Down><Tab><Ctrl+S><Enter>");
            lives();
        }
    }
    for errand in ERRANDS.into_iter().skip(walk % 2).step_by(2) {
        home_again(&mut sitter, "0", &code);
        sitter.does(errand);
        lives();
    }
    // Leaving backs up what is new.
    sitter.does("<Esc><Esc><Esc><Ctrl+Q><Ctrl+Q>");
    true
}

/// Lets whoever watches know that this has not stopped.
fn lives() {
    println!("{LIVES}");
}

/// Back to a pane, whatever was opened.
fn home_again(sitter: &mut Sitter, pane: &str, code: &str) {
    if sitter.is_locked() {
        sitter.does(code);
        sitter.does("<Enter>");
    }
    sitter.does("<Esc><Esc><Esc>");
    sitter.does(pane);
}

/// Every key that means something where there is a list, but for those that leave.
fn keys() -> Vec<Key> {
    let leaves = [Command::Quit, Command::Lock];
    let moves = [Code::Left, Code::Right, Code::PageDown].map(Key::plain);
    let mut keys: Vec<_> = TABLE
        .iter()
        .filter(|row| {
            let scopes = [
                Scope::Everywhere,
                Scope::List,
                Scope::Pupil,
                Scope::Plan,
                Scope::Register,
            ];
            scopes.contains(&row.scope) && !leaves.contains(&row.command)
        })
        .flat_map(|row| row.keys.iter().copied().take(1))
        .filter(|key| !moves.contains(key))
        .collect();
    keys.sort_by_key(Key::to_string);
    keys.dedup();
    keys
}
