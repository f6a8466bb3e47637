//! [`Reading`]: a backup opened to be read.

use std::fs;
use std::path::Path;

use chrono::{DateTime, FixedOffset};
use tempfile::TempDir;

use super::backup_error::BackupError;
use super::container::Backup;
use super::restore::{DATABASE, unwrap};
use crate::os::files;
use crate::store::reserved::Reserved;
use crate::store::seed::Seed;
use crate::store::{Store, open};

/// What the name of a folder with such a copy begins with.
const FOLDER: &str = "reading-";

/// A copy of a backup in a folder of its own, encrypted as the backup is. The folder goes with this value.
#[derive(Debug)]
pub struct Reading {
    made: String,
    /// Held, so that the folder is removed with this.
    _folder: TempDir,
}

impl Reading {
    /// Unwraps a backup in a new folder inside `folder`, checks all of it and opens the copy. Neither the backup nor any
    /// caseload is touched. The store is to be closed before the reading is dropped.
    ///
    /// # Errors
    /// When the backup is damaged or of another passphrase, or the disk refuses.
    pub fn open(
        backup: &Backup,
        seed: &Seed,
        folder: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<(Store, Self), BackupError> {
        backup.authenticate(seed)?;
        let told = |error| BackupError::from_io(folder, &error);
        files::create_private_folder(folder).map_err(told)?;
        Self::sweep(folder, now);
        let own = files::passing_private_folder(folder, FOLDER).map_err(told)?;
        let database = own.path().join(DATABASE);
        // Whoever else sweeps leaves a folder alone whose database is locked.
        let place = Reserved::take(&database, now)?;
        unwrap(backup, seed, &database)?;
        let sealed = place.inspect()?;
        let conn = open::open_sealed(&sealed, seed, None)?;
        let reading = Self {
            made: backup.made(),
            _folder: own,
        };
        Ok((Store::unsealed(sealed, conn, seed), reading))
    }

    /// Removes what a program left that was killed while it had a backup open to be read. What can't go now, goes the next time.
    pub fn sweep(folder: &Path, now: DateTime<FixedOffset>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let is_ours = entry.file_name().to_string_lossy().starts_with(FOLDER);
            let is_left = || Reserved::take(&entry.path().join(DATABASE), now).is_ok();
            if is_ours && is_left() {
                drop(fs::remove_dir_all(entry.path()));
            }
        }
    }

    /// The moment the backup was made: "Fri 20 Nov 2026, 16:02".
    pub fn made(&self) -> &str {
        &self.made
    }
}
