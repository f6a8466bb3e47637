//! A caseload file that is ours to use but whose contents are closed.

use std::cell::Cell;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, ErrorCode, MAIN_DB, OpenFlags};

use super::backup::{self, Backup};
use super::ended::Ended;
use super::expected::Expected;
use super::key::DatabaseKey;
use super::looks_like::LooksLike;
use super::open_error::OpenError;
use super::quarantine::Quarantine;
use super::reserved::Reserved;
use super::salt::Salt;
use super::seed::Seed;
use super::trouble::Trouble;
use super::unlock::Unlock;
use super::{pragmas, schema};
use crate::os::lock::Lock;
use crate::os::{files, location};

/// Bytes of a page; a caseload is whole pages.
const PAGE: u64 = 4096;

/// A caseload under our lock, unopened: what is held from choosing the file to leaving it, also while the screen is
/// locked. A connection must be dropped before the `Sealed` it came from.
#[derive(Debug)]
pub struct Sealed {
    path: PathBuf,
    salt: Salt,
    lock: Lock,
    since: DateTime<FixedOffset>,
    ended: Cell<Ended>,
}

impl Sealed {
    /// Takes the lock of a file and reads its salt, refusing everything that can be told to be no caseload without a key.
    ///
    /// This reads the file's first 16 bytes, under the lock and before there is any connection. Nothing else in the
    /// program reads or writes it except through SQLite: closing a file of our own would take SQLite's locks away with it.
    ///
    /// # Errors
    /// F01 to F09 of [`OpenError`].
    pub fn inspect(path: &Path, now: DateTime<FixedOffset>) -> Result<Self, OpenError> {
        // Before the lock, so that it leaves no lock file where no caseload is.
        if !backup::is_restore_pending(path) {
            check_kind(&fs::canonicalize(path).map_err(|error| OpenError::from_io(path, &error))?)?;
        }
        Reserved::take(path, now)?.inspect()
    }

    /// The file at this canonical path, under its lock.
    pub(super) fn of(
        path: PathBuf,
        lock: Lock,
        since: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        let size = check_kind(&path)?.len();
        let salt = read_salt(&path)?;
        check_pages(&path, size)?;
        let is_cut_off = files::is_not_empty(&files::beside(&path, "-journal"));
        let ended = if is_cut_off || lock.left_by().is_some() {
            Ended::Badly
        } else {
            Ended::Well
        };
        Ok(Self {
            path,
            salt,
            lock,
            since,
            ended: Cell::new(ended),
        })
    }

    /// Its place, whatever comes to lie there.
    pub fn into_place(self) -> Reserved {
        Reserved::new(self.path, self.lock, self.since)
    }

    /// Makes a caseload with nothing in it where nothing is, for this user alone, and opens it.
    ///
    /// # Errors
    /// When anything at all is there already, or the computer or the disk refuses.
    pub fn create(
        path: &Path,
        salt: Salt,
        seed: &Seed,
        now: DateTime<FixedOffset>,
    ) -> Result<(Self, Connection), OpenError> {
        let (path, lock) = Reserved::take(path, now)?.into_parts();
        let told = |error: &io::Error| OpenError::from_io(&path, error);
        check_free(&path)?;
        // Made whole in a folder of its own: the file is never seen half made, and never made over another.
        let folder = files::folder_of(&path);
        let nursery = files::passing_private_folder(folder, ".caseload-new-")
            .map_err(|error| told(&error))?;
        let unborn = tempfile::NamedTempFile::new_in(&nursery)
            .map_err(|error| told(&error))?
            .into_temp_path();
        build(&unborn, &path, salt, seed)?;
        unborn
            .persist_noclobber(&path)
            .map_err(|failed| match failed.error.kind() {
                io::ErrorKind::AlreadyExists => OpenError::Exists { path: path.clone() },
                _ => told(&failed.error),
            })?;
        files::sync_folder(folder).map_err(|error| told(&error))?;
        let sealed = Self {
            path,
            salt,
            lock,
            since: now,
            ended: Cell::new(Ended::Well),
        };
        let connection = sealed.open(seed, None)?;
        Ok((sealed, connection))
    }

    /// Whether the session before this one did not end cleanly: then all of the file is checked when it is opened.
    pub(super) fn ended_badly(&self) -> bool {
        self.ended.get() == Ended::Badly
    }

