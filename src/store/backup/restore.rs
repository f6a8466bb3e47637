//! Bringing a backup back: [`Restore::prepare`], then [`Restore::carry_out`].
//!
//! A backup is unwrapped into a folder beside the caseload, opened and checked there, before anything of today's is
//! touched. Moving it into a folder of a certain name is the moment that counts. After it every step only moves names, and
//! [`finish`] takes those that are still to be taken, whenever the caseload is next looked at: so after a kill at any
//! moment there is either the file of before or the restored one. The journal of the one can never be played into the
//! other, because it goes with its own file before the other comes.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use super::backup_error::BackupError;
use super::container::Backup;
use super::snapshot::check;
use crate::os::files;
use crate::store::Trouble;
use crate::store::reserved::Reserved;
use crate::store::sealed::Sealed;
use crate::store::seed::Seed;
use crate::store::unlock::Unlock;

/// What follows a caseload's name in that of the folder of a restore that counts.
const PENDING: &str = ".restored";
/// In such a folder: the caseload that is to come, or to be read.
pub(super) const DATABASE: &str = "database";
/// In that folder: the name that today's file is to be kept under.
const KEPT_AS: &str = "kept-as";

/// How today's file is kept when a backup takes its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::Display)]
pub enum KeptAs {
    /// It is good as far as is known.
    #[strum(to_string = "before-restore")]
    BeforeRestore,
    /// It would not open.
    #[strum(to_string = "damaged")]
    Damaged,
}

impl Backup {
    /// The seed that what was typed gives for this backup. From a passphrase this takes about half a second.
    ///
    /// # Errors
    /// When it is damaged, or there are not 64 MiB of memory.
    pub fn seed(&self, unlock: &Unlock) -> Result<Seed, BackupError> {
        let path = || self.path.clone();
        let salt = self.manifest.salt();
        let salt = salt.ok_or_else(|| BackupError::Damaged { path: path() })?;
        unlock.seed(&salt).map_err(|_| BackupError::Trouble {
            path: path(),
            trouble: Trouble::NoMemory,
        })
    }
}

/// A backup unwrapped beside the caseload it is to become, opened and found good.
#[derive(Debug)]
pub struct Restore {
    folder: TempDir,
}

impl Restore {
    /// Unwraps a backup beside the caseload at `path` and checks all of it. Nothing of today's is touched.
    ///
    /// # Errors
    /// When the backup is damaged or of another passphrase, or the disk refuses.
    pub fn prepare(backup: &Backup, seed: &Seed, path: &Path) -> Result<Self, BackupError> {
        backup.authenticate(seed)?;
        let beside = files::folder_of(path);
        let told = |error| BackupError::from_io(beside, &error);
        files::create_private_folder(beside).map_err(told)?;
        let prefix = format!(".{}.restoring-", name_of(path));
        for entry in fs::read_dir(beside).map_err(told)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(&prefix) {
                // Left by a restore that was cut off before it counted. What can't go now, goes the next time.
                drop(fs::remove_dir_all(entry.path()));
            }
        }
        let folder = files::passing_private_folder(beside, &prefix).map_err(told)?;
        unwrap(backup, seed, &folder.path().join(DATABASE))?;
        Ok(Self { folder })
    }

    /// Puts it in the place of the caseload, and keeps what was there. Gives the restored file, and where the file of before
    /// is, if there was one.
    ///
    /// # Errors
    /// When the disk refuses. Either the file of before is untouched, or the next opening finishes what was begun.
    pub fn carry_out(
        self,
        place: Reserved,
        kept_as: KeptAs,
        now: DateTime<FixedOffset>,
    ) -> Result<(Sealed, Option<PathBuf>), BackupError> {
        let path = place.path();
        let told = |error| BackupError::from_io(path, &error);
        let kept = name_to_keep(path, kept_as, now);
        let pending = files::beside(path, PENDING);
        files::create_private_folder(&pending).map_err(told)?;
        files::replace(&pending.join(KEPT_AS), kept.as_bytes()).map_err(told)?;
        // From here on it counts.
        fs::rename(self.folder.path().join(DATABASE), pending.join(DATABASE)).map_err(told)?;
        files::sync_folder(&pending).map_err(told)?;
        finish(path).map_err(told)?;
        let kept = path.with_file_name(kept);
        let sealed = place.inspect()?;
        Ok((sealed, kept.exists().then_some(kept)))
    }
}

