//! Making and opening a caseload, all steps in their order.
//!
//! Lock, look, key, marks, settings, one writer, page check, migration. [`Sealed`] has them one by one, for whoever must
//! ask for a passphrase in between or wants to time them.

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use super::ended::Ended;
use super::expected::Expected;
use super::open_error::OpenError;
use super::passphrase::Passphrase;
use super::quarantine::{self, Quarantine};
use super::salt::Salt;
use super::sealed::{self, Sealed};
use super::seed::Seed;
use super::trouble::Trouble;
use super::unlock::Unlock;
use super::{backup, check, pragmas, schema};
use crate::os::files;

/// Makes a caseload with nothing in it, where nothing is yet.
///
/// # Errors
/// When anything is there already, or the computer or the disk refuses.
pub fn create(
    path: &Path,
    passphrase: &Passphrase,
    now: DateTime<FixedOffset>,
) -> Result<(Sealed, Connection, Seed), OpenError> {
    let trouble = |trouble| OpenError::Trouble {
        path: path.to_owned(),
        trouble,
    };
    let salt = Salt::fresh().map_err(|_| trouble(Trouble::NoRandomness))?;
    let seed = Seed::derive(passphrase, &salt).map_err(|_| trouble(Trouble::NoMemory))?;
    let (sealed, connection) = Sealed::create(path, salt, &seed, now)?;
    Ok((sealed, connection, seed))
}

/// Opens a caseload with a passphrase or a recovery code, checks its pages and brings it up to date.
///
/// # Errors
/// Any [`OpenError`]; the file is then as it was.
pub fn open(
    path: &Path,
    unlock: &Unlock,
    expected: Option<[u8; 4]>,
    now: DateTime<FixedOffset>,
) -> Result<(Sealed, Connection, Seed), OpenError> {
    let sealed = Sealed::inspect(path, now)?;
    let seed = sealed.seed(unlock)?;
    let connection = open_sealed(&sealed, &seed, expected)?;
    Ok((sealed, connection, seed))
}

/// Opens a file that is under our lock already: checks its pages and brings it up to date. After a session that did not
/// end cleanly, all of it is checked, and what was left is copied first.
///
/// # Errors
/// Any [`OpenError`]; the file is then as it was, and still under our lock.
pub fn open_sealed(
    sealed: &Sealed,
    seed: &Seed,
    expected: Option<[u8; 4]>,
) -> Result<Connection, OpenError> {
    let path = sealed.path();
    let mut connection = open_checked(sealed, seed, expected)?;
    schema::migrate(&mut connection, path)?;
    Ok(connection)
}

/// As [`open_sealed`], but a file that is to be brought up to date is backed up before: what the program does.
///
/// # Errors
/// Any [`OpenError`]; the file is then as it was, and still under our lock.
pub fn open_backed_up(
    sealed: &Sealed,
    seed: &Seed,
    expected: Option<[u8; 4]>,
    shelves: &Path,
    now: DateTime<FixedOffset>,
) -> Result<Connection, OpenError> {
    let path = sealed.path();
    let told = |error| OpenError::from_sqlite(path, &error);
    let mut connection = open_checked(sealed, seed, expected)?;
    if schema::is_behind(&connection).map_err(told)? {
        backup::before_upgrade(&connection, sealed.salt(), seed, shelves, now).map_err(
            |error| OpenError::NotBackedUp {
                path: path.to_owned(),
                why: error.to_string(),
            },
        )?;
    }
    schema::migrate(&mut connection, path)?;
    Ok(connection)
}

/// As [`open_backed_up`] with what was typed, and with what is remembered of the file, where it was opened before. A salt
/// that was damaged is put back.
///
/// # Errors
/// Any [`OpenError`]; the file is then as it was, and still under our lock.
pub fn unlock(
    sealed: &mut Sealed,
    unlock: &Unlock,
    expected: Option<Expected>,
    shelves: &Path,
    now: DateTime<FixedOffset>,
) -> Result<(Connection, Seed), OpenError> {
    let seed = sealed.seed(unlock)?;
    let same_salt = expected.filter(|expected| expected.salt == *sealed.salt());
    let check_value = same_salt.map(|expected| expected.check_value);
    let error = match open_backed_up(sealed, &seed, check_value, shelves, now) {
        Ok(connection) => return Ok((connection, seed)),
        Err(error) => error,
    };
    // Another salt than the one remembered: the file's own may be damaged, and the passphrase right all the same.
    if let (OpenError::WrongPassphraseOrDamaged { .. }, Some(expected)) = (&error, expected)
        && let Some(seed) = sealed.put_salt_back(unlock, expected)?
    {
        let check_value = Some(expected.check_value);
        let connection = open_backed_up(sealed, &seed, check_value, shelves, now)?;
        return Ok((connection, seed));
    }
    Err(error)
}

