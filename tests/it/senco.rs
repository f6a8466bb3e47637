//! [`Senco`]: somebody at the keyboard, before a screen that tests can read.

use std::path::Path;

use caseload::app::{App, Clock, Places};
use caseload::domain::{Caseload, Edit, Id, Ids, Pupil};
use caseload::keys::{Input, Key, parse_script};
use caseload::store::{Salt, Sealed, Seed, Store};
use caseload::ui::Look;
use chrono::{DateTime, Duration, FixedOffset};
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

use crate::school::{OAKFIELD, oakfield};

/// The recovery code of [`Senco::in_a_file`]'s caseload.
pub const CODE: &str = "019789-019789-019789-019789-019789-019789-019789-019789";

/// A SENCO at the keyboard: types keys as a script writes them, and reads the screen. The store is a real one, in memory.
pub struct Senco {
    app: App,
    size: (u16, u16),
    /// The folder of the settings, of the file and its backups; there until the end of the test.
    home: TempDir,
}

impl Senco {
    /// At 15:20 on Monday 23 November 2026, with an empty caseload open.
    pub fn new() -> Self {
        Self::on("2026-11-23T15:20:00+00:00")
    }

    /// Before any caseload is there.
    pub fn at_the_gate() -> Self {
        let mut senco = Self::new();
        let now = senco.now();
        let places = Places::in_folder(senco.home.path())
            .with_program(Path::new(env!("CARGO_BIN_EXE_caseload")));
        senco.app = App::new(Clock::still(now), places, Look::default());
        senco
    }

    /// At another time, with an empty caseload open.
    pub fn on(time: &str) -> Self {
        Self::seeing(time, Look::default())
    }

    /// In the plain look, with an empty caseload open.
    pub fn plain() -> Self {
        let look = Look {
            plain: true,
            ..Look::default()
        };
        Self::seeing("2026-11-23T15:20:00+00:00", look)
    }

    fn seeing(time: &str, look: Look) -> Self {
        let now: DateTime<FixedOffset> = time.parse().expect("a time");
        let home = tempfile::tempdir().expect("a folder");
        let places =
            Places::in_folder(home.path()).with_program(Path::new(env!("CARGO_BIN_EXE_caseload")));
        let mut app = App::new(Clock::still(now), places, look);
        app.open_store(Store::in_memory().expect("a store"))
            .expect("an empty caseload");
        Self {
            app,
            size: (80, 24),
            home,
        }
    }

    /// With these edits in the caseload, saved before she came.
    pub fn with(mut self, edits: impl IntoIterator<Item = Edit>) -> Self {
        let mut store = Store::in_memory().expect("a store");
        for edit in edits {
            store
                .apply(&edit, None, DateTime::UNIX_EPOCH)
                .expect("an edit that fits");
        }
        self.app.open_store(store).expect("a caseload");
        self.screen();
        self
    }

    /// With the demo school, made for the day of the test.
    pub fn demo(self) -> Self {
        let edits = caseload::demo::edits(self.app.today(), &Ids::after(0, 1));
        self.with(edits)
    }

    /// With Oakfield and two pupils in a file, which [`CODE`] opens: only of files are backups made.
    pub fn in_a_file() -> Self {
        let mut senco = Self::new();
        let (path, now) = (senco.home.path().join("caseload.senco"), senco.now());
        let seed = Seed::from_bytes([7; 16]);
        let (sealed, conn) =
            Sealed::create(&path, Salt::from_bytes([3; 16]), &seed, now).expect("a new file");
        let mut store = Store::unsealed(sealed, conn, &seed);
        let pupils = [("Aisha", "Khan"), ("Zuzanna", "Nowak")];
        let pupils = (20..).zip(pupils).map(|(id, (forename, surname))| Pupil {
            forename: forename.to_owned(),
            surname: surname.to_owned(),
            ..Pupil::new(Id::new(id), OAKFIELD)
        });
        let pupils = Edit::new("2 pupils added").put_all(pupils);
        for edit in oakfield().into_iter().chain([pupils]) {
            store
                .apply(&edit, None, now.to_utc())
                .expect("an edit that fits");
        }
        senco.app.open_store(store).expect("a caseload");
        senco.app.finish_job();
        senco
    }

    /// Ends the program, however that was done, and starts it again in the same home.
    pub fn starts_again(self) -> Self {
        let mut before = self;
        let now = before.now();
        let places = Places::in_folder(before.home.path())
            .with_program(Path::new(env!("CARGO_BIN_EXE_caseload")));
        let mut app = App::new(Clock::still(now), places, Look::default());
        app.input(Input::Resize(before.size.0, before.size.1));
        before.app = app;
        before
    }

    /// What lies in the home.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// Whether a caseload is open.
    pub fn is_open(&self) -> bool {
        self.app.store().is_some()
    }

    /// Whether the program has been left.
    pub fn has_left(&self) -> bool {
        self.app.is_over()
    }

    /// The time.
    pub fn now(&mut self) -> DateTime<FixedOffset> {
        self.app.clock().now()
    }

