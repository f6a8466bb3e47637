//! Making, opening and refusing caseload files.

mod child;
mod refusals;

use std::fs;
use std::path::{Path, PathBuf};

use caseload::store::open::{self, page_check};
use caseload::store::{OpenError, Passphrase, Salt, Sealed, Seed, Store, Unlock, recovery_code};
use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

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

/// A closed caseload of a few pages, with the marker in it.
fn made_in(folder: &Path) -> PathBuf {
    let path = folder.join("lessing.senco");
    let (sealed, connection) =
        Sealed::create(&path, Salt::from_bytes(SALT), &seed(), now()).unwrap();
    let filling = format!(
        "CREATE TABLE planted (text TEXT) STRICT; INSERT INTO planted VALUES ('{MARKER}'), ('{}')",
        "x".repeat(20_000)
    );
    connection.execute_batch(&filling).unwrap();
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
        .query_row("SELECT text FROM planted", [], |row| row.get(0))
        .unwrap()
}

fn names_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_caseload_is_made_and_opened_with_its_passphrase_or_its_recovery_code() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new folder/lessing.senco");
    let passphrase = Passphrase::choose("five words are quite enough").unwrap();
    let (sealed, connection, seed) = open::create(&path, &passphrase, now()).unwrap();
    let code = recovery_code::write(&seed);
    connection
        .execute_batch("CREATE TABLE planted (text TEXT); INSERT INTO planted VALUES ('kept')")
        .unwrap();
    drop((connection, sealed));

    for words in ["five words are quite enough", &*code] {
        let (_sealed, connection, _seed) =
            open::open(&path, &Unlock::from_words(words).unwrap(), None, now()).unwrap();
        assert_eq!(marker(&connection), "kept");
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
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let bytes = fs::read(&path).unwrap();
    assert_eq!(bytes[..16], SALT);
    assert_eq!(bytes.len() % 4096, 0);
    for plain in [
        MARKER.as_bytes(),
        b"SQLite format",
        b"CREATE TABLE",
        b"planted",
        b"xxxxxxxx",
    ] {
        assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    }
}

#[test]
fn a_file_is_opened_again_with_its_seed_alone_and_every_page_is_good() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let (sealed, connection) = opened(&path).unwrap();
    assert_eq!(sealed.salt().bytes(), &SALT);
    assert_eq!(sealed.path(), fs::canonicalize(&path).unwrap());
    assert_eq!(marker(&connection), MARKER);
    page_check(&connection, &path).unwrap();
}

#[test]
fn making_a_caseload_leaves_it_and_its_lock_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lessing.senco");
    let made = Sealed::create(&path, Salt::from_bytes(SALT), &seed(), now()).unwrap();
    assert_eq!(
        names_in(folder.path()),
        ["lessing.senco", "lessing.senco.lock", "lessing.senco.who"]
    );
    drop(made);
    assert_eq!(
        names_in(folder.path()),
        ["lessing.senco", "lessing.senco.lock"]
    );
    assert_eq!(
        fs::read(folder.path().join("lessing.senco.lock")).unwrap(),
        b""
    );
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_user_alone() {
    use std::os::unix::fs::PermissionsExt as _;

    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("above/below");
    let path = inner.join("lessing.senco");
    let (_sealed, connection) =
        Sealed::create(&path, Salt::from_bytes(SALT), &seed(), now()).unwrap();
    connection
        .execute_batch("BEGIN; CREATE TABLE planted (text TEXT)")
        .unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&inner), 0o700);
    assert_eq!(mode(inner.parent().unwrap()), 0o700);
    let names = names_in(&inner);
    assert_eq!(
        names,
        [
            "lessing.senco",
            "lessing.senco-journal",
            "lessing.senco.lock",
            "lessing.senco.who"
        ]
    );
    for name in names {
        assert_eq!(mode(&inner.join(&name)), 0o600, "{name}");
    }
}

#[test]
fn a_locked_screen_closes_the_contents_and_keeps_the_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let (sealed, connection) = opened(&path).unwrap();
    let sealed = Store::unsealed(sealed, connection, &seed()).seal().unwrap();
    assert_eq!(opened(&path).unwrap_err().id(), "F09");
    let wrong = open::open_sealed(
        &sealed,
        &Seed::from_bytes([8; 16]),
        Some(seed().check_value()),
    );
    assert_eq!(wrong.unwrap_err().id(), "F11");
    let connection = open::open_sealed(&sealed, &seed(), None).unwrap();
    assert_eq!(marker(&connection), MARKER);
    drop(Store::unsealed(sealed, connection, &seed()));
    assert!(opened(&path).is_ok());
}

#[test]
fn a_file_emptied_behind_a_locked_screen_is_not_taken_for_an_empty_caseload() {
    let folder = tempfile::tempdir().unwrap();
    let path = made_in(folder.path());
    let (sealed, connection) = opened(&path).unwrap();
    drop(connection);
    fs::write(&path, b"").unwrap();
    assert_eq!(sealed.open(&seed(), None).unwrap_err().id(), "F02");
    fs::remove_file(&path).unwrap();
    assert_eq!(sealed.open(&seed(), None).unwrap_err().id(), "F01");
    assert_eq!(
        names_in(folder.path()).first().unwrap(),
        "lessing.senco-journal"
    );
}
