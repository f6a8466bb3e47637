//! How long things take: run by hand with `cargo bench`, printed as a table, asserted nowhere.
//!
//! The caseloads are made by `tests/gen_caseload.py` (Python 3) at 300 pupils with 12,000 notes and at 5,000 pupils.

#![allow(clippy::print_stdout)]

mod filtering;
mod generated;
mod importing;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use caseload::app::{App, Clock, Holding, Places};
use caseload::domain::{Desk, Ids, Rules, SchoolCalendar, Standings};
use caseload::keys::{Input, Key, parse_script};
use caseload::store::backup::Why;
use caseload::store::{Passphrase, Sealed, Seed, Store, Unlock, open};
use caseload::ui::Look;
use chrono::{DateTime, FixedOffset};
use ratatui::layout::Rect;

const PASSPHRASE: &str = "five words for a benchmark";
const SCREEN: Rect = Rect {
    x: 0,
    y: 0,
    width: 120,
    height: 40,
};

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T15:20:00+00:00").expect("a time")
}

fn main() {
    // `cargo bench -- import` measures the import alone, `cargo bench -- filter` the list of pupils.
    if std::env::args().any(|argument| argument == "import") {
        return importing::print();
    }
    if std::env::args().any(|argument| argument == "filter") {
        return filtering::print();
    }
    println!("{:<44} {:>12} {:>12}", "", "300 pupils", "5,000 pupils");
    let folder = tempfile::tempdir().expect("a folder");
    let small = Caseload::make(folder.path(), 300, 40);
    let large = Caseload::make(folder.path(), 5_000, 20);
    let measures: [fn(&Caseload) -> Rows; 4] = [unlock, draw, keys, backup];
    for measure in measures {
        for ((what, small), (_, large)) in measure(&small).into_iter().zip(measure(&large)) {
            println!(
                "{what:<44} {:>9.3} ms {:>9.3} ms",
                milliseconds(small),
                milliseconds(large)
            );
        }
    }
    filtering::print();
    importing::print();
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// What was measured, by its words.
type Rows = Vec<(String, Duration)>;

/// A generated caseload in a file.
struct Caseload {
    path: PathBuf,
}

impl Caseload {
    fn make(folder: &Path, pupils: u32, notes_per_pupil: u32) -> Self {
        let path = folder.join(format!("{pupils}.senco"));
        let passphrase = Passphrase::typed(PASSPHRASE);
        let mut store = Store::create(&path, &passphrase, now()).expect("a new file");
        for edit in generated::edits(
            &folder.join(format!("csv-{pupils}")),
            pupils,
            notes_per_pupil,
        ) {
            store
                .apply(&edit, None, now().to_utc())
                .expect("an edit that fits");
        }
        Self { path }
    }

    fn sealed(&self) -> Sealed {
        Sealed::inspect(&self.path, now()).expect("a file that is free")
    }

    fn seed(&self) -> Seed {
        let unlock = Unlock::from_words(PASSPHRASE).expect("a passphrase");
        self.sealed().seed(&unlock).expect("a seed")
    }

    fn app(&self) -> App {
        let seed = self.seed();
        let sealed = self.sealed();
        let conn = open::open_sealed(&sealed, &seed, None).expect("a file that opens");
        let places = Places::in_folder(self.path.parent().expect("a folder"));
        let mut app = App::new(Clock::still(now()), places, Look::default());
        app.open_store(Store::unsealed(sealed, conn, &seed))
            .expect("a caseload that loads");
        app.finish_job();
        app.input(Input::Resize(SCREEN.width, SCREEN.height));
        app
    }
}

/// The median of many runs.
fn median(runs: usize, mut run: impl FnMut() -> Duration) -> Duration {
    let mut times: Vec<_> = (0..runs).map(|_| run()).collect();
    times.sort();
    times[runs / 2]
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

/// Unlocking, each part alone: key derivation, page check, and the rest.
fn unlock(caseload: &Caseload) -> Rows {
    let seed = caseload.seed();
    let derivation = median(5, || timed(|| drop(caseload.seed())));
    let check = median(5, || {
        let sealed = caseload.sealed();
        let conn = sealed.open(&seed, None).expect("a file that opens");
        timed(|| open::page_check(&conn, sealed.path()).expect("good pages"))
    });
    // Without the check, which has a row of its own.
    let rest = median(5, || {
        timed(|| {
            let sealed = caseload.sealed();
            let conn = sealed.open(&seed, None).expect("a file that opens");
            drop(
                Holding::load(Store::unsealed(sealed, conn, &seed), now())
                    .expect("a caseload that loads"),
            );
        })
    });
    let bare = median(5, || {
        let sealed = caseload.sealed();
        let conn = sealed.open(&seed, None).expect("a file that opens");
        let store = Store::unsealed(sealed, conn, &seed);
        timed(|| drop(store.load().expect("a register that loads")))
    });
    let (figures, standings) = derived(caseload, &seed);
    vec![
        ("unlock: key derivation".to_owned(), derivation),
        ("unlock: page check".to_owned(), check),
        ("unlock: the rest".to_owned(), rest),
        ("   of which reading the register".to_owned(), bare),
        ("   of which reading the figures".to_owned(), figures),
        ("   of which working standings out".to_owned(), standings),
    ]
}

/// A backup: copying, for which the screen waits, and the rest, which is done beside it.
fn backup(caseload: &Caseload) -> Rows {
    let seed = caseload.seed();
    let sealed = caseload.sealed();
    let conn = sealed.open(&seed, None).expect("a file that opens");
    let store = Store::unsealed(sealed, conn, &seed);
    let shelves = caseload.path.with_extension("backups");
    let copying = median(3, || {
        timed(|| drop(store.snapshot(&shelves, Why::Asked, now()).expect("a copy")))
    });
    let shelving = median(3, || {
        let snapshot = store.snapshot(&shelves, Why::Asked, now());
        let snapshot = snapshot.expect("a copy");
        timed(|| drop(snapshot.shelve().expect("a good copy")))
    });
    vec![
        ("backup: copying".to_owned(), copying),
        ("backup: checking, wrapping".to_owned(), shelving),
    ]
}

/// Reading what standings are made of, and making them.
fn derived(caseload: &Caseload, seed: &Seed) -> (Duration, Duration) {
    let sealed = caseload.sealed();
    let conn = sealed.open(seed, None).expect("a file that opens");
    let store = Store::unsealed(sealed, conn, seed);
    let register = store.load().expect("a register that loads");
    let figures = || {
        let figures = store.log().figures_of_all(&register, now().date_naive());
        figures.expect("figures that load")
    };
    let read = figures();
    let school = register.school().expect("a school");
    let desk = Desk {
        caseload: &register,
        rules: Rules::england(),
        calendar: &SchoolCalendar::new(&school.terms, &school.closures),
        now: now(),
        ids: &Ids::after(0, 0),
    };
    (
        median(5, || timed(|| drop(figures()))),
        median(5, || timed(|| drop(Standings::of_all(&desk, &read)))),
    )
}

/// Drawing each screen.
fn draw(caseload: &Caseload) -> Rows {
    let mut app = caseload.app();
    ["Today", "Pupils", "Plan", "Calendar", "Log"]
        .into_iter()
        .zip("01234".chars())
        .map(|(screen, key)| {
            if key == '2' {
                type_keys(&mut app, "1<Down>p");
            } else {
                app.input(Input::Key(Key::char(key)));
            }
            app.draw(SCREEN);
            (
                format!("draw {screen}"),
                median(101, || timed(|| drop(app.draw(SCREEN)))),
            )
        })
        .collect()
}

/// A key and the drawing that shows what came of it: a list is sorted and narrowed no earlier than it is drawn.
fn keys(caseload: &Caseload) -> Rows {
    let mut app = caseload.app();
    [
        ("down in Today", "0", "<Down>"),
        ("down in Pupils", "1", "<Down>"),
        ("a letter of the filter, or one less", "1/", "a<Backspace>"),
        ("a day in Calendar", "3", "<Right>"),
        ("down in Log", "4", "<Down>"),
    ]
    .into_iter()
    .map(|(what, before, keys)| {
        type_keys(&mut app, before);
        app.draw(SCREEN);
        let keys = parse_script(keys).expect("keys");
        let mut keys = keys.iter().cycle();
        let time = median(51, || {
            let key = *keys.next().expect("a key");
            timed(|| {
                app.input(Input::Key(key));
                drop(app.draw(SCREEN));
            })
        });
        type_keys(&mut app, "<Esc><Esc><Esc>");
        (format!("key: {what}"), time)
    })
    .collect()
}

fn type_keys(app: &mut App, script: &str) {
    for key in parse_script(script).expect("a script of keys") {
        app.input(Input::Key(key));
    }
}
