//! Promise 25: a sync program that copies the second place at any moment never gets half a backup.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;

use caseload::store::backup::{Backup, Care, Restore, Snapshot, Why};
use chrono::Duration;

use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 25,
    words: "every copy taken of the second place opens",
    tries: copies,
}];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 1] = [("backs up", backs_up)];

/// Works and closes, again and again, an hour later each time.
fn backs_up(path: &Path) {
    let mut store = edits::open(path).expect("a file that opens");
    let second = path.with_extension("second");
    for n in store.generation().expect("a count").. {
        edits::save(&mut store, n).expect("an edit that saves");
        let hours = i64::try_from(n).expect("a small number");
        let now = edits::now() + Duration::hours(hours);
        let backup = store
            .snapshot(&path.with_extension("shelves"), Why::Closing, now)
            .and_then(Snapshot::shelve)
            .expect("a backup");
        let care = Care {
            second: Some(second.clone()),
            terms: Vec::new(),
            now,
        };
        care.take(&backup, &edits::seed());
        println!("backed up {n}");
    }
}

fn copies(size: Size) -> Tally {
    let folder = scratch::folder();
    let path = folder.path().join("lessing.senco");
    drop(edits::make(&path).expect("a new file"));
    let second = path.with_extension("second");
    fs::create_dir(&second).expect("a folder");
    let mut child = worker::doing("backs up", &path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    lines.next();
    // Read on in a thread, so that it is never held up.
    let reader = std::thread::spawn(move || lines.map_while(Result::ok).count());
    let mut tally = Tally::default();
    let mut seen: BTreeMap<Vec<u8>, Vec<u8>> = BTreeMap::new();
    let mut rewritten = Vec::new();
    while tally.tried < size.of(200, 2_000, 5_000) {
        for place in fs::read_dir(&second).into_iter().flatten().flatten() {
            for entry in fs::read_dir(place.path()).into_iter().flatten().flatten() {
                let name = entry.file_name();
                let is_backup = name.to_string_lossy().ends_with(".sencobak");
                // Thinned out a moment ago.
                let Ok(bytes) = fs::read(entry.path()) else {
                    continue;
                };
                if !is_backup {
                    continue;
                }
                let name = name.into_encoded_bytes();
                match seen.get(&name) {
                    Some(first) if *first != bytes => rewritten.push(entry.path()),
                    _ => {}
                }
                tally.count(is_whole(&bytes, folder.path()));
                seen.insert(name, bytes);
            }
        }
        if child.try_wait().expect("a process").is_some() {
            tally.broken.push("the program ended".to_owned());
            break;
        }
    }
    child.kill().expect("a process");
    child.wait().expect("a process");
    reader.join().expect("a reader that ends");
    for path in rewritten {
        tally.count(Err(format!("{} was written again", path.display())));
    }
    let distinct = seen.len();
    for bytes in seen.into_values() {
        tally.count(is_a_state(&bytes, folder.path()));
    }
    tally.remarking(format!("{distinct} backups, each restored once"))
}

fn is_whole(bytes: &[u8], folder: &Path) -> Result<(), String> {
    let copy = folder.join("copy.sencobak");
    fs::write(&copy, bytes).expect("a copy");
    let backup = Backup::read(&copy).map_err(|error| error.to_string())?;
    backup.prove().map_err(|error| error.to_string())?;
    backup
        .authenticate(&edits::seed())
        .map_err(|error| error.to_string())
}

/// Whether a copy restores to a state that there really was.
fn is_a_state(bytes: &[u8], folder: &Path) -> Result<(), String> {
    let copy = folder.join("copy.sencobak");
    fs::write(&copy, bytes).expect("a copy");
    let backup = Backup::read(&copy).map_err(|error| error.to_string())?;
    let elsewhere = tempfile::tempdir_in(folder).expect("a folder");
    let path = elsewhere.path().join("restored.senco");
    let restore =
        Restore::prepare(&backup, &edits::seed(), &path).map_err(|error| error.to_string())?;
    let place =
        caseload::store::Reserved::take(&path, edits::now()).map_err(|error| error.to_string())?;
    let kept_as = caseload::store::backup::KeptAs::BeforeRestore;
    let (sealed, _) = restore
        .carry_out(place, kept_as, edits::now())
        .map_err(|error| error.to_string())?;
    drop(sealed);
    let found = edits::hold(&path, 0)?;
    if found == backup.manifest.contents.generation {
        Ok(())
    } else {
        Err(format!(
            "{found} edits and not {}",
            backup.manifest.contents.generation
        ))
    }
}
