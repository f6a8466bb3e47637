//! Promise 85: whatever was done can be undone, even tomorrow.
//!
//! A process of ours does a hundred things to the made-up school, is killed now and then and goes on; another takes all of
//! them back, and is killed now and then too. Then every row of every table must be what it was at the start.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use caseload::app::Holding;
use caseload::domain::{
    Edit, Ids, NewStatus, Note, NoteKind, Pupil, RecordId, Status, Voice, pupil, status,
};
use caseload::import::{Preview, read};
use caseload::store::{Sealed, open};
use chrono::DateTime;

use super::random::Random;
use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 85,
    words: "everything can be undone, even tomorrow",
    tries: undone,
}];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 2] = [("all sorts", all_sorts), ("undoing", undoing)];

/// So many of the newest edits can be undone.
const UNDOABLE: u64 = 100;
/// How often a worker is killed before it may end.
const KILLS: u32 = 3;

/// Where a trial writes what its workers must know: how many edits the file had at the start, and a seed.
fn start_of(path: &Path) -> (u64, u64) {
    let text = fs::read_to_string(path.with_extension("start")).expect("a start");
    let (generation, seed) = text.split_once(' ').expect("two numbers");
    let number = |text: &str| text.parse().expect("a number");
    (number(generation), number(seed))
}

fn held(path: &Path) -> Holding {
    let store = edits::open(path).expect("a file that opens");
    Holding::load(store, edits::now()).expect("a file that reads")
}

fn generation(holding: &Holding) -> u64 {
    let store = holding.store().expect("a store");
    store.generation().expect("a count")
}

/// Does things until a hundred edits are in the file beside those of the start.
fn all_sorts(path: &Path) {
    let (start, seed) = start_of(path);
    let mut holding = held(path);
    let mut random = Random::of(seed ^ (generation(&holding) << 20));
    while generation(&holding) < start + UNDOABLE {
        match random.below(12) {
            0 => drop(holding.undo(edits::now()).expect("an undo that saves")),
            1 => drop(holding.redo(edits::now()).expect("a redo that saves")),
            _ => {
                let edit = something(&holding, &mut random);
                if let Some(edit) = edit.filter(|edit| !edit.is_empty()) {
                    // A record that others point to stays, and nothing is changed.
                    drop(holding.apply(&edit, None, edits::now()));
                }
            }
        }
        println!("saved {}", generation(&holding));
    }
}

/// Takes back all that was done since the start.
fn undoing(path: &Path) {
    let (start, _) = start_of(path);
    let mut store = edits::open(path).expect("a file that opens");
    while let Some(next) = store.undoable().expect("a file that reads")
        && next.generation > start
    {
        store.undo().expect("an undo that saves");
        println!("undone {}", next.generation);
    }
}

/// Something that could be done now.
fn something(holding: &Holding, random: &mut Random) -> Option<Edit> {
    let caseload = &holding.caseload;
    let desk = holding.desk(edits::now());
    let pupil = any(caseload.pupils.iter().collect(), random)?;
    let today = edits::now().date_naive();
    match random.below(10) {
        0..3 => written(holding, pupil, random),
        3 => pupil::change(
            &desk,
            Pupil {
                class: format!("{}X", random.below(7)),
                preferred: "M\u{e1}ire".to_owned(),
                ..pupil.clone()
            },
        )
        .ok(),
        4 => pupil::leave(&desk, pupil.id, Some(today), "elsewhere").ok(),
        5 => status::change(
            &desk,
            pupil.id,
            &NewStatus {
                status: [Status::N, Status::K, Status::E][any((0..3).collect(), random)?],
                watching: false,
                from: Some(today),
                reason: "as was agreed".to_owned(),
                parent_told: true,
                parent_told_on: None,
            },
        )
        .ok(),
        // Everybody at once.
        6 => Some(
            Edit::new("Classes").put_all(caseload.pupils.iter().map(|pupil| Pupil {
                class: format!("{}B", random.below(7)),
                ..pupil.clone()
            })),
        ),
        7 => {
            let class = random.below(7);
            let children = caseload
                .pupils
                .iter()
                .step_by(3)
                .map(|pupil| format!("{},{},{class}L\n", pupil.surname, pupil.forename));
            let children: String = children.collect();
            let more = format!("Surname,Forename,Class\nNew,Child{class},{class}L\n{children}");
            let file = read(more.as_bytes(), today).expect("a list that reads");
            Preview::new(&desk, "more.csv", file).ok()?.edit(&desk).ok()
        }
        _ => Some(Edit::new("Removal").remove(any(removable(holding, pupil), random)?)),
    }
}

