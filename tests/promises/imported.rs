//! Promise 62: an import is one step, which is there whole or not at all, and which undo takes back.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use caseload::app::Holding;
use caseload::domain::{Caseload, Id, Note, Pupil};
use caseload::import::{Intake, Preview, read};
use caseload::store::recovery_code;

use super::strace::{self, Watch};
use super::{Promise, Size, Tally, edits, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 62,
    words: "an import is one step, whole or not at all",
    tries: imports,
}];

/// The calls at which an import is cut off.
const CALLS: &str = "pwrite64,fsync,fdatasync,ftruncate,rename,unlink";
/// So many children of the list are in the caseload already, and in another class.
const KNOWN: usize = 40;

/// A list of so many lines, of which three in a hundred are bad, each in its own way.
fn list(lines: usize, class: &str) -> String {
    let mut list =
        "Surname,Forename,Date of birth,Year,Class,SEN status,Primary need,Notes\n".to_owned();
    for n in 0..lines {
        let (year, month, day) = (2015 + n % 6, n % 12 + 1, n % 28 + 1);
        let (surname, birth, status) = match n % 100 {
            // Nobody's line, a day that there never was, and a status that nobody has.
            33 => (String::new(), format!("{year}-{month:02}-{day:02}"), "K"),
            66 => (format!("Late{n}"), format!("{year}-02-31"), "K"),
            99 => (
                format!("Odd{n}"),
                format!("{year}-{month:02}-{day:02}"),
                "Q9",
            ),
            _ => (
                format!("Family{n}"),
                format!("{year}-{month:02}-{day:02}"),
                ["K", "E", "N"][n % 3],
            ),
        };
        let forename = if surname.is_empty() {
            String::new()
        } else {
            format!("Child{n}")
        };
        writeln!(
            list,
            "{surname},{forename},{birth},{},{class},{status},SLCN,",
            1 + n % 6
        )
        .expect("text takes text");
    }
    list
}

/// All that a file holds; notes by pupil.
type Whole = (Caseload, Vec<Vec<Note>>);

fn whole(path: &Path) -> Result<(Whole, u64), String> {
    let store = edits::open(path).map_err(|error| format!("it does not open: {error}"))?;
    match store.check() {
        Ok(problems) if problems.is_empty() => {}
        other => return Err(format!("{other:?}")),
    }
    let caseload = store.load().map_err(|error| error.to_string())?;
    let notes = caseload
        .pupils
        .iter()
        .map(|pupil| store.log().notes(pupil.id).expect("notes that read"))
        .collect();
    let generation = store.generation().map_err(|error| error.to_string())?;
    Ok(((caseload, notes), generation))
}

/// The pupils with their status, without the numbers that each import gives anew.
fn pupils(caseload: &Caseload) -> BTreeMap<String, (Pupil, String)> {
    let named = |pupil: &Pupil| format!("{} {} {:?}", pupil.surname, pupil.forename, pupil.dob);
    let pupils = caseload.pupils.iter().map(|pupil| {
        let status = format!("{:?}", caseload.status_of(pupil.id));
        let numberless = Pupil {
            id: Id::new(1),
            ..pupil.clone()
        };
        (named(pupil), (numberless, status))
    });
    pupils.collect()
}

/// A caseload with the first children of the list, and the list that is to be imported.
fn before(lines: usize) -> (tempfile::TempDir, PathBuf) {
    let folder = scratch::folder();
    let path = folder.path().join("importing.senco");
    let mut store = edits::make(&path).expect("a new file");
    edits::save(&mut store, 0).expect("an edit that saves");
    drop(store);
    let first = folder.path().join("first.csv");
    fs::write(&first, list(KNOWN, "1A")).expect("a list");
    import(&path, &first).expect("a list that fits");
    fs::write(folder.path().join("list.csv"), list(lines, "2B")).expect("a list");
    (folder, path)
}

/// Imports a list, and compares what came of it with what the preview showed.
fn import(path: &Path, list: &Path) -> Result<(), String> {
    let now = edits::now();
    let store = edits::open(path).map_err(|error| error.to_string())?;
    let mut holding = Holding::load(store, now).map_err(|error| error.to_string())?;
    let bytes = fs::read(list).map_err(|error| error.to_string())?;
    let file = read(&bytes, now.date_naive()).map_err(|error| error.to_string())?;
    let preview =
        Preview::new(&holding.desk(now), "list.csv", file).map_err(|error| error.to_string())?;
    let had = pupils(&holding.caseload);
    let edit = preview
        .edit(&holding.desk(now))
        .map_err(|error| error.to_string())?;
    holding
        .apply(&edit, None, now)
        .map_err(|error| error.to_string())?;
    as_previewed(&preview, &had, &pupils(&holding.caseload))
}

