//! Backups: made, checked, shelved, and brought back.

mod cared_for;
mod made;
mod read;
mod restored;
mod screen;

use std::path::{Path, PathBuf};

use caseload::domain::{Edit, Id, Pupil, School};
use caseload::store::backup::{Backup, Why};
use caseload::store::{Salt, Sealed, Seed, Store, open};
use chrono::{DateTime, FixedOffset};

const SALT: [u8; 16] = *b"\x00salt of a file!";
/// Planted in a name, and searched for on the disk.
const MARKER: &str = "QXJWZKVYHPTNBGDLSFMRCAEU";

fn seed() -> Seed {
    Seed::from_bytes([7; 16])
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T16:02:00+00:00").unwrap()
}

/// A caseload of one school and one pupil, in a folder of its own.
fn made_in(folder: &Path) -> (Store, PathBuf) {
    let path = folder.join("lessing.senco");
    let (sealed, conn) = Sealed::create(&path, Salt::from_bytes(SALT), &seed(), now()).unwrap();
    let mut store = Store::unsealed(sealed, conn, &seed());
    let school = School {
        id: Id::new(1),
        name: "Oakfield".to_owned(),
        authority: String::new(),
        leaving_years: Vec::new(),
        terms: Vec::new(),
        closures: Vec::new(),
    };
    let begun = Edit::new("Caseload begun").put(school);
    store.apply(&begun, None, now().to_utc()).unwrap();
    let pupil = Pupil {
        forename: MARKER.to_owned(),
        ..Pupil::new(Id::new(2), Id::new(1))
    };
    let added = Edit::new(format!("{MARKER} added")).put(pupil);
    store.apply(&added, None, now().to_utc()).unwrap();
    (store, path)
}

fn backed_up(store: &Store, shelves: &Path) -> Backup {
    let snapshot = store.snapshot(shelves, Why::Asked, now()).unwrap();
    snapshot.shelve().unwrap()
}

/// The caseload at this path, opened.
fn opened(path: &Path) -> Store {
    let sealed = Sealed::inspect(path, now()).unwrap();
    let conn = open::open_sealed(&sealed, &seed(), None).unwrap();
    Store::unsealed(sealed, conn, &seed())
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