/// Opens a file and checks it, as it is.
fn open_checked(
    sealed: &Sealed,
    seed: &Seed,
    expected: Option<[u8; 4]>,
) -> Result<Connection, OpenError> {
    let path = sealed.path();
    if !sealed.ended_badly() {
        sealed.note_ended(Ended::Well);
        let connection = sealed.open(seed, expected)?;
        page_check(&connection, path)?;
        return Ok(connection);
    }
    let quarantine = Quarantine::take(path);
    let opened = sealed.open(seed, expected).and_then(|connection| {
        full_check(&connection, path)?;
        Ok(connection)
    });
    let Some(quarantine) = quarantine else {
        return opened.inspect(|_| sealed.note_ended(Ended::Checked));
    };
    match opened {
        Ok(connection) => {
            quarantine.came_out_good();
            sealed.note_ended(Ended::Checked);
            Ok(connection)
        }
        Err(error) if error.id() == "F14" || error.id() == "F12" => {
            if !mend(sealed, seed, &quarantine) {
                quarantine.came_out_damaged();
                return Err(error);
            }
            quarantine.came_out_damaged();
            sealed.note_ended(Ended::Mended);
            sealed.open(seed, expected)
        }
        // Nothing was done to the file, so it will be copied again.
        Err(error) if files::is_not_empty(&files::beside(path, "-journal")) => {
            quarantine.discard();
            Err(error)
        }
        Err(error) => Err(error),
    }
}

/// Tries the file as it was before its journal was played into it, without the journal, which may have been another
/// file's. If it is good by itself, it takes the place of the damaged one, which is kept.
fn mend(sealed: &Sealed, seed: &Seed, quarantine: &Quarantine) -> bool {
    let path = sealed.path();
    let beside = tempfile::Builder::new()
        .prefix(".caseload-mending-")
        .tempdir_in(files::folder_of(path));
    let Ok(beside) = beside else {
        return false;
    };
    let alone = beside.path().join("alone");
    let is_good = quarantine::copy_whole(&quarantine.file(), &alone).is_ok()
        && sealed::open_at(&alone, sealed.salt(), seed)
            .and_then(|connection| full_check(&connection, &alone))
            .is_ok();
    is_good && backup::put_in_place(&alone, path, sealed.since()).is_ok()
}

/// Checks all that can be checked.
fn full_check(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    page_check(connection, path)?;
    let problems =
        check::damage(connection).map_err(|error| OpenError::from_sqlite(path, &error))?;
    if problems.is_empty() {
        return Ok(());
    }
    Err(OpenError::Broken {
        path: path.to_owned(),
        problems: problems.len(),
    })
}

/// A caseload in memory, for tests: unencrypted, else set and migrated as one in a file.
///
/// # Errors
/// When SQLCipher isn't there or a setting would not take.
pub fn open_in_memory() -> Result<Connection, OpenError> {
    let path = Path::new("the caseload in memory");
    let told = |error| OpenError::from_sqlite(path, &error);
    let mut connection = Connection::open_in_memory().map_err(told)?;
    pragmas::before_key(&connection, path)?;
    pragmas::in_memory(&connection, path)?;
    schema::mark(&connection).map_err(told)?;
    schema::migrate(&mut connection, path)?;
    Ok(connection)
}

/// Checks the seal of every page: whatever was changed by anything but us is found.
///
/// Nothing else tells: SQLCipher reads a damaged page as zeros, which at the end of a long note passes for its text. It takes
/// about 20 ms a megabyte.
///
/// # Errors
/// [`OpenError::Damaged`] with how many pages fail.
pub fn page_check(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    let mut damaged = 0;
    connection
        .pragma_query(None, "cipher_integrity_check", |_| {
            damaged += 1;
            Ok(())
        })
        .map_err(told)?;
    if damaged == 0 {
        return Ok(());
    }
    Err(OpenError::Damaged {
        path: path.to_owned(),
        damaged,
        pages: pages(connection).map_err(told)?,
    })
}

fn pages(connection: &Connection) -> rusqlite::Result<u32> {
    connection.pragma_query_one(None, "page_count")
}
