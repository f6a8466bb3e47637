//! What can be on the screen when it locks.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use caseload::app::Job;
use caseload::keys::Input;
use chrono::NaiveDate;
use tempfile::TempDir;

use crate::sitter::Sitter;

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

/// A list that is being read for as long as nobody writes it.
pub struct SlowList {
    folder: TempDir,
}

impl SlowList {
    const NAME: &str = "slow.csv";

    /// Begins to read it.
    pub fn begin(sitter: &mut Sitter) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join(Self::NAME);
        let (pipe, mode) = (
            rustix::fs::FileType::Fifo,
            rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR,
        );
        rustix::fs::mknodat(rustix::fs::CWD, &path, pipe, mode, 0).expect("a pipe");
        sitter.app.start(Job::ReadList(path));
        Self { folder }
    }

    /// Lets it be read.
    pub fn ends(self, sitter: &mut Sitter) {
        let path = self.folder.path().join(Self::NAME);
        let mut pipe = std::fs::OpenOptions::new()
            .write(true)
            .open(path)
            .expect("a pipe");
        let list = std::fs::read(list()).expect("a list");
        pipe.write_all(&list).expect("a reader");
        drop(pipe);
        sitter.app.finish_job();
    }
}
