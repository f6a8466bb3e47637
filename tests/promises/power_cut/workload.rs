//! [`Workload`]: what is being done when the power goes.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::app::Holding;
use caseload::import::{Preview, read};
use caseload::os::files;
use caseload::store::backup::{Backup, KeptAs, Restore, Shelf, Why};
use caseload::store::{OpenError, Reserved};

use crate::{edits, rekeyed, versions};

/// What is being done to a caseload when the power goes, and what must then be found.
pub struct Workload {
    /// What a worker is told to do: it prints a line that begins with "saved" when something is acknowledged.
    pub name: &'static str,
    /// Makes what is there before, and was there long enough to be on the disk.
    pub before: fn(&Path),
    /// Does it.
    pub does: fn(&Path),
    /// Whether what is found is right when so many lines were acknowledged.
    pub holds: fn(&Path, u64) -> Result<(), String>,
}

/// All workloads. Another needs only its row.
pub const WORKLOADS: &[Workload] = &[
    Workload {
        name: "edits, power cut",
        before: a_few_edits,
        does: more_edits,
        holds: |path, acknowledged| edits::hold(path, FEW + acknowledged).map(drop),
    },
    Workload {
        name: "new caseload, power cut",
        before: |_| {},
        does: a_new_caseload,
        holds: no_caseload_or_a_whole_one,
    },
    Workload {
        name: "import, power cut",
        before: a_few_edits,
        does: an_import,
        holds: before_or_after_the_import,
    },
    Workload {
        name: "backup, power cut",
        before: a_few_edits,
        does: backups_and_edits,
        holds: the_edits_and_the_backups,
    },
    Workload {
        name: "restore, power cut",
        before: a_backup_and_more_edits,
        does: a_restore,
        holds: before_or_after_the_restore,
    },
    Workload {
        name: "another passphrase, power cut",
        before: rekeyed::before,
        does: rekeyed::changes_once,
        holds: rekeyed::holds,
    },
    Workload {
        name: "upgrade, power cut",
        before: versions::before,
        does: |path| {
            versions::upgrades_it(path);
            println!("saved: the upgrade");
        },
        holds: |path, _| versions::is_whole(path),
    },
    Workload {
        name: "text kept in place of another, power cut",
        before: |path| fs::write(path, OLD_TEXT).expect("a file"),
        does: |path| {
            files::replace(path, NEW_TEXT).expect("a file that is replaced");
            println!("saved: the text");
        },
        holds: the_old_text_or_the_new_one,
    },
];

const FEW: u64 = 12;
const MORE: u64 = 30;
const OLD_TEXT: &[u8] = b"the brief of last week";
const NEW_TEXT: &[u8] = &[b'x'; 3_000];
const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/samples/arbor-sen-report.csv"
);

fn a_few_edits(path: &Path) {
    let mut store = edits::make(path).expect("a new file");
    for n in 0..FEW {
        edits::save(&mut store, n).expect("an edit that saves");
    }
}

fn more_edits(path: &Path) {
    let mut store = edits::open(path).expect("a file that opens");
    for n in FEW..FEW + MORE {
        edits::save(&mut store, n).expect("an edit that saves");
        println!("saved {n}");
    }
}

fn shelves(path: &Path) -> PathBuf {
    path.with_file_name("backups")
}

fn backups_and_edits(path: &Path) {
    let mut store = edits::open(path).expect("a file that opens");
    for n in FEW..FEW + 4 {
        edits::save(&mut store, n).expect("an edit that saves");
        println!("saved {n}");
        let snapshot = store.snapshot(&shelves(path), Why::Working, edits::now());
        let backup = snapshot.expect("a copy").shelve().expect("a good copy");
        println!("saved: {}", backup.name());
    }
}

/// Of the lines that were acknowledged, every second is a backup.
fn the_edits_and_the_backups(path: &Path, acknowledged: u64) -> Result<(), String> {
    edits::hold(path, FEW + acknowledged.div_ceil(2))?;
    let shelf = Shelf::all(&shelves(path)).pop();
    let (good, bad) = shelf.map(|shelf| shelf.backups()).unwrap_or_default();
    if !bad.is_empty() || (good.len() as u64) < acknowledged / 2 {
        return Err(format!(
            "{} backups were acknowledged, {} are there and {} can't be read",
            acknowledged / 2,
            good.len(),
            bad.len()
        ));
    }
    good.iter()
        .try_for_each(|backup| Restore::prepare(backup, &edits::seed(), path).map(drop))
        .map_err(|error| error.to_string())
}

