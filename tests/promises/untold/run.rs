//! [`Desk`]: a caseload full of markers, and the program run on it.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use caseload::domain::{
    Edit, Id, Intervention, Keeping, Note, NoteKind, Provision, Pupil, School, Voice,
};
use caseload::store::{Sealed, recovery_code};
use chrono::DateTime;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use tempfile::TempDir;

use super::markers::{self, NAME, NOTE, SCHOOL, SECRET};
use crate::sitter::Sitter;
use crate::{edits, scratch};

/// Stands in the lines that SQLCipher writes to standard error, unless it is told not to.
pub const NOT_OURS: &str = "ERROR";

/// A caseload full of markers in a home of its own.
pub struct Desk {
    home: TempDir,
    file: PathBuf,
    good: Vec<u8>,
}

impl Desk {
    /// With a school, two pupils who are both called Adam, notes, and an intervention that nobody is in.
    pub fn new() -> Self {
        let home = scratch::folder();
        let file = home.path().join("marked.senco");
        let mut store = edits::make(&file).expect("a new file");
        let school = School {
            id: Id::new(1),
            name: SCHOOL.to_owned(),
            authority: String::new(),
            leaving_years: Vec::new(),
            terms: Vec::new(),
            closures: Vec::new(),
        };
        let pupils = [100, 101].map(|id| Pupil {
            forename: "Adam".to_owned(),
            surname: format!("{NAME}{id}"),
            class: "4B".to_owned(),
            ..Pupil::new(Id::new(id), Id::new(1))
        });
        let notes = [200, 201].map(|id| Note {
            id: Id::new(id),
            pupil: Id::new(id - 100),
            kind: NoteKind::Observation,
            happened_on: edits::now().date_naive(),
            entered_at: DateTime::UNIX_EPOCH,
            voice: Voice::Staff,
            said_by: NAME.to_owned(),
            said_to: String::new(),
            words: NOTE.to_owned(),
            staff_only: false,
        });
        let provision = Provision {
            id: Id::new(300),
            name: "Phonics".to_owned(),
            area: None,
            wave: 2,
            minutes: None,
            group_size: None,
            pence_an_hour: None,
            words: NOTE.to_owned(),
        };
        // Nobody has a place in it.
        let intervention = Intervention {
            id: Id::new(301),
            provision: provision.id,
            name: "Phonics 3".to_owned(),
            led_by: None,
            began_on: "2026-09-02".parse().expect("a date"),
            ends_on: None,
            keeping: Keeping::EachSession,
            minutes: 20,
            slots: Vec::new(),
            room: NOTE.to_owned(),
        };
        let begun = Edit::new(NAME)
            .put(school)
            .put_all(pupils)
            .put_all(notes)
            .put(provision)
            .put(intervention);
        store
            .apply(&begun, None, DateTime::UNIX_EPOCH)
            .expect("an edit that fits");
        let changed = Edit::new(NAME).put(Pupil {
            forename: "Adam".to_owned(),
            surname: NAME.to_owned(),
            ..Pupil::new(Id::new(100), Id::new(1))
        });
        store
            .apply(&changed, None, DateTime::UNIX_EPOCH)
            .expect("an edit that fits");
        drop(store);
        let code = recovery_code::write(&edits::seed());
        fs::write(home.path().join("code"), &*code).expect("a file");
        fs::write(home.path().join("wrong"), format!("{SECRET} and more")).expect("a file");
        let good = fs::read(&file).expect("its bytes");
        Self { home, file, good }
    }

