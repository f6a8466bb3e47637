//! [`Snapshot`]: a copy of the caseload that does not count yet.

use std::fs::File;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use tempfile::TempDir;

use super::backup_error::BackupError;
use super::care::Care;
use super::container::{Backup, hash_of};
use super::contents::{self, Contents};
use super::manifest::{Manifest, hex};
use super::shelf::Shelf;
use super::why::Why;
use crate::os::files;
use crate::store::salt::Salt;
use crate::store::seed::Seed;
use crate::store::{OpenError, Store, StoreError, Trouble, check, open, sealed};

impl Store {
    /// Copies the whole caseload beside the backups of its shelf, encrypted as it is itself. This is the quick part, which
    /// needs the store; the copy is no backup until it is [shelved](Snapshot::shelve).
    ///
    /// # Errors
    /// When the caseload is in memory, or the disk refuses. Nothing is changed then.
    pub fn snapshot(
        &self,
        shelves: &Path,
        why: Why,
        now: DateTime<FixedOffset>,
    ) -> Result<Snapshot, BackupError> {
        let file = self.file.as_ref().ok_or(BackupError::InMemory)?;
        if self.doubt.is_some() {
            return Err(BackupError::Unsettled);
        }
        Snapshot::take(
            &self.conn,
            file.sealed.salt(),
            &file.seed,
            shelves,
            why,
            now,
        )
    }
}

impl Store {
    /// The name of this caseload among the shelves: the same in all its copies.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn name(&self) -> Result<String, StoreError> {
        Ok(contents::caseload(&self.conn)?)
    }

    /// Whether the newest backup on its shelf holds all that the file holds.
    pub fn is_backed_up(&self, shelves: &Path) -> bool {
        let Ok(contents) = Contents::of(&self.conn) else {
            return false;
        };
        let newest = Shelf::of(shelves, &contents.caseload).newest();
        newest.is_some_and(|backup| backup.manifest.contents == contents)
    }
}

/// A copy of the caseload that does not count yet: nobody has looked whether it is good.
#[derive(Debug)]
pub struct Snapshot {
    shelf: Shelf,
    /// Where the copy lies, and goes with.
    nursery: TempDir,
    manifest: Manifest,
    seed: Seed,
}

