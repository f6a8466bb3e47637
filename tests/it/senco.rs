//! [`Senco`]: somebody at the keyboard, before a screen that tests can read.

use caseload::app::{App, Clock, Places};
use caseload::domain::{Caseload, Edit, Ids};
use caseload::keys::{Input, Key, parse_script};
use caseload::store::Store;
use caseload::ui::Look;
use chrono::{DateTime, FixedOffset};
use ratatui::layout::{Position, Rect};
use tempfile::TempDir;

/// A SENCO at the keyboard: types keys as a script writes them, and reads the screen. The store is a real one, in memory.
pub struct Senco {
    app: App,
    size: (u16, u16),
    // Keeps the folder of the settings until the end of the test.
    _home: TempDir,
}

impl Senco {
    /// At 15:20 on Monday 23 November 2026, with an empty caseload open.
    pub fn new() -> Self {
        Self::on("2026-11-23T15:20:00+00:00")
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
        let places = Places::in_folder(home.path());
        let mut app = App::new(Clock::Still(now), places, look);
        app.open_store(Store::in_memory().expect("a store"))
            .expect("an empty caseload");
        Self {
            app,
            size: (80, 24),
            _home: home,
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
        let screen = self.screen();
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
