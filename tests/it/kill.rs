//! When it says Saved, killing the program loses nothing (promise 1).
//!
//! A process of ours works on a caseload and prints a line after each edit that was acknowledged; it is killed at a
//! random moment, a hundred times over. Each time the file must hold exactly the state after some edit, and none that
//! was acknowledged may be missing.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use caseload::domain::{Action, Change, Edit, Id, Note, NoteKind, Pupil, Record, Voice};
use caseload::store::{Salt, Sealed, Seed, Store, open};
use chrono::{DateTime, FixedOffset, NaiveDate};

use super::school::{OAKFIELD, oakfield};

const FILE: &str = "CASELOAD_TEST_KILLED_FILE";
const PUPILS: i64 = 20;

fn seed() -> Seed {
    Seed::from_bytes([9; 16])
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T15:20:00+00:00").expect("a time")
}

fn day(n: u64) -> NaiveDate {
    let first: NaiveDate = "2026-09-02".parse().expect("a date");
    first + chrono::Days::new(n % 80)
}

fn opened(path: &Path) -> Store {
    let sealed = Sealed::inspect(path, now()).expect("a file that is free");
    let conn = open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    Store::unsealed(sealed, conn)
}

fn pupil(n: i64, class: u64) -> Pupil {
    Pupil {
        forename: format!("Pupil {n}"),
        class: format!("{class}B"),
        ..Pupil::new(Id::new(100 + n), OAKFIELD)
    }
}

fn note(n: u64, words: String) -> Note {
    let pupil = i64::try_from(n).expect("a small number") % PUPILS;
    Note {
        id: Id::new(1000 + i64::try_from(n).expect("a small number")),
        pupil: Id::new(100 + pupil),
        kind: NoteKind::Observation,
        happened_on: day(n),
        entered_at: DateTime::UNIX_EPOCH,
        voice: Voice::Staff,
        said_by: "Mrs Bell".into(),
        said_to: String::new(),
        words,
        staff_only: n.is_multiple_of(7),
    }
}

/// The `n`th edit: a note, a change of it, its removal, a change of twenty records at once, or a note with an action.
fn edit(n: u64) -> Edit {
    match n {
        0 => oakfield().remove(0),
        1 => Edit::new("Pupils").put_all((0..PUPILS).map(|number| pupil(number, 1))),
        _ => match n % 5 {
            2 => Edit::new("Note").put(note(
                n,
                "a note ".repeat(usize::try_from(n % 60).expect("small") + 1),
            )),
            3 => Edit::new("Change").put(note(n - 1, format!("changed by edit {n}"))),
            4 => Edit::new("Classes").put_all((0..PUPILS).map(|number| pupil(number, n))),
            0 => Edit::new("Removal").remove(note(n - 3, String::new()).id),
            _ => Edit::new("Note and action")
                .put(note(n, format!("edit {n}")))
                .put(Action {
                    id: Id::new(1_000_000 + i64::try_from(n).expect("small")),
                    pupil: Id::new(100),
                    review: None,
                    what: format!("look again after edit {n}"),
                    who: String::new(),
                    person: None,
                    agreed_on: day(n),
                    by: Some(day(n)),
                    done_on: None,
                    dropped: String::new(),
                }),
        },
    }
}

/// All that a store holds: the register, and the notes of each pupil.
fn all(store: &Store) -> (caseload::domain::Caseload, Vec<Note>) {
    let notes = (0..PUPILS).flat_map(|number| {
        store
            .log()
            .notes(Id::new(100 + number))
            .expect("notes that read")
    });
    (
        store.load().expect("a register that reads"),
        notes.collect(),
    )
}

#[test]
#[ignore = "a process that is killed while it works; run by another test"]
fn works_until_it_is_killed() {
    let path = std::env::var_os(FILE).expect("a file to work on");
    let mut store = opened(Path::new(&path));
    for n in store.generation().expect("a count").. {
        store
            .apply(&edit(n), None, DateTime::UNIX_EPOCH)
            .expect("an edit that saves");
        println!("saved {n}");
    }
}

#[test]
fn a_hundred_kills_lose_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("killed.senco");
    let (sealed, conn) =
        Sealed::create(&path, Salt::from_bytes([1; 16]), &seed(), now()).expect("a new file");
    drop((conn, sealed));
    let mut model = Store::in_memory().expect("a store");
    let mut held = 0;
    let mut random: u64 = 0x5EED;
    for kill in 0..100 {
        // A linear generator is random enough for the moment of a kill, and the same in every run.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let acknowledged =
            work_and_be_killed(&path, Duration::from_millis((random >> 33) % 200)).max(held);
        let store = opened(&path);
        let generation = store.generation().expect("a count");
        assert!(
            generation >= acknowledged,
            "kill {kill}: {acknowledged} edits were acknowledged, {generation} are there"
        );
        for n in held..generation {
            model
                .apply(&edit(n), None, DateTime::UNIX_EPOCH)
                .expect("an edit that saves");
        }
        assert!(
            all(&store) == all(&model),
            "kill {kill}: the file does not hold what {generation} edits make"
        );
        assert_eq!(store.check().expect("a file that reads"), [], "kill {kill}");
        held = generation;
    }
    assert!(held >= 100, "only {held} edits in a hundred lives");
    println!("promise 1: 100 kills, {held} edits, none lost");
}

/// Lets a process work, kills it this long after its first edit was acknowledged, and gives how many edits were.
fn work_and_be_killed(path: &Path, life: Duration) -> u64 {
    let mut child = Command::new(std::env::current_exe().expect("this test"))
        .args([
            "--exact",
            "kill::works_until_it_is_killed",
            "--ignored",
            "--nocapture",
        ])
        .env(FILE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let (working, works) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let saved = lines
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("saved ")?.parse::<u64>().ok());
        // Nobody listens after the first; the channel ends with this thread.
        saved
            .inspect(|_| {
                let _ = working.send(());
            })
            .last()
            .map_or(0, |n| n + 1)
    });
    works.recv().expect("a first edit");
    // The kill comes at a moment, whatever the process is doing then: this is no wait for something to happen.
    let (_hold, end) = std::sync::mpsc::channel::<()>();
    let _ = end.recv_timeout(life);
    child.kill().expect("a process that can be killed");
    child.wait().expect("a process that ends");
    reader.join().expect("a reader that ends")
}

#[test]
fn the_edits_of_the_kill_test_change_what_they_say() {
    assert!(matches!(edit(5).changes[..], [Change::Remove(_)]));
    assert!(matches!(
        &edit(2).changes[..],
        [Change::Put(Record::Note(_))]
    ));
    assert_eq!(edit(9).changes.len(), 20);
}
