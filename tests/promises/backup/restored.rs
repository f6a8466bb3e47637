//! Promise 18: restoring works, and is one operation.

use std::fs;
use std::path::{Path, PathBuf};
#[cfg(target_os = "linux")]
use std::process::{ExitStatus, Stdio};

use caseload::os::files;
use caseload::store::backup::{Backup, KeptAs, Restore, Shelf};
use caseload::store::{Reserved, Sealed, Store};

use super::{backed_up, shelves};
use crate::random::Random;
use crate::{Size, Tally, edits};
#[cfg(target_os = "linux")]
use crate::{
    scratch,
    strace::{self, Call, Watch},
    worker,
};

/// The worker's part: brings the newest backup back.
pub fn works() -> impl Iterator<Item = (&'static str, fn(&Path))> {
    let work: fn(&Path) = |path| {
        let shelf = Shelf::all(&shelves(path)).remove(0);
        let backup = shelf.newest().expect("a backup");
        restore(&backup, path).expect("a restore");
        println!("restored");
    };
    [("restore", work)].into_iter()
}

fn restore(backup: &Backup, path: &Path) -> Result<Option<PathBuf>, String> {
    let told = |error: &dyn std::fmt::Display| error.to_string();
    let restore = Restore::prepare(backup, &edits::seed(), path).map_err(|error| told(&error))?;
    let place = Reserved::take(path, edits::now()).map_err(|error| told(&error))?;
    let (_, kept) = restore
        .carry_out(place, KeptAs::BeforeRestore, edits::now())
        .map_err(|error| told(&error))?;
    Ok(kept)
}

/// Whether a file holds exactly what so many edits make.
fn holds(path: &Path, edits: u64) -> Result<(), String> {
    match edits::hold(path, edits)? {
        found if found == edits => Ok(()),
        found => Err(format!("{found} edits where there should be {edits}")),
    }
}

pub fn drills(size: Size) -> Tally {
    let mut random = Random::of(18);
    let mut tally = Tally::default();
    for drill in 0..size.of(6, 50, 200) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("drill.senco");
        let mut store = edits::make(&path).expect("a new file");
        let (mut count, mut backups) = (0, Vec::new());
        for _ in 0..=random.below(3) {
            for _ in 0..=random.below(30) {
                edits::save(&mut store, count).expect("an edit that saves");
                count += 1;
            }
            backups.push((backed_up(&store, &path), count));
        }
        for _ in 0..random.below(10) {
            edits::save(&mut store, count).expect("an edit that saves");
            count += 1;
        }
        drop(store);
        let chosen = random.below(backups.len() as u64);
        let (backup, then) = &backups[usize::try_from(chosen).expect("small")];
        let restored = restore(backup, &path).and_then(|kept| {
            holds(&path, *then)?;
            holds(&kept.ok_or("nothing is kept")?, count)?;
            no_journal(&path)
        });
        tally.count(restored.map_err(|why| format!("drill {drill}: {why}")));
    }
    tally.remarking("random states, and one of up to three backups of each")
}

fn no_journal(path: &Path) -> Result<(), String> {
    let left = ["-journal", "-wal"].map(|ending| files::beside(path, ending));
    let left = left.iter().find(|path| files::is_not_empty(path));
    left.map_or(Ok(()), |path| Err(format!("{} is left", path.display())))
}

/// The calls at which a restore is killed.
#[cfg(target_os = "linux")]
const CALLS: [&str; 11] = [
    "openat",
    "pwrite64",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "mkdir",
    "unlink",
    "rmdir",
    "ftruncate",
    "unlinkat",
];

/// Edits before the backup, and after it.
const THEN: u64 = 14;
const NOW: u64 = 25;