/// Where the backup lies that is brought back.
fn to_restore(path: &Path) -> PathBuf {
    path.with_file_name("one.sencobak")
}

fn a_backup_and_more_edits(path: &Path) {
    a_few_edits(path);
    let mut store = edits::open(path).expect("a file that opens");
    let snapshot = store.snapshot(&shelves(path), Why::Working, edits::now());
    let backup = snapshot.expect("a copy").shelve().expect("a good copy");
    fs::rename(&backup.path, to_restore(path)).expect("a backup");
    fs::remove_dir_all(shelves(path)).expect("an empty shelf");
    for n in FEW..FEW + MORE {
        edits::save(&mut store, n).expect("an edit that saves");
    }
}

fn a_restore(path: &Path) {
    let backup = Backup::read(&to_restore(path)).expect("a backup");
    let restore = Restore::prepare(&backup, &edits::seed(), path).expect("a good backup");
    let place = Reserved::take(path, edits::now()).expect("a file that is free");
    restore
        .carry_out(place, KeptAs::BeforeRestore, edits::now())
        .expect("a restore");
    println!("saved: restored");
}

fn before_or_after_the_restore(path: &Path, acknowledged: u64) -> Result<(), String> {
    match edits::hold(path, 0)? {
        FEW => Ok(()),
        found if found == FEW + MORE && acknowledged == 0 => Ok(()),
        found => Err(format!(
            "{found} edits: neither the file of before nor the restored one"
        )),
    }
}

/// In a folder that isn't there yet either.
fn in_a_new_folder(path: &Path) -> PathBuf {
    let folder = path.parent().expect("a folder");
    folder
        .join("a new folder")
        .join("a new one in it")
        .join("new.senco")
}

fn a_new_caseload(path: &Path) {
    let mut store = edits::make(&in_a_new_folder(path)).expect("a new file");
    println!("saved: an empty caseload");
    for n in 0..3 {
        edits::save(&mut store, n).expect("an edit that saves");
        println!("saved {n}");
    }
}

fn no_caseload_or_a_whole_one(path: &Path, acknowledged: u64) -> Result<(), String> {
    let path = in_a_new_folder(path);
    let is_missing = matches!(edits::open(&path), Err(OpenError::Missing { .. }));
    if acknowledged == 0 && is_missing {
        return Ok(());
    }
    edits::hold(&path, acknowledged.saturating_sub(1)).map(drop)
}

fn imported(path: &Path) -> Holding {
    let store = edits::open(path).expect("a file that opens");
    import_into(Holding::load(store, edits::now()).expect("a file that reads"))
}

fn import_into(mut holding: Holding) -> Holding {
    let now = edits::now();
    let bytes = std::fs::read(LIST).expect("a list");
    let list = read(&bytes, now.date_naive()).expect("a list that reads");
    let edit = Preview::new(&holding.desk(now), LIST, list)
        .and_then(|preview| preview.edit(&holding.desk(now)))
        .expect("a list that fits");
    holding.apply(&edit, None, now).expect("an edit that saves");
    holding
}

fn an_import(path: &Path) {
    imported(path);
    println!("saved: the import");
}

fn before_or_after_the_import(path: &Path, acknowledged: u64) -> Result<(), String> {
    let store = edits::open(path).map_err(|error| format!("it does not open: {error}"))?;
    let found = edits::all(&store);
    match store.check() {
        Ok(problems) if problems.is_empty() => {}
        Ok(problems) => return Err(format!("{problems:?}")),
        Err(error) => return Err(error.to_string()),
    }
    let before = edits::after(FEW);
    if found == edits::all(&before) {
        return match acknowledged {
            0 => Ok(()),
            _ => Err("the import was acknowledged and is not there".to_owned()),
        };
    }
    let after = import_into(Holding::load(before, edits::now()).expect("a store that reads"));
    if found == edits::all(after.store().expect("a store")) {
        Ok(())
    } else {
        Err("the file holds neither what was before the import nor what was after it".to_owned())
    }
}

fn the_old_text_or_the_new_one(path: &Path, acknowledged: u64) -> Result<(), String> {
    let found = fs::read(path).map_err(|error| error.to_string())?;
    if found == NEW_TEXT || (acknowledged == 0 && found == OLD_TEXT) {
        Ok(())
    } else {
        Err(format!("{} bytes are there, neither text", found.len()))
    }
}
