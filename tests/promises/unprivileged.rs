//! [`Unprivileged`]: a user of the computer who may do nothing special, as every SENCO is, with the program in a home of hers.

use std::fs;
use std::os::unix::fs::lchown;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use rustix::process::getuid;
use tempfile::TempDir;

use super::scratch;
use super::terminal::Terminal;

/// Nobody's number.
const NOBODY: u32 = 65534;

/// A user who may do nothing special, with the program in a home of hers. Where the trial itself is no administrator's, it is
/// the user of the trial.
pub struct Unprivileged {
    pub home: Rc<TempDir>,
    program: PathBuf,
}

impl Unprivileged {
    /// With an empty home.
    ///
    /// # Panics
    /// Without setpriv, where the trial is an administrator's.
    pub fn new() -> Self {
        let mut user = Self {
            home: Rc::new(scratch::folder()),
            program: PathBuf::from(env!("CARGO_BIN_EXE_caseload")),
        };
        // A folder that anybody may stand in.
        let succeeds = |mut command: Command| {
            let status = command.current_dir("/").status();
            status.is_ok_and(|status| status.success())
        };
        assert!(
            succeeds(user.command("true")),
            "This promise can't be tried without setpriv. Install the package util-linux."
        );
        let mut reaches = user.command("test");
        reaches.arg("-x").arg(&user.program);
        if !succeeds(reaches) {
            // It was built where others may not look.
            let copy = user.home.path().join("caseload-program");
            fs::copy(&user.program, &copy).expect("a copy of the program");
            user.program = copy;
        }
        user
    }

    /// The folder of the program's own data.
    pub fn data(&self) -> PathBuf {
        self.home.path().join("data/caseload")
    }

    /// Makes all that is in the home hers.
    pub fn owns_all(&self) {
        if is_administrator() {
            gives(self.home.path());
        }
    }

    /// The program in a terminal.
    pub fn starts(&self, arguments: &[&str]) -> Terminal {
        let program = self.program.display().to_string();
        let all = [&[program.as_str()], arguments].concat();
        self.runs(&all)
    }

    /// Anything in a terminal; `{program}` is ours.
    pub fn runs(&self, words: &[&str]) -> Terminal {
        let program = self.program.display().to_string();
        let words = words.iter().map(|word| {
            if *word == "{program}" {
                &program
            } else {
                *word
            }
        });
        let all: Vec<_> = becoming().iter().copied().chain(words).collect();
        Terminal::run(Rc::clone(&self.home), all[0].as_ref(), &all[1..], 24, 80)
    }

    /// A command of hers.
    pub fn command(&self, program: &str) -> Command {
        let words: Vec<_> = becoming().iter().copied().chain([program]).collect();
        let mut command = Command::new(words[0]);
        command.args(&words[1..]).current_dir(self.home.path());
        command
    }
}

/// What goes before the words of a command.
fn becoming() -> &'static [&'static str] {
    if is_administrator() {
        &[
            "setpriv",
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups",
            "--",
        ]
    } else {
        &[]
    }
}

fn is_administrator() -> bool {
    getuid().is_root()
}

fn gives(path: &Path) {
    let found = fs::symlink_metadata(path).expect("what is there");
    lchown(path, Some(NOBODY), Some(NOBODY)).expect("what can be given");
    if found.is_dir() {
        for entry in fs::read_dir(path).expect("a folder") {
            gives(&entry.expect("an entry").path());
        }
    }
}