    /// A path in the home.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Puts a file into the home.
    pub fn puts(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).expect("a file");
    }

    /// Makes the caseload good again.
    pub fn mends(&self) {
        fs::write(&self.file, &self.good).expect("a good file");
    }

    /// Changes the bytes of the caseload.
    pub fn damages(&self, change: impl FnOnce(&mut Vec<u8>)) {
        let mut bytes = self.good.clone();
        change(&mut bytes);
        fs::write(&self.file, bytes).expect("a damaged file");
    }

    /// Changes the caseload by SQL, with the rules of the tables put aside.
    pub fn spoils(&self, sql: &str) -> Result<(), String> {
        let sealed = Sealed::inspect(&self.file, edits::now()).expect("a file");
        let conn = sealed.open(&edits::seed(), None).expect("a connection");
        put_rules_aside(&conn);
        conn.execute_batch(sql).map_err(|error| error.to_string())
    }

    /// What SQLite itself says of a value that a rule forbids.
    pub fn natural_words_of_sqlite(&self) -> String {
        let told = self.spoils(&format!(
            "CREATE TRIGGER refuses BEFORE UPDATE ON pupil BEGIN SELECT RAISE(ABORT, '{NAME}'); END;
             UPDATE pupil SET class = ''"
        ));
        self.mends();
        told.expect_err("a refusal")
    }

    /// Runs a command on the caseload, as the program's first user of the day; `{}` is the home. Counts a marker where none may
    /// be as a fault.
    pub fn runs(&self, words: &[&str], input: &[u8]) -> Result<Output, String> {
        let home = self.home.path().display().to_string();
        let before = self.files();
        let mut command = Command::new(env!("CARGO_BIN_EXE_caseload"));
        command
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("TMPDIR", self.home.path())
            .env("RUST_BACKTRACE", "full")
            .current_dir(self.home.path())
            .args(["--today", "2026-11-23"])
            .args(words.iter().map(|word| word.replace("{}", &home)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        if !words.contains(&"--file") {
            command.arg("--file").arg(&self.file);
        }
        if !words.contains(&"--passphrase-file") {
            command.arg("--passphrase-file").arg(self.path("code"));
        }
        let mut child = command.spawn().expect("a process");
        // One that has ended reads no more.
        let _ = child.stdin.take().expect("its input").write_all(input);
        let output = child.wait_with_output().expect("a process");
        self.judge(words, &output, &before)?;
        Ok(output)
    }

    /// Opens the caseload on the screen; counts a marker as a fault where it does not open.
    ///
    /// # Errors
    /// With the screen that has a marker.
    pub fn opens(&self) -> Result<(), String> {
        let mut sitter = Sitter::in_home(&self.path("data/caseload"), edits::now());
        sitter.opens(&self.file);
        if !sitter.is_locked() {
            return Ok(());
        }
        let (screen, _) = sitter.drawn();
        markers::none_in(screen.as_bytes()).map_err(|found| format!("{found}:\n{screen}"))
    }

    fn judge(
        &self,
        words: &[&str],
        output: &Output,
        before: &BTreeMap<PathBuf, Vec<u8>>,
    ) -> Result<(), String> {
        let said = String::from_utf8_lossy(&output.stderr);
        let told = |where_: &str, found: String| format!("{words:?}: {where_}: {found}; {said}");
        markers::none_in(&output.stderr).map_err(|found| told("standard error", found))?;
        let is_asked_for = match words[0] {
            "check" => false,
            "import" => true,
            _ => output.status.success(),
        };
        if !is_asked_for {
            markers::none_in(&output.stdout).map_err(|found| told("standard output", found))?;
        }
        if output.status.code().is_none_or(|code| code > 3) {
            return Err(told("it ended", output.status.to_string()));
        }
        if said.contains(NOT_OURS) {
            return Err(told("standard error", "words that are not ours".to_owned()));
        }
        for (path, bytes) in self.files() {
            if before.get(&path) != Some(&bytes) {
                let place = path.display().to_string();
                markers::none_in(place.as_bytes()).map_err(|found| told(&place, found))?;
                markers::none_in(&bytes).map_err(|found| told(&place, found))?;
            }
        }
        Ok(())
    }

    fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        look_through(self.home.path(), &mut files);
        files
    }
}

fn look_through(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            look_through(&path, files);
        } else {
            let bytes = fs::read(&path).expect("a file");
            files.insert(path, bytes);
        }
    }
}

fn put_rules_aside(conn: &Connection) {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .expect("a setting");
    conn.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        .expect("settings");
}
