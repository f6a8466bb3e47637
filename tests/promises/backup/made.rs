//! Promise 16: a backup is made without being asked.

use std::path::{Path, PathBuf};

use caseload::app::{App, Clock, Places};
use caseload::keys::{Input, parse_script};
use caseload::store::Store;
use caseload::store::backup::{Shelf, Why};
use caseload::ui::Look;
use chrono::{DateTime, Duration, FixedOffset};

use crate::random::Random;
use crate::{Size, Tally, edits};

/// The clock goes on by this much at a time.
const STEP: Duration = Duration::seconds(10);
/// How long a day is.
const DAY: Duration = Duration::hours(4);
const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/samples/arbor-sen-report.csv"
);

/// Somebody at work, and what is expected of the program.
struct Desk {
    app: App,
    folder: PathBuf,
    now: DateTime<FixedOffset>,
    changed_at: Option<DateTime<FixedOffset>>,
    key_at: DateTime<FixedOffset>,
    /// The backups that must have been made.
    expected: Vec<Why>,
    sequence: u64,
}

/// A fortnight of work: every ten seconds somebody may type, save something, or do nothing, and every ten seconds there are
/// exactly the backups that there should be.
pub fn in_a_fortnight(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("caseload.senco");
    let mut store = edits::make(&path).expect("a new file");
    for n in 0..5 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    drop(store);
    let mut random = Random::of(16);
    let mut tally = Tally::default();
    let (mut made, mut sequence, mut opens_anew) = (0, 0, true);
    for day in 0..size.of(3, 10, 10) {
        let mut desk = Desk::opened(folder.path(), day, sequence, opens_anew);
        let end = desk.now + DAY;
        while desk.now < end {
            desk.works(&mut random, day);
            desk.passes();
            tally.count(desk.is_as_expected());
        }
        // One day in three the laptop just dies; the backup is then made the next morning.
        let dies = random.chance(33);
        opens_anew = dies && desk.changed_at.is_some();
        if !dies {
            desk.leaves();
            tally.count(desk.is_as_expected());
        }
        made += desk.expected.len();
        sequence = desk.sequence;
    }
    tally.remarking(format!("moments looked at; {made} backups"))
}

fn opened(path: &Path) -> Store {
    edits::open(path).expect("a file that opens")
}

impl Desk {
    /// At nine in the morning of a day.
    fn opened(folder: &Path, day: i64, sequence: u64, opens_anew: bool) -> Self {
        let now = edits::now() + Duration::days(day) - Duration::hours(6);
        let places =
            Places::in_folder(folder).with_program(Path::new(env!("CARGO_BIN_EXE_caseload")));
        let mut app = App::new(Clock::still(now), places, Look::default());
        app.open_store(opened(&folder.join("caseload.senco")))
            .expect("a caseload");
        app.finish_job();
        let mut desk = Self {
            app,
            folder: folder.to_owned(),
            now,
            changed_at: None,
            key_at: now - DAY,
            expected: Vec::new(),
            sequence,
        };
        if opens_anew {
            desk.expect(Why::Opening);
        }
        desk
    }

    fn expect(&mut self, why: Why) {
        self.expected.push(why);
        self.changed_at = None;
        let newest = self.newest().map_or(0, |(sequence, _)| sequence);
        // One that is missing is told by the comparison that follows.
        self.sequence = newest.max(self.sequence + 1);
    }

    fn newest(&self) -> Option<(u64, Why)> {
        let shelf = Shelf::all(&self.folder.join("backups")).pop()?;
        let manifest = shelf.newest()?.manifest;
        Some((manifest.sequence, manifest.why))
    }

    fn types(&mut self, script: &str) {
        for key in parse_script(script).expect("a script of keys") {
            self.app.input(Input::Key(key));
            self.app.finish_job();
        }
        self.app.wake();
        self.key_at = self.now;
    }

    fn works(&mut self, random: &mut Random, day: i64) {
        if day == 1 && self.expected.len() == 1 && random.below(500) == 0 {
            self.types(&format!("<Esc><Ctrl+T>{LIST}<Enter><Ctrl+S>"));
            if self
                .newest()
                .is_some_and(|(_, why)| why == Why::BeforeImport)
            {
                self.expect(Why::BeforeImport);
                self.changed_at = Some(self.now);
            }
        } else if random.below(250) == 0 {
            self.types("<Esc><Esc><Ctrl+N>Tyler 3B<Tab><Tab>Asked for the card<Ctrl+S>");
            self.changed_at.get_or_insert(self.now);
        } else if random.chance(30) {
            self.types("<Esc>");
        }
    }

    fn passes(&mut self) {
        self.now += STEP;
        self.app
            .clock()
            .pass(STEP, STEP.to_std().expect("a short time"));
        self.app.wake();
        self.app.finish_job();
        let worked = self
            .changed_at
            .is_some_and(|at| self.now - at >= Duration::minutes(30));
        if worked && self.now - self.key_at >= Duration::seconds(20) {
            self.expect(Why::Working);
        }
    }

    fn leaves(&mut self) {
        self.types("<Esc><Ctrl+Q>");
        if self.changed_at.is_some() {
            self.expect(Why::Closing);
        }
    }

    /// Whether the newest backup is the one that should be.
    fn is_as_expected(&self) -> Result<(), String> {
        let newest = self.newest();
        let (sequence, why) = newest.ok_or("there is no backup at all")?;
        let expected = self.expected.last();
        if sequence == self.sequence && expected.is_none_or(|expected| *expected == why) {
            Ok(())
        } else {
            Err(format!(
                "{}: the newest is {sequence}, {why}; expected {}, {expected:?}",
                self.now, self.sequence
            ))
        }
    }
}
