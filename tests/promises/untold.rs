//! Promise 36: no message, panic or file tells anything of a child that nobody asked about.
//!
//! Faults are made whose natural message would quote what is in the caseload, in a list, on standard input or in the
//! passphrase's file; all of these hold markers. The real program meets them, and all that it wrote is searched.
//!
//! What counts: standard error, whatever happens; standard output of a command that failed, and of a check, which must name
//! nobody; every file that was written. What does not: standard output of a command that did what was asked, such as the
//! register of `list` or the preview of a list, and what the user had just typed on the command line herself, which has no
//! marker here.

mod inputs;
mod run;
mod tables;

use std::path::Path;
use std::process::Output;
use std::thread;

use rusqlite::Connection;

use super::leftovers::markers::{self, LISTED, NAME, NOTE};
use super::{Promise, Size, Tally, worker};
use run::Desk;

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 36,
        words: "what is wrong in a file is told without names",
        tries: tables::faults,
    },
    Promise {
        number: 36,
        words: "what is wrong in a list or an input is told without names",
        tries: inputs::faults,
    },
    Promise {
        number: 36,
        words: "a panic tells where it was, and nothing else",
        tries: panics,
    },
    Promise {
        number: 36,
        words: "control: SQLite's, serde's and Rust's own words do name",
        tries: natural_words,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 3] = [
    ("a wrong key", tries_a_wrong_key),
    ("a panic with data", panics_with_data),
    ("a panic unhidden", panics_unhidden),
];

/// How markers are dressed up: as they are, among other letters, with what means something to printf, in a long text.
const DRESSED: [&str; 4] = ["{}", "é{} ﷽ {}", "%s {}{{}} %n", "{}"];

/// A text with its markers dressed up in one of these ways.
fn dressed(text: &str, way: usize) -> String {
    let way = way % DRESSED.len();
    let dress = |marker: &str| {
        let worn = DRESSED[way].replace("{}", marker);
        if way == 3 { worn.repeat(60) } else { worn }
    };
    text.replace("@NAME", &dress(NAME))
        .replace("@LISTED", &dress(LISTED))
        .replace("@NOTE", &dress(NOTE))
}

/// Faults that panic with data in their words, as many kinds as Rust has.
const PANICS: [fn(&str); 12] = [
    |text| panic!("a fault with {text}"),
    |text| std::panic::panic_any(text.to_owned()),
    |text| unreachable!("{text}"),
    |text| assert_ne!(text, text.to_owned()),
    |text| assert_eq!(text, "something else"),
    |text| assert!(text.is_empty(), "{text}"),
    // Rust quotes the text in which a letter is cut in two.
    |text| assert!(text[..=text.find('é').unwrap_or_default()].is_empty()),
    |text| {
        assert_eq!(
            text.parse::<i64>()
                .map_err(|error| format!("{error}: {text}")),
            Ok(1)
        )
    },
    |text| assert!(serde_json::from_str::<bool>(&format!("\"{text}\"")).expect(text)),
    |text| assert!(std::fs::read(text).expect(text).is_empty()),
    |text| {
        let text = text.to_owned();
        let joined = thread::spawn(move || panic!("{text}")).join();
        assert!(joined.is_ok(), "{joined:?}");
    },
    |text| {
        let cell = std::cell::RefCell::new(text);
        let _first = cell.borrow_mut();
        assert!(cell.borrow().is_empty());
    },
];
/// Those of them whose words quote data.
const QUOTING: std::ops::Range<usize> = 0..11;

/// The environment names the fault.
const WHICH: &str = "CASELOAD_TEST_PANIC";

fn panics_with_data(_: &Path) {
    caseload::app::terminal::report_faults();
    panics_unhidden(Path::new("none"));
}

fn panics_unhidden(_: &Path) {
    let which = std::env::var(WHICH).expect("which");
    let which: usize = which.parse().expect("a number");
    PANICS[which % PANICS.len()](&dressed("@NAME @NOTE é", which / PANICS.len()));
}

/// As any program would that does not tell SQLCipher to be silent.
fn tries_a_wrong_key(path: &Path) {
    let conn = Connection::open(path).expect("a connection");
    conn.pragma_update(None, "key", "wrong").expect("any key");
    let read = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, u32>(0)
    });
    assert!(read.is_err(), "a wrong key opens it");
}

/// What a process leaves that has this fault.
fn panicked(work: &str, which: usize) -> Output {
    let mut command = worker::doing(work, Path::new("none"));
    command
        .env(WHICH, which.to_string())
        .env("RUST_BACKTRACE", "full")
        .output()
        .expect("a process")
}

fn panics(size: Size) -> Tally {
    let mut tally = Tally::default();
    for which in 0..PANICS.len() * size.of(1, DRESSED.len(), DRESSED.len()) {
        let output = panicked("a panic with data", which);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        tally.count(if output.status.success() {
            Err(format!("panic {which} did not happen"))
        } else if !said.starts_with("Caseload stopped because of a fault in the program (at ") {
            Err(format!("panic {which}: {said}"))
        } else {
            markers::none_in(&[output.stdout, output.stderr].concat())
                .map_err(|found| format!("panic {which}: {found}: {said}"))
        });
    }
    tally
}

/// Whether the words that the program does not show would have told something: else nothing was tried here.
fn natural_words(_: Size) -> Tally {
    let mut tally = Tally::default();
    for which in QUOTING {
        let output = panicked("a panic unhidden", which);
        tally.count(names(&String::from_utf8_lossy(&output.stderr)));
    }
    let text = dressed("@NAME", 0);
    let parsed: Result<bool, _> = serde_json::from_str(&format!("\"{text}\""));
    tally.count(names(&parsed.expect_err("no bool").to_string()));
    let desk = Desk::new();
    let told = desk.natural_words_of_sqlite();
    tally.count(names(&told));
    let wrong = worker::doing("a wrong key", &desk.path("marked.senco")).output();
    let said = String::from_utf8_lossy(&wrong.expect("a process").stderr).into_owned();
    tally.count(if said.contains(run::NOT_OURS) {
        Ok(())
    } else {
        Err(format!("SQLCipher says nothing of a wrong key: {said:?}"))
    });
    tally
}

fn names(words: &str) -> Result<(), String> {
    match markers::none_in(words.as_bytes()) {
        Ok(()) => Err(format!("no marker in {words:?}")),
        Err(_) => Ok(()),
    }
}