/// Writes what is in a backup to `database`, and checks all of it there.
pub(super) fn unwrap(backup: &Backup, seed: &Seed, database: &Path) -> Result<(), BackupError> {
    let told = |error| BackupError::from_io(database, &error);
    let mut file = files::open_private(database).map_err(told)?;
    backup.pour(&mut file)?;
    file.sync_all().map_err(told)?;
    drop(file);
    check(database, &backup.manifest, seed).map_err(|error| match error {
        BackupError::NotGood => BackupError::Damaged {
            path: backup.path.clone(),
        },
        error => error,
    })
}

/// Puts a database that was found good in the place of the caseload at `path`, and keeps what was there as damaged. Whoever
/// calls this holds the lock, and no connection.
///
/// # Errors
/// When the disk refuses. Either the file of before is untouched, or the next opening finishes what was begun.
pub(in crate::store) fn put_in_place(
    database: &Path,
    path: &Path,
    now: DateTime<FixedOffset>,
) -> io::Result<()> {
    let kept = name_to_keep(path, KeptAs::Damaged, now);
    let pending = files::beside(path, PENDING);
    files::create_private_folder(&pending)?;
    files::replace(&pending.join(KEPT_AS), kept.as_bytes())?;
    // From here on it counts.
    fs::rename(database, pending.join(DATABASE))?;
    files::sync_folder(&pending)?;
    finish(path)
}

/// Whether a restore of the caseload at `path` has begun to count and is not finished.
pub(in crate::store) fn is_pending(path: &Path) -> bool {
    files::beside(path, PENDING).is_dir()
}

/// Takes the steps of a restore that are still to be taken. Whoever calls this holds the lock, and no connection.
///
/// # Errors
/// When the disk refuses; it can be called again.
pub(in crate::store) fn finish(path: &Path) -> io::Result<()> {
    let pending = files::beside(path, PENDING);
    let database = pending.join(DATABASE);
    if !pending.is_dir() {
        return Ok(());
    }
    if database.exists() {
        let folder = files::folder_of(path);
        let kept = path.with_file_name(fs::read_to_string(pending.join(KEPT_AS))?);
        for ending in ["", "-journal", "-wal", "-shm"] {
            let (from, to) = (files::beside(path, ending), files::beside(&kept, ending));
            match fs::symlink_metadata(&from) {
                // A journal with nothing in it belongs to nothing.
                Ok(found) if found.len() == 0 && !ending.is_empty() => fs::remove_file(&from)?,
                Ok(_) => fs::rename(&from, free(to))?,
                Err(_) => {}
            }
        }
        // The old journal must be gone for good before the new file has the name that the journal is looked for by.
        files::sync_folder(folder)?;
        fs::rename(&database, path)?;
        files::sync_folder(folder)?;
        // The name it had must be gone for good before what it is kept as is: else it would seem to be still to come.
        files::sync_folder(&pending)?;
    }
    fs::remove_dir_all(&pending)
}

/// What today's file is to be called: `before-restore-2026-11-20T1602Z-caseload.senco`.
fn name_to_keep(path: &Path, kept_as: KeptAs, now: DateTime<FixedOffset>) -> String {
    let name = name_of(path);
    let moment = now.to_utc().format("%Y-%m-%dT%H%MZ");
    let kept = path.with_file_name(format!("{kept_as}-{moment}-{name}"));
    name_of(&free(kept))
}

/// The path, or one that nothing has yet: nothing that was kept is ever written over.
fn free(path: PathBuf) -> PathBuf {
    let is_free = |path: &Path| fs::symlink_metadata(path).is_err();
    if is_free(&path) {
        return path;
    }
    let numbered = (2..).map(|number| path.with_file_name(format!("{number}-{}", name_of(&path))));
    let mut free = numbered.filter(|path| is_free(path));
    free.next().unwrap_or(path)
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