/// A note that is new, changed, or removed.
fn written(holding: &Holding, pupil: &Pupil, random: &mut Random) -> Option<Edit> {
    let notes = holding.log().notes(pupil.id).expect("notes that read");
    let note = any(notes, random);
    match (random.below(3), note) {
        (0, Some(note)) => Some(Edit::new("Removal").remove(note.id)),
        (1, Some(note)) => Some(Edit::new("Change").put(Note {
            words: format!("said again, {}", random.below(1_000)),
            happened_on: edits::now().date_naive() - chrono::Days::new(random.below(300)),
            ..note
        })),
        _ => Some(Edit::new("Note").put(Note {
            id: holding.desk(edits::now()).ids.next(),
            pupil: pupil.id,
            kind: NoteKind::Observation,
            happened_on: edits::now().date_naive() - chrono::Days::new(random.below(300)),
            entered_at: edits::now().to_utc(),
            voice: Voice::Pupil,
            said_by: String::new(),
            said_to: "Mrs Bell".to_owned(),
            words: format!("words of hers, {}", random.below(1_000)),
            staff_only: random.chance(10),
        })),
    }
}

/// Records of any kind, of this pupil and of nobody.
fn removable(holding: &Holding, pupil: &Pupil) -> Vec<RecordId> {
    let caseload = &holding.caseload;
    let mut ids: Vec<RecordId> = vec![pupil.id.into()];
    macro_rules! of_pupil {
        ($($shelf:ident)*) => {
            $(ids.extend(caseload.$shelf.of(pupil.id).map(|record| RecordId::from(record.id)));)*
        };
    }
    of_pupil!(ties status_periods ehc_events cycles outcomes targets strategies places reviews actions referrals other_plans half_days arrangements diagnoses ehc_lines documents hand_overs import_bases);
    ids.extend(
        caseload
            .interventions
            .iter()
            .map(|one| RecordId::from(one.id)),
    );
    ids.extend(caseload.provisions.iter().map(|one| RecordId::from(one.id)));
    let layouts = caseload.import_layouts.iter();
    ids.extend(layouts.map(|one| RecordId::from(one.id)));
    let measures = holding
        .log()
        .measures(pupil.id)
        .expect("measures that read");
    ids.extend(measures.iter().map(|one| RecordId::from(one.id)));
    ids
}

fn any<T>(mut of: Vec<T>, random: &mut Random) -> Option<T> {
    let place = random.below(of.len().max(1) as u64);
    (!of.is_empty()).then(|| of.swap_remove(usize::try_from(place).expect("a place")))
}

/// Every row of every table, but of the journal, of the sums, and of what only serves to find them; of each note, how many
/// stand before it on its day.
fn rows(path: &Path) -> Vec<String> {
    let sealed = Sealed::inspect(path, edits::now()).expect("a file");
    let connection = open::open_sealed(&sealed, &edits::seed(), None).expect("a connection");
    let tables = connection
        .prepare(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'note_words%' \
             AND name NOT LIKE 'sqlite_%' AND name NOT IN ('edit', 'edit_change', 'table_sum')",
        )
        .and_then(|mut tables| tables.query_map([], |row| row.get(0))?.collect())
        .expect("names of tables");
    let tables: Vec<String> = tables;
    let mut all = Vec::new();
    for table in tables {
        let mut statement = connection.prepare(&of(&table)).expect("a table");
        let columns = statement.column_count();
        let mut found = statement.query([]).expect("rows");
        while let Some(row) = found.next().expect("a row") {
            let values = (0..columns).map(|at| format!("{:?}", row.get_ref(at).expect("a value")));
            all.push(format!(
                "{table}: {}",
                values.collect::<Vec<_>>().join(", ")
            ));
        }
    }
    all.sort();
    all
}

