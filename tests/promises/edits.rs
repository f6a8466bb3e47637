//! The edits that workers make one after another, and what a file must hold after so many of them.

use std::path::Path;

use caseload::domain::{
    Action, Caseload, Edit, Id, Note, NoteKind, Pupil, School, SchoolId, Voice,
};
use caseload::store::{OpenError, Salt, Sealed, Seed, Store, StoreError, open};
use chrono::{DateTime, FixedOffset, NaiveDate};

const OAKFIELD: SchoolId = Id::new(1);
const PUPILS: i64 = 20;

/// The seed of every file made here: deriving a key is not what is tried.
pub fn seed() -> Seed {
    Seed::from_bytes([9; 16])
}

/// The time, in every file made here.
pub fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T15:20:00+00:00").expect("a time")
}

fn day(n: u64) -> NaiveDate {
    let first: NaiveDate = "2026-09-02".parse().expect("a date");
    first + chrono::Days::new(n % 80)
}

/// Makes a caseload with nothing in it.
pub fn make(path: &Path) -> Result<Store, OpenError> {
    let (sealed, conn) = Sealed::create(path, Salt::from_bytes([1; 16]), &seed(), now())?;
    Ok(Store::unsealed(sealed, conn, &seed()))
}

/// Opens a caseload made here as the program does, with all that it checks and mends.
pub fn open(path: &Path) -> Result<Store, OpenError> {
    let sealed = Sealed::inspect(path, now())?;
    let conn = open::open_sealed(&sealed, &seed(), None)?;
    Ok(Store::unsealed(sealed, conn, &seed()))
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
pub fn edit(n: u64) -> Edit {
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
pub fn all(store: &Store) -> (Caseload, Vec<Note>) {
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

/// A store in memory with the first so many edits.
pub fn after(edits: u64) -> Store {
    let mut store = Store::in_memory().expect("a store");
    for n in 0..edits {
        save(&mut store, n).expect("an edit that saves");
    }
    store
}

/// Saves the `n`th edit.
pub fn save(store: &mut Store, n: u64) -> Result<(), StoreError> {
    store.apply(&edit(n), None, DateTime::UNIX_EPOCH).map(drop)
}

/// Asserts that a file opens, is good, and holds exactly what some number of edits make, none of the acknowledged missing;
/// gives that number.
pub fn hold(path: &Path, acknowledged: u64) -> Result<u64, String> {
    let store = open(path).map_err(|error| format!("it does not open: {error}"))?;
    let generation = store.generation().map_err(|error| error.to_string())?;
    if generation < acknowledged {
        return Err(format!(
            "{acknowledged} edits were acknowledged, {generation} are there"
        ));
    }
    match store.check() {
        Ok(problems) if problems.is_empty() => {}
        Ok(problems) => return Err(format!("{problems:?}")),
        Err(error) => return Err(error.to_string()),
    }
    if all(&store) != all(&after(generation)) {
        return Err(format!(
            "the file does not hold what {generation} edits make"
        ));
    }
    Ok(generation)
}