impl Snapshot {
    /// Takes the copy of an open file.
    pub(in crate::store) fn take(
        conn: &Connection,
        salt: &Salt,
        seed: &Seed,
        shelves: &Path,
        why: Why,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, BackupError> {
        let told = |error| BackupError::from_sqlite(shelves, &error);
        let contents = Contents::of(conn).map_err(told)?;
        let shelf = Shelf::of(shelves, &contents.caseload);
        let nursery = shelf.nursery()?;
        let snapshot = Self {
            manifest: Manifest {
                sequence: shelf.next(contents.generation),
                made_at: now,
                why,
                contents,
                program: env!("CARGO_PKG_VERSION").to_owned(),
                bytes: 0,
                sha256: String::new(),
                salt: salt.to_string(),
                check_value: hex(&seed.check_value()),
            },
            shelf,
            nursery,
            seed: seed.clone(),
        };
        let copy = snapshot.copy();
        let io_told = |error| BackupError::from_io(&copy, &error);
        drop(files::open_private(&copy).map_err(io_told)?);
        copy_into(conn, &copy)?;
        Ok(snapshot)
    }

    /// Where the copy lies.
    pub fn copy(&self) -> PathBuf {
        self.nursery.path().join("copy.senco")
    }

    /// Opens the copy and checks all of it, wraps it, reads it back, and only then puts it on the shelf: from now on it is a
    /// backup. Needs no store, and takes longer than the copying.
    ///
    /// # Errors
    /// When the copy is not what the caseload held, or the disk refuses. It is gone then, and no backup.
    pub fn shelve(mut self) -> Result<Backup, BackupError> {
        let copy = self.copy();
        let told = |error| BackupError::from_io(&copy, &error);
        self.check()?;
        let mut file = File::open(&copy).map_err(told)?;
        (self.manifest.bytes, self.manifest.sha256) = hash_of(&mut file).map_err(told)?;
        let wrapped = self.nursery.path().join("wrapped");
        let mut to = files::open_private(&wrapped).map_err(told)?;
        let backup = Backup::write(&self.manifest, &mut file, &self.seed, &wrapped, &mut to)?;
        drop(to);
        // What the disk gives back must be what was given to it.
        if Backup::read(&wrapped)? != backup {
            return Err(BackupError::NotGood);
        }
        backup.prove()?;
        backup.authenticate(&self.seed)?;
        self.shelf.put(backup)
    }

    /// Shelves it, and takes care of the shelf.
    ///
    /// # Errors
    /// As [`shelve`](Self::shelve).
    pub fn keep(self, care: &Care) -> Result<Backup, BackupError> {
        let seed = self.seed.clone();
        let backup = self.shelve()?;
        care.take(&backup, &seed);
        Ok(backup)
    }

    /// Opens the copy as any caseload is opened, and compares all that can be compared.
    fn check(&self) -> Result<(), BackupError> {
        check(&self.copy(), &self.manifest, &self.seed)
    }
}

/// Backs an open file up before it is brought up to date, unless that was done already when the upgrade was tried before.
pub(in crate::store) fn before_upgrade(
    conn: &Connection,
    salt: &Salt,
    seed: &Seed,
    shelves: &Path,
    now: DateTime<FixedOffset>,
) -> Result<(), BackupError> {
    let contents = Contents::of(conn).map_err(|error| BackupError::from_sqlite(shelves, &error))?;
    let (backups, _) = Shelf::of(shelves, &contents.caseload).backups();
    let is_done = backups.iter().any(|backup| {
        backup.manifest.why == Why::BeforeUpgrade
            && backup.manifest.contents == contents
            && backup.prove().is_ok()
    });
    if is_done {
        return Ok(());
    }
    let snapshot = Snapshot::take(conn, salt, seed, shelves, Why::BeforeUpgrade, now)?;
    snapshot.shelve().map(drop)
}

/// Opens a database that lies by itself and checks all of it against the manifest.
pub(super) fn check(path: &Path, manifest: &Manifest, seed: &Seed) -> Result<(), BackupError> {
    let salt = manifest.salt().ok_or(BackupError::NotGood)?;
    let conn = sealed::open_at(path, &salt, seed).map_err(not_good)?;
    open::page_check(&conn, path).map_err(not_good)?;
    let problems = check::damage(&conn).map_err(|_| BackupError::NotGood)?;
    let contents = Contents::of(&conn).map_err(|_| BackupError::NotGood)?;
    if problems.is_empty() && contents == manifest.contents {
        Ok(())
    } else {
        Err(BackupError::NotGood)
    }
}

/// A full disk is told as such; whatever else keeps a copy from opening makes it no backup.
fn not_good(error: OpenError) -> BackupError {
    match error {
        OpenError::Trouble {
            path,
            trouble: trouble @ (Trouble::DiskFull | Trouble::NoMemory | Trouble::Disk(_)),
        } => BackupError::Trouble { path, trouble },
        _ => BackupError::NotGood,
    }
}

/// Has SQLite copy the database into an empty file. It attaches the file by itself, which is allowed for this long only.
fn copy_into(conn: &Connection, to: &Path) -> Result<(), BackupError> {
    let told = |error| BackupError::from_sqlite(to, &error);
    let Some(name) = to.to_str() else {
        return Err(BackupError::Trouble {
            path: to.to_owned(),
            trouble: Trouble::NotAllowed,
        });
    };
    let allow = |on: bool| {
        conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, i32::from(on))?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, on)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, on)
    };
    allow(true).map_err(told)?;
    let copied = conn.execute("VACUUM INTO ?1", [name]);
    allow(false).map_err(told)?;
    copied.map_err(told)?;
    Ok(())
}