fn of(table: &str) -> String {
    match table {
        "note" => "SELECT id, pupil, kind, happened_on, entered_at, voice, said_by, said_to, words, staff_only, (SELECT count(*) FROM note AS other \
                   WHERE other.happened_on = note.happened_on AND other.seek < note.seek) FROM note"
            .to_owned(),
        table => format!("SELECT * FROM \"{table}\""),
    }
}

fn undone(size: Size) -> Tally {
    let mut tally = Tally::default();
    let folder = scratch::folder();
    let path = folder.path().join("school.senco");
    let mut store = edits::make(&path).expect("a new file");
    for edit in caseload::demo::edits(edits::now().date_naive(), &Ids::after(0, 1)) {
        store
            .apply(&edit, None, DateTime::UNIX_EPOCH)
            .expect("an edit that saves");
    }
    let start = store.generation().expect("a count");
    drop(store);
    // The first opening notes which recovery code the file has.
    drop(held(&path));
    let before = rows(&path);
    let good = fs::read(&path).expect("its bytes");
    let mut kills = 0;
    for history in 0..size.of(1, 5, 20) {
        fs::write(&path, &good).expect("a file");
        fs::write(path.with_extension("start"), format!("{start} {history}")).expect("a file");
        let mut random = Random::of(history);
        for work in WORKS {
            kills += works_to_the_end(work.0, &path, &mut random);
            tally.count(still_good(&path).map_err(|why| format!("history {history}: {why}")));
            let differs = rows(&path) != before;
            tally.count(match (work.0, differs) {
                ("undoing", true) => Err(difference(&before, &rows(&path), history)),
                ("all sorts", false) => Err(format!("history {history} changed nothing")),
                _ => Ok(()),
            });
        }
    }
    tally.remarking(format!(
        "{UNDOABLE} edits in each history, {kills} kills on the way"
    ))
}

fn still_good(path: &Path) -> Result<(), String> {
    let store = edits::open(path).map_err(|error| error.to_string())?;
    match store.check() {
        Ok(problems) if problems.is_empty() => Ok(()),
        other => Err(format!("{other:?}")),
    }
}

fn difference(before: &[String], after: &[String], history: u64) -> String {
    let gone = before.iter().find(|row| !after.contains(row));
    let come = after.iter().find(|row| !before.contains(row));
    format!("history {history}: {gone:?} is gone, {come:?} has come")
}

/// Lets a worker do its work, kills it a few times on the way, and lets it end; gives how often it was killed.
fn works_to_the_end(work: &str, path: &Path, random: &mut Random) -> u32 {
    let mut kills = 0;
    loop {
        let mut child = worker::doing(work, path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        if kills < KILLS {
            // It is in the middle of something after a few lines.
            let lived = lines.by_ref().take(random.below(30) as usize + 1).count();
            let (_hold, end) = std::sync::mpsc::channel::<()>();
            let _ = end.recv_timeout(Duration::from_millis(random.below(20)));
            if lived > 0 {
                child.kill().expect("a process that can be killed");
                kills += 1;
            }
        } else {
            lines.for_each(drop);
        }
        let ended = child.wait().expect("a process that ends");
        if ended.success() {
            return kills;
        }
        assert!(
            ended.code().is_none(),
            "the worker failed at {work}: {ended}"
        );
    }
}
