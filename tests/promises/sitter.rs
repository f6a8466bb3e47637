//! [`Sitter`]: somebody before the screen, with a clock that the trial moves.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use caseload::app::{App, Clock, Job, Places};
use caseload::domain::Ids;
use caseload::keys::{Input, Key, parse_script};
use caseload::store::{Store, recovery_code};
use caseload::ui::Look;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

use super::edits;

/// Somebody before the screen of the made-up school.
pub struct Sitter {
    pub app: App,
    pub size: (u16, u16),
    /// Keeps the folder of the settings until the end of the trial.
    home: Option<TempDir>,
}

impl Sitter {
    /// With the made-up school of a day open, in memory.
    pub fn of_school_on(day: NaiveDate) -> Self {
        let mut sitter = Self::closed(day);
        let mut store = Store::in_memory().expect("a store");
        for edit in caseload::demo::edits(day, &Ids::after(0, 1)) {
            store
                .apply(&edit, None, DateTime::UNIX_EPOCH)
                .expect("an edit that fits");
        }
        sitter.app.open_store(store).expect("a caseload");
        sitter
    }

    /// Before any caseload is open.
    pub fn closed(day: NaiveDate) -> Self {
        let time = NaiveTime::from_hms_opt(15, 20, 0).expect("a time");
        let now: DateTime<FixedOffset> = day.and_time(time).and_utc().fixed_offset();
        let home = tempfile::tempdir().expect("a folder");
        let mut sitter = Self::in_home(home.path(), now);
        sitter.home = Some(home);
        sitter
    }

    /// Before any caseload is open, at a laptop that remembers what lies in this home.
    pub fn in_home(home: &Path, now: DateTime<FixedOffset>) -> Self {
        Self {
            app: App::new(
                Clock::still(now),
                Places::in_folder(home).with_program(&held_up(home)),
                Look::default(),
            ),
            size: (80, 24),
            home: None,
        }
    }

    /// Where the laptop keeps things.
    pub fn home(&self) -> &Path {
        self.home.as_ref().expect("a home of its own").path()
    }

    /// Sets the clock on the wall.
    pub fn sets_clock(&mut self, by: chrono::Duration) {
        self.app.clock().pass(by, Duration::ZERO);
    }

    /// Chooses a file and opens it with the recovery code of every file made here.
    pub fn opens(&mut self, file: &Path) {
        self.app.start(Job::Choose(file.to_owned()));
        self.unlocks();
    }

    /// Types the recovery code of every file made here.
    pub fn unlocks(&mut self) {
        self.does(&recovery_code::write(&edits::seed()));
        self.does("<Enter>");
    }

    /// Types keys as a script has them; the screen is drawn after each, as the loop does.
    pub fn does(&mut self, script: &str) {
        for key in parse_script(script).expect("a script of keys") {
            self.app.input(Input::Key(key));
            self.app.finish_job();
            self.drawn();
        }
    }

    /// Presses one key.
    pub fn presses(&mut self, key: Key) {
        self.app.input(Input::Key(key));
        self.drawn();
    }

    /// Waits as the loop does, each time as long as it may, until so much time has passed or something came of it; gives how
    /// much passed, and how often it woke.
    pub fn waits(&mut self, most: Duration) -> (Duration, u32) {
        let (mut passed, mut wakes) = (Duration::ZERO, 0);
        while passed < most {
            let limit = self.app.deadline().unwrap_or(most).min(most - passed);
            self.passes(limit);
            passed += limit;
            wakes += 1;
            if self.app.wake() {
                break;
            }
        }
        (passed, wakes)
    }

    /// Lets time pass while the computer is awake.
    pub fn passes(&mut self, time: Duration) {
        self.app.clock().pass(on_the_wall(time), time);
    }

    /// Lets time pass while the computer is asleep.
    pub fn sleeps(&mut self, time: Duration) {
        self.app.clock().pass(on_the_wall(time), Duration::ZERO);
    }

    /// Whether the caseload is locked.
    pub fn is_locked(&self) -> bool {
        self.app.store().is_none()
    }

    /// The screen as text, and where the cursor is.
    pub fn drawn(&mut self) -> (String, Position) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let (cells, cursor) = self.app.draw(area);
        let rows = (0..area.height).map(|y| {
            let row: String = (0..area.width).map(|x| cells[(x, y)].symbol()).collect();
            row.trim_end().to_owned()
        });
        (rows.collect::<Vec<_>>().join("\n"), cursor)
    }

    /// What names pupils, of what memory holds: forenames, surnames and what they are called.
    pub fn names(&self) -> BTreeSet<String> {
        let pupils = self.app.caseload().pupils.iter();
        let names = pupils.flat_map(|pupil| [&pupil.forename, &pupil.surname, &pupil.preferred]);
        names
            .flat_map(|name| name.split_whitespace())
            .filter(|name| name.chars().count() > 2)
            .map(str::to_owned)
            .collect()
    }

    /// Fails when one of these names is a word of the screen.
    pub fn shows_none_of(&mut self, names: &BTreeSet<String>) -> Result<(), String> {
        let (screen, _) = self.drawn();
        let is_of_word = |letter: char| !letter.is_alphanumeric();
        match screen.split(is_of_word).find(|word| names.contains(*word)) {
            Some(name) => Err(format!("{name} is on the screen:\n{screen}")),
            None => Ok(()),
        }
    }
}

fn on_the_wall(time: Duration) -> chrono::Duration {
    chrono::Duration::from_std(time).expect("a short time")
}

/// What lies in the home while a list is not to be read yet.
pub const GATE: &str = "gate";

/// A program that does what ours does, but waits first while there is a gate in the home that nobody opened.
fn held_up(home: &Path) -> PathBuf {
    let (program, gate) = (home.join("held-up"), home.join(GATE));
    let ours = env!("CARGO_BIN_EXE_caseload");
    let gate = gate.display();
    let script = format!(
        "#!/bin/sh\nif [ -p '{gate}' ]; then read _ < '{gate}'; fi\nexec '{ours}' \"$@\"\n"
    );
    if !program.exists() {
        fs::create_dir_all(home).expect("a home");
        fs::write(&program, script).expect("a program");
        let may_run = fs::Permissions::from_mode(0o700);
        fs::set_permissions(&program, may_run).expect("a program that may run");
    }
    program
}