    /// Lets time pass, and the program wake from it. She looks after it every few minutes; for days she locks it.
    pub fn waits(mut self, time: Duration) -> Self {
        if time > Duration::hours(11) {
            self = self.does("<Ctrl+K>");
            self.passes(time);
            return self.does(&format!("{CODE}<Enter>"));
        }
        // As the loop does after a key.
        self.app.wake();
        let mut left = time;
        while left > Duration::zero() {
            let mut slice = left.min(Duration::minutes(4));
            self.app.input(Input::Key(Key::f(12)));
            left -= slice;
            while slice > Duration::zero() {
                let glance = slice.min(Duration::seconds(30));
                self.passes(glance);
                slice -= glance;
            }
        }
        self.app.finish_job();
        self
    }

    /// Sits still for so many minutes.
    pub fn sits_still(mut self, minutes: i32) -> Self {
        for _ in 0..minutes * 2 {
            self.passes(Duration::seconds(30));
        }
        self.screen();
        self
    }

    fn passes(&mut self, time: Duration) {
        let awake = time.to_std().unwrap_or_default();
        self.app.clock().pass(time, awake);
        self.app.wake();
    }

    /// At a window of this size.
    pub fn at(mut self, columns: u16, rows: u16) -> Self {
        self.size = (columns, rows);
        self.app.input(Input::Resize(columns, rows));
        self
    }

    /// Types the keys of a script: `"2pNew target<Tab>...<Ctrl+S>"`. The screen is drawn after each, as the loop does.
    pub fn does(mut self, script: &str) -> Self {
        for key in parse_script(script).expect("a script of keys") {
            self.app.input(Input::Key(key));
            self.app.finish_job();
            self.screen();
        }
        self
    }

    /// Presses one key; says where the cursor is then.
    pub fn presses(&mut self, key: Key) -> Position {
        self.app.input(Input::Key(key));
        self.app.finish_job();
        self.drawn().1
    }

    /// How many edits the file has had.
    pub fn generation(&self) -> u64 {
        self.app
            .store()
            .expect("an open caseload")
            .generation()
            .expect("a file that reads")
    }

    /// Pastes a text.
    pub fn pastes(mut self, text: &str) -> Self {
        self.app.input(Input::Paste(text.to_owned()));
        self
    }

    /// The screen as text, a line a row, without the spaces at their ends.
    pub fn screen(&mut self) -> String {
        self.drawn().0
    }

    /// The screen and where the cursor is.
    pub fn drawn(&mut self) -> (String, Position) {
        let area = Rect::new(0, 0, self.size.0, self.size.1);
        let (buf, cursor) = self.app.draw(area);
        let rows = (0..area.height).map(|y| {
            let mut row = String::new();
            let mut x = 0;
            while x < area.width {
                let symbol = buf[(x, y)].symbol();
                row.push_str(symbol);
                x += u16::try_from(caseload::ui::widgets::width(symbol).max(1))
                    .expect("a narrow cell");
            }
            row.trim_end().to_owned()
        });
        (rows.collect::<Vec<_>>().join("\n"), cursor)
    }

    /// Asserts that these words are on the screen.
    #[track_caller]
    pub fn sees(mut self, words: &str) -> Self {
        let screen = self.screen();
        assert!(
            screen.contains(words),
            "\"{words}\" is not on the screen:\n{screen}"
        );
        self
    }

    /// Asserts that these words are not on the screen.
    #[track_caller]
    pub fn sees_no(mut self, words: &str) -> Self {
        let screen = self.screen();
        assert!(
            !screen.contains(words),
            "\"{words}\" is on the screen:\n{screen}"
        );
        self
    }

    /// Compares the screen with the picture of this name.
    #[track_caller]
    pub fn picture(mut self, name: &str) -> Self {
        // The home is another in every run, and a file grows with every table.
        let home = self.home.path().display().to_string();
        let screen = without_sizes(&self.screen().replace(&home, "HOME"));
        insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name.to_owned(), screen);
        });
        self
    }

    /// Asserts that the file holds what memory holds.
    #[track_caller]
    pub fn kept(self) -> Self {
        let loaded = self
            .app
            .store()
            .expect("an open caseload")
            .load()
            .expect("a file that reads");
        assert!(loaded == *self.app.caseload(), "the file and memory differ");
        self
    }

    /// The register in memory.
    pub fn caseload(&self) -> &Caseload {
        self.app.caseload()
    }
}

/// The screen with the sizes of files left open: "### KB".
fn without_sizes(screen: &str) -> String {
    let mut parts = screen.split(" KB").peekable();
    let mut left_open = String::new();
    while let Some(part) = parts.next() {
        let number = part.trim_end_matches(|mark: char| mark.is_ascii_digit());
        match parts.peek() {
            Some(_) => {
                left_open.push_str(number);
                left_open.push_str(&"#".repeat(part.len() - number.len()));
                left_open.push_str(" KB");
            }
            None => left_open.push_str(part),
        }
    }
    left_open
}
