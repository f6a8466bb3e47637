//! What can be on the screen when it locks.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use caseload::app::Job;
use caseload::keys::Input;
use chrono::NaiveDate;

use crate::sitter::{GATE, Sitter};

/// What is on the screen, as the keys that lead there: every screen, every kind of dialog, a form half filled in.
pub const STATES: &[&str] = &[
    "",
    "1",
    "1<Enter>",
    "1<Enter>a",
    "1<Enter>d",
    "1<Enter>r",
    "3",
    "3v",
    "4",
    "4<Enter>",
    "4v",
    "1/k",
    "1<Enter><Ctrl+N>Heard from her aunt",
    "<Ctrl+N>Tyler<Tab><Tab>hid under the table",
    "<Ctrl+F>a",
    "<Ctrl+O>",
    "<Ctrl+O><Enter>",
    "<Ctrl+O><Enter><Enter>half term",
    "<F8>",
    "<F1>",
    "3g",
    "1<Enter>b",
    "<Ctrl+T>",
    "<Ctrl+T>{list}<Enter>",
    "<Ctrl+Z>",
    "1<Enter><F8>2",
    "<F9>",
];

/// The screen in this state, where a caseload is locked after so many minutes.
pub fn at(state: &str, minutes: u32, day: NaiveDate) -> Sitter {
    let mut sitter = Sitter::of_school_on(day);
    sitter.does("0");
    if minutes != 15 {
        sitter.does(&format!(
            "<Ctrl+O><Home><Down><Down><Enter><Backspace><Backspace>{minutes}<Ctrl+S><Esc>"
        ));
    }
    match state.split_once("{list}") {
        Some((before, after)) => {
            sitter.does(before);
            sitter.app.input(Input::Paste(list().display().to_string()));
            sitter.does(after);
        }
        None => sitter.does(state),
    }
    sitter
}

fn list() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/arbor-sen-report.csv")
}

/// A list that is being read until the gate is opened.
pub struct SlowList {
    gate: PathBuf,
}

impl SlowList {
    /// Begins to read it.
    pub fn begin(sitter: &mut Sitter) -> Self {
        let gate = sitter.home().join(GATE);
        let (pipe, mode) = (
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        );
        rustix::fs::mknodat(rustix::fs::CWD, &gate, pipe, mode, 0).expect("a pipe");
        sitter.app.start(Job::ReadList(list()));
        Self { gate }
    }

    /// Lets it be read.
    pub fn ends(self, sitter: &mut Sitter) {
        let mut pipe = OpenOptions::new()
            .write(true)
            .open(self.gate)
            .expect("a pipe");
        pipe.write_all(b"go\n").expect("a reader");
        drop(pipe);
        sitter.app.finish_job();
    }
}
