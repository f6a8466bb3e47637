//! Promise 1: when it says Saved, killing the program loses nothing.
//!
//! A process of ours works on a caseload and prints a line after each edit that was acknowledged; it is killed at a
//! random moment, many times over. Each time the file must hold exactly the state after some edit, and none that was
//! acknowledged may be missing.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use caseload::domain::{Action, Edit, Id, Note, NoteKind, Pupil, School, SchoolId, Voice};
use caseload::store::{Salt, Sealed, Seed, Store, open};
use chrono::{DateTime, FixedOffset, NaiveDate};

use super::{Promise, Size, Tally, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 1,
    words: "killing the program loses nothing that was saved",
    tries: kills,
}];

const OAKFIELD: SchoolId = Id::new(1);
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
        0 => Edit::new("School").put(School {
            id: OAKFIELD,
            name: "Oakfield".to_owned(),
            authority: String::new(),
            leaving_years: Vec::new(),
            terms: Vec::new(),
            closures: Vec::new(),
        }),
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

/// Makes edit after edit, and says each when it is saved.
pub fn edits_for_ever(path: &Path) {
    let mut store = opened(path);
    for n in store.generation().expect("a count").. {
        store
            .apply(&edit(n), None, DateTime::UNIX_EPOCH)
            .expect("an edit that saves");
        println!("saved {n}");
    }
}

fn kills(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("killed.senco");
    let (sealed, conn) =
        Sealed::create(&path, Salt::from_bytes([1; 16]), &seed(), now()).expect("a new file");
    drop((conn, sealed));
    let mut model = Store::in_memory().expect("a store");
    let mut held = 0;
    let mut random: u64 = 0x5EED;
    let mut tally = Tally::default();
    for kill in 0..size.of(100, 200, 1_000) {
        // A linear generator is random enough for the moment of a kill, and the same in every run.
        random = random
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        let life = Duration::from_millis((random >> 33) % 200);
        let acknowledged = work_and_be_killed(&path, life).max(held);
        let store = opened(&path);
        let generation = store.generation().expect("a count");
        for n in held..generation {
            model
                .apply(&edit(n), None, DateTime::UNIX_EPOCH)
                .expect("an edit that saves");
        }
        tally.count(if generation < acknowledged {
            Err(format!(
                "kill {kill}: {acknowledged} edits were acknowledged, {generation} are there"
            ))
        } else if all(&store) != all(&model) {
            Err(format!(
                "kill {kill}: the file does not hold what {generation} edits make"
            ))
        } else {
            match store.check() {
                Ok(problems) if problems.is_empty() => Ok(()),
                Ok(problems) => Err(format!("kill {kill}: {problems:?}")),
                Err(error) => Err(format!("kill {kill}: {error}")),
            }
        });
        held = generation.max(held);
    }
    if held < 100 {
        tally.broken.push(format!("only {held} edits in all lives"));
    }
    tally.remarking(format!("{held} edits saved"))
}

/// Lets a process work, kills it this long after its first edit was acknowledged, and gives how many edits were.
fn work_and_be_killed(path: &Path, life: Duration) -> u64 {
    let mut child = worker::doing("edits", path)
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