    /// Notes what came of that.
    pub(super) fn note_ended(&self, ended: Ended) {
        self.ended.set(ended);
    }

    /// What to say of how the session before this one ended (F10); nothing when it ended well.
    pub fn words_of_start(&self) -> Option<&'static str> {
        self.ended.get().words()
    }

    /// Since when it is ours.
    pub(super) fn since(&self) -> DateTime<FixedOffset> {
        self.since
    }

    /// Where the file really is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file's salt.
    pub fn salt(&self) -> &Salt {
        &self.salt
    }

    /// The seed that what was typed gives for this file. From a passphrase this takes about half a second.
    ///
    /// # Errors
    /// When there are not 64 MiB of memory.
    pub fn seed(&self, unlock: &Unlock) -> Result<Seed, OpenError> {
        unlock.seed(&self.salt).map_err(|_| OpenError::Trouble {
            path: self.path.clone(),
            trouble: Trouble::NoMemory,
        })
    }

    /// Opens the file, proves every setting, and makes us its only user. Its pages are not checked and it is not
    /// migrated yet.
    ///
    /// `expected` is the seed's check value as remembered from an earlier opening; with it a wrong passphrase is told
    /// apart from a damaged file.
    ///
    /// # Errors
    /// F09 to F15 of [`OpenError`].
    pub fn open(&self, seed: &Seed, expected: Option<[u8; 4]>) -> Result<Connection, OpenError> {
        // Looked at again: the screen may have been locked for hours, and an empty file would open as an empty caseload.
        open_at(&self.path, &self.salt, seed).map_err(|error| match error {
            OpenError::WrongPassphraseOrDamaged { .. } => self.closed(seed, expected),
            error => error,
        })
    }

    /// Why page 1 could not be read, as far as that can be known.
    fn closed(&self, seed: &Seed, expected: Option<[u8; 4]>) -> OpenError {
        let path = self.path.clone();
        match expected {
            None => OpenError::WrongPassphraseOrDamaged { path },
            Some(value) if value == seed.check_value() => OpenError::DamagedStart { path },
            Some(_) => OpenError::WrongPassphrase { path },
        }
    }

    /// Puts the salt back that is remembered of the file, if what was typed opens it with that and not with its own; gives
    /// the seed. The damaged file is kept first.
    ///
    /// # Errors
    /// F12 when it is damaged beyond its salt, and when the disk refuses.
    pub(super) fn put_salt_back(
        &mut self,
        unlock: &Unlock,
        expected: Expected,
    ) -> Result<Option<Seed>, OpenError> {
        let path = &self.path;
        if expected.salt == self.salt {
            return Ok(None);
        }
        let seed = unlock.seed(&expected.salt);
        let seed = seed
            .ok()
            .filter(|seed| seed.check_value() == expected.check_value);
        let Some(seed) = seed else {
            return Ok(None);
        };
        if !is_opened_with(path, &expected.salt, &seed)? {
            return Err(OpenError::DamagedStart { path: path.clone() });
        }
        let told = |error: &io::Error| OpenError::from_io(path, error);
        let quarantine = Quarantine::copy(path).map_err(|error| told(&error))?;
        quarantine.came_out_damaged();
        let mut file = OpenOptions::new()
            .write(true)
            .open(path)
            .map_err(|error| told(&error))?;
        file.write_all(expected.salt.bytes())
            .and_then(|()| file.sync_all())
            .map_err(|error| told(&error))?;
        self.salt = expected.salt;
        Ok(Some(seed))
    }
}

/// Whether a file opens with this salt in the place of its own. Only reads.
fn is_opened_with(path: &Path, salt: &Salt, seed: &Seed) -> Result<bool, OpenError> {
    let connection = connect(path)?;
    pragmas::before_key(&connection, path)?;
    connection
        .execute_batch(&DatabaseKey::derive(seed, salt).creating(salt))
        .map_err(|error| OpenError::from_sqlite(path, &error))?;
    Ok(read_schema(&connection).is_ok() && schema::check_marks(&connection, path).is_ok())
}