/// A caseload with a backup, worked on since, and with a change that was cut off half way if that is wanted.
fn worked_on(path: &Path, is_unclean: bool) {
    let mut store = edits::make(path).expect("a new file");
    for n in 0..THEN {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    backed_up(&store, path);
    for n in THEN..NOW {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    drop(store);
    if is_unclean {
        let (torn, journal) = torn(path);
        fs::write(path, torn).expect("a torn file");
        fs::write(files::beside(path, "-journal"), journal).expect("its journal");
    }
}

/// The file and its journal in the middle of a large change.
fn torn(path: &Path) -> (Vec<u8>, Vec<u8>) {
    let sealed = caseload::store::Sealed::inspect(path, edits::now()).expect("a caseload");
    let conn = sealed
        .open(&edits::seed(), None)
        .expect("a file that opens");
    let change =
        "PRAGMA cache_size = 2; BEGIN; UPDATE note SET words = words || hex(randomblob(900));
         CREATE TABLE large (a BLOB); INSERT INTO large VALUES (randomblob(90000))";
    conn.execute_batch(change).expect("a change");
    let torn = fs::read(path).expect("the file");
    let journal = fs::read(files::beside(path, "-journal")).expect("its journal");
    (torn, journal)
}

/// Kills a restore at one call after another; the file is then the one of before or the restored one, and the other can
/// still be had.
#[cfg(target_os = "linux")]
pub fn kills(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random::of(181);
    let mut ended = 0;
    let all = all_kills();
    let kills = size.of(14, 60, 120).min(all.len());
    let mut restored = 0;
    for (at, (call, nth)) in all.iter().step_by((all.len() / kills).max(1)).enumerate() {
        let is_unclean = at % 2 == 1 || random.chance(20);
        let folder = scratch::folder();
        let path = folder.path().join("killed.senco");
        worked_on(&path, is_unclean);
        let killed = format!("{call}:signal=KILL:when={nth}");
        let (status, _) = watched(&path, Some(&killed));
        ended += usize::from(status.success());
        let found = edits::hold(&path, 0).and_then(|found| {
            no_journal(&path)?;
            match found {
                NOW => Ok(()),
                THEN => {
                    restored += 1;
                    holds(&kept_in(folder.path())?, NOW)
                }
                found => Err(format!("{found} edits: neither the old nor the new")),
            }
        });
        tally.count(found.map_err(|why| format!("{call} {nth}, unclean {is_unclean}: {why}")));
        // And it can be begun again.
        if at % 5 == 0 {
            let backup = Shelf::all(&shelves(&path))
                .remove(0)
                .newest()
                .expect("a backup");
            let again = restore(&backup, &path).and_then(|_| holds(&path, THEN));
            tally.count(again.map_err(|why| format!("{call} {nth}, again: {why}")));
        }
    }
    if restored == 0 || restored == tally.tried {
        tally
            .broken
            .push("no kill came before, or none after the moment that counts".to_owned());
    }
    tally.remarking(format!(
        "{} killed at a system call, {ended} got to the end; {restored} were restored already",
        kills - ended
    ))
}

/// A restore under strace, with a kill if one is told; how it ended, and what it called.
#[cfg(target_os = "linux")]
fn watched(path: &Path, killed: Option<&str>) -> (ExitStatus, Vec<Call>) {
    let written = tempfile::NamedTempFile::new().expect("a file");
    let calls = CALLS.join(",");
    let watch = Watch {
        calls: &calls,
        longest_text: 32,
        refusal: killed,
    };
    let status = watch
        .over(&worker::doing("restore", path), written.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .expect("a process");
    let calls = match killed {
        Some(_) => Vec::new(),
        None => strace::calls(written.path()),
    };
    (status, calls)
}

/// Every call that a restore makes, with its number among those of its name.
#[cfg(target_os = "linux")]
fn all_kills() -> Vec<(&'static str, usize)> {
    let folder = scratch::folder();
    let path = folder.path().join("killed.senco");
    worked_on(&path, true);
    let (status, calls) = watched(&path, None);
    assert!(status.success(), "the restore failed when only watched");
    let paths = strace::paths(&calls);
    let mut counts = [0; CALLS.len()];
    let mut all = Vec::new();
    for (call, of) in calls.iter().zip(paths) {
        let Some(at) = CALLS.iter().position(|name| *name == call.name) else {
            continue;
        };
        counts[at] += 1;
        if of.is_some_and(|of| of.starts_with(folder.path())) {
            all.push((CALLS[at], counts[at]));
        }
    }
    all
}

/// The file that a restore kept.
fn kept_in(folder: &Path) -> Result<PathBuf, String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("a file").path());
    let kept: Vec<_> = paths
        .filter(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            name.starts_with("before-restore") && name.ends_with(".senco")
        })
        .collect();
    match kept.as_slice() {
        [only] => Ok(only.clone()),
        _ => Err(format!("{} files are kept", kept.len())),
    }
}

/// What happens when an old copy is put back by hand beside the journal of the file it replaces, and is opened without what
/// the program does about that.
pub fn by_hand(size: Size) -> Tally {
    let (mut tally, mut harmed) = (Tally::default(), 0);
    for _ in 0..size.of(3, 5, 10) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("by-hand.senco");
        let mut store = edits::make(&path).expect("a new file");
        for n in 0..THEN {
            edits::save(&mut store, n).expect("an edit that saves");
        }
        drop(store);
        let copy = fs::read(&path).expect("a copy");
        let mut store = edits::open(&path).expect("a file that opens");
        for n in THEN..NOW {
            edits::save(&mut store, n).expect("an edit that saves");
        }
        drop(store);
        let (_, journal) = torn(&path);
        fs::write(&path, copy).expect("a file");
        fs::write(files::beside(&path, "-journal"), journal).expect("a journal");
        harmed += usize::from(!is_then(&path));
        tally.tried += 1;
    }
    if harmed * 10 < tally.tried * 9 {
        tally
            .broken
            .push(format!("only {harmed} of {} were harmed", tally.tried));
    }
    tally.remarking(format!("{harmed} harmed"))
}

/// Whether a file, opened as SQLite alone opens it, holds what it held then.
fn is_then(path: &Path) -> bool {
    let sealed = Sealed::inspect(path, edits::now()).expect("a file");
    let Ok(conn) = sealed.open(&edits::seed(), None) else {
        return false;
    };
    let store = Store::unsealed(sealed, conn, &edits::seed());
    let is_good = store.check().is_ok_and(|problems| problems.is_empty());
    is_good && edits::all(&store) == edits::all(&edits::after(THEN))
}