/// Whether every line is accounted for, and nobody was added or changed but who was shown.
fn as_previewed(
    preview: &Preview,
    had: &BTreeMap<String, (Pupil, String)>,
    has: &BTreeMap<String, (Pupil, String)>,
) -> Result<(), String> {
    let counts = preview.counts();
    let told = counts.added + counts.changed + counts.unchanged + counts.skipped + counts.held;
    if told != counts.read {
        return Err(format!("{counts:?} leaves lines out"));
    }
    let added = has.keys().filter(|name| !had.contains_key(*name)).count();
    let changed = had.iter().filter(|(name, was)| has.get(*name) != Some(was));
    let changed = changed.count();
    let shown = (preview.pupils(Intake::Add), preview.pupils(Intake::Change));
    if (added, changed) == shown {
        Ok(())
    } else {
        Err(format!(
            "{added} were added and {changed} changed, {shown:?} were shown"
        ))
    }
}

/// The real program importing the list into the file, with what it calls watched, and perhaps killed at one of the calls.
fn imports_by_program(folder: &Path, killed_at: Option<&str>) -> (std::process::Output, PathBuf) {
    let code = folder.join("code");
    fs::write(&code, &*recovery_code::write(&edits::seed())).expect("a file");
    let mut program = Command::new(env!("CARGO_BIN_EXE_caseload"));
    program
        .env_clear()
        .env("HOME", folder)
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .env("TZ", "Europe/London")
        .args(["--today", "2026-11-23", "--file"])
        .arg(folder.join("importing.senco"))
        .arg("--passphrase-file")
        .arg(&code)
        .args(["import", "--yes"])
        .arg(folder.join("list.csv"));
    let calls = folder.join("calls");
    let watch = Watch {
        calls: CALLS,
        longest_text: 16,
        refusal: killed_at,
    };
    let output = watch.over(&program, &calls).output().expect("a process");
    (output, calls)
}

fn imports(size: Size) -> Tally {
    let mut tally = Tally::default();
    // One long list first, in one go.
    let (folder, path) = before(size.of(300, 5_000, 5_000));
    let (start, _) = whole(&path).expect("a good file");
    tally.count(import(&path, &folder.path().join("list.csv")));
    tally.count(taken_back(&path, &start));

    let (folder, path) = before(size.of(200, 1_000, 5_000));
    let (start, _) = whole(&path).expect("a good file");
    let good = fs::read(&path).expect("its bytes");
    let (output, calls) = imports_by_program(folder.path(), None);
    if !output.status.success() {
        tally.broken.push(format!("not imported: {output:?}"));
        return tally;
    }
    let (end, _) = whole(&path).expect("a good file");
    let calls = strace::calls(&calls);
    let kills = size.of(5, 50, 50).min(calls.len());
    let mut whole_ones = 0;
    for kill in 0..kills {
        let at = (kill + 1) * calls.len() / kills - 1;
        let name = &calls[at].name;
        let nth = calls[..=at]
            .iter()
            .filter(|call| call.name == *name)
            .count();
        fs::write(&path, &good).expect("a file");
        drop(fs::remove_dir_all(folder.path().join(".local")));
        let killed_at = format!("{name}:signal=SIGKILL:when={nth}");
        imports_by_program(folder.path(), Some(&killed_at));
        let found = whole(&path).and_then(|(found, generation)| {
            if found == start {
                return Ok(());
            }
            if pupils(&found.0) != pupils(&end.0) || generation != 3 {
                return Err("neither what was before nor what was after".to_owned());
            }
            whole_ones += 1;
            taken_back(&path, &start)
        });
        tally.count(found.map_err(|why| format!("{killed_at}: {why}")));
    }
    tally.remarking(format!(
        "{kills} killed, of which {whole_ones} had been saved"
    ))
}

/// Whether undo, after another opening, gives back what was there before.
fn taken_back(path: &Path, start: &Whole) -> Result<(), String> {
    undo(path)?;
    let (now, _) = whole(path)?;
    if now == *start {
        Ok(())
    } else {
        Err("undo did not give back what was before the import".to_owned())
    }
}

fn undo(path: &Path) -> Result<(), String> {
    let mut store = edits::open(path).map_err(|error| error.to_string())?;
    match store.undo() {
        Ok(Some(_)) => Ok(()),
        other => Err(format!("not undone: {other:?}")),
    }
}