/// Opens a file that is known to be nobody else's and to have this salt: the settings, the marks, and the exclusive lock.
pub(super) fn open_at(path: &Path, salt: &Salt, seed: &Seed) -> Result<Connection, OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    check_pages(path, check_kind(path)?.len())?;
    let connection = connect(path)?;
    pragmas::before_key(&connection, path)?;
    connection
        .execute_batch(&DatabaseKey::derive(seed, salt).opening())
        .map_err(told)?;
    read_schema(&connection).map_err(|error| match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => OpenError::WrongPassphraseOrDamaged {
            path: path.to_owned(),
        },
        _ => told(error),
    })?;
    schema::check_marks(&connection, path)?;
    pragmas::after_key(&connection, path)?;
    // The exclusive mode alone protects nothing before the first write.
    connection
        .execute_batch("BEGIN EXCLUSIVE; COMMIT")
        .map_err(told)?;
    Ok(connection)
}

/// Refuses what is no file or has nothing in it, without opening it.
fn check_kind(path: &Path) -> Result<Metadata, OpenError> {
    let found = fs::symlink_metadata(path).map_err(|error| OpenError::from_io(path, &error))?;
    let path = path.to_owned();
    match found.len() {
        _ if found.is_dir() => Err(OpenError::Folder { path }),
        _ if !found.is_file() => Err(OpenError::Device { path }),
        _ if location::is_elsewhere(&found) => Err(OpenError::NotHere { path }),
        0 => Err(OpenError::Empty { path }),
        _ => Ok(found),
    }
}

/// Reads the first 16 bytes, refusing those that tell of something else.
fn read_salt(path: &Path) -> Result<Salt, OpenError> {
    let mut start = Vec::with_capacity(Salt::LEN);
    File::open(path)
        .and_then(|file| file.take(Salt::LEN as u64).read_to_end(&mut start))
        .map_err(|error| OpenError::from_io(path, &error))?;
    let path = path.to_owned();
    match LooksLike::of(&start) {
        Some(LooksLike::Backup) => Err(OpenError::Backup {
            made: Backup::read(&path).ok().map(|backup| backup.made()),
            path,
        }),
        Some(LooksLike::Unencrypted) => Err(OpenError::Unencrypted { path }),
        Some(looks_like) => Err(OpenError::Foreign { path, looks_like }),
        None => Salt::try_from(start.as_slice()).map_err(|_| OpenError::CutShort { path }),
    }
}

/// Refuses a file that isn't whole pages, and sidecars that aren't ours.
fn check_pages(path: &Path, size: u64) -> Result<(), OpenError> {
    let stray = files::beside(path, "-wal");
    // A crash can leave part of a page, which the journal cuts off again.
    let recoverable = files::is_not_empty(&files::beside(path, "-journal"));
    if size < PAGE || (!size.is_multiple_of(PAGE) && !recoverable) {
        Err(OpenError::CutShort {
            path: path.to_owned(),
        })
    } else if files::is_not_empty(&stray) {
        Err(OpenError::StrayJournal { path: stray })
    } else {
        Ok(())
    }
}

/// Refuses a place where anything is, or where a journal waits to be played into whatever comes.
fn check_free(path: &Path) -> Result<(), OpenError> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(OpenError::Exists {
            path: path.to_owned(),
        });
    }
    let strays = ["-journal", "-wal"].map(|ending| files::beside(path, ending));
    match strays.into_iter().find(|stray| files::is_not_empty(stray)) {
        Some(path) => Err(OpenError::StrayJournal { path }),
        None => Ok(()),
    }
}

/// Writes an empty caseload into the empty file `unborn`, which is to become `path`.
fn build(unborn: &Path, path: &Path, salt: Salt, seed: &Seed) -> Result<(), OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    let mut connection = connect(unborn)?;
    pragmas::before_key(&connection, path)?;
    connection
        .execute_batch(&DatabaseKey::derive(seed, &salt).creating(&salt))
        .map_err(told)?;
    pragmas::after_key(&connection, path)?;
    schema::mark(&connection).map_err(told)?;
    schema::migrate(&mut connection, path)?;
    connection.close().map_err(|(_, error)| told(error))
}

/// A connection to a file that is there: never makes one, never follows a link put in its place.
fn connect(path: &Path) -> Result<Connection, OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_NOFOLLOW
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags).map_err(told)?;
    if connection.is_readonly(MAIN_DB).map_err(told)? {
        return Err(OpenError::ReadOnly {
            path: path.to_owned(),
        });
    }
    Ok(connection)
}

/// The first read, which is what shows whether the key fits.
fn read_schema(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
}
