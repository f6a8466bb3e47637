//! Making, opening and refusing caseload files.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::store::open::{self, page_check};
use caseload::store::{OpenError, Passphrase, Salt, Sealed, Seed, Unlock};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use tempfile::TempDir;

const SALT: [u8; 16] = *b"\x00salt of a file!";
/// Planted in what is saved, and searched for on the disk.
const MARKER: &str = "QXJWZKVYHPTNBGDLSFMRCAEU";

/// A seed given outright spares a test the half second of a derivation.
fn seed() -> Seed {
    Seed::from_bytes([7; 16])
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-23T14:02:00+00:00").unwrap()
}

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn made_in(folder: &Path) -> PathBuf {
    let path = folder.join("lessing.senco");
    let (sealed, connection) =
        Sealed::create(&path, Salt::from_bytes(SALT), &seed(), now()).unwrap();
    connection
        .execute(
            "INSERT INTO person VALUES (1, ?1, 'staff', '', '', NULL, '')",
            [MARKER],
        )
        .unwrap();
    drop((connection, sealed));
    path
}

fn opened(path: &Path) -> Result<(Sealed, Connection), OpenError> {
    let sealed = Sealed::inspect(path, now())?;
    let connection = sealed.open(&seed(), None)?;
    Ok((sealed, connection))
}

fn marker(connection: &Connection) -> String {
    connection
        .query_row("SELECT name FROM person", [], |row| row.get(0))
        .unwrap()
}

#[test]
fn a_caseload_is_made_and_opened_with_its_passphrase_or_its_recovery_code() {
    let folder = folder();
    let path = folder.path().join("new folder/lessing.senco");
    let passphrase = Passphrase::choose("five words are quite enough").unwrap();
    let (sealed, connection) = open::create(&path, &passphrase, now()).unwrap();
    connection
        .execute(
            "INSERT INTO person VALUES (1, ?1, 'staff', '', '', NULL, '')",
            [MARKER],
        )
        .unwrap();
    let code =
        caseload::store::recovery_code::write(&Seed::derive(&passphrase, sealed.salt()).unwrap());
    drop((connection, sealed));

    for words in ["five words are quite enough", &*code] {
        let (_sealed, connection) =
            open::open(&path, &Unlock::from_words(words).unwrap(), None, now()).unwrap();
        assert_eq!(marker(&connection), MARKER);
    }
    let wrong = open::open(
        &path,
        &Unlock::from_words("five words are quite enough.").unwrap(),
        None,
        now(),
    );
    assert_eq!(wrong.unwrap_err().id(), "F13");
}

#[test]
fn the_salt_is_the_first_sixteen_bytes_and_nothing_else_is_plain() {
    let folder = folder();
    let path = made_in(folder.path());
    let bytes = fs::read(&path).unwrap();
    assert_eq!(bytes[..16], SALT);
    assert_eq!(bytes.len() % 4096, 0);
    for plain in [
        MARKER.as_bytes(),
        b"SQLite format",
        b"CREATE TABLE",
        b"setting",
    ] {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
    let (_sealed, connection) = opened(&path).unwrap();
    assert_eq!(marker(&connection), MARKER);
    page_check(&connection, &path).unwrap();
}
