//! [`Shelf`]: the folder where the backups of one caseload stand.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, FixedOffset};
use tempfile::TempDir;

use super::backup_error::BackupError;
use super::book::Book;
use super::container::Backup;
use crate::os::files;

/// How a backup's file ends.
const ENDING: &str = "sencobak";
/// A copy off the line is late after so many days.
const LATE: i64 = 15;
/// One is reminded of it at most this often.
const REMINDED: Duration = Duration::days(7);
/// How the folder begins in which a backup is made.
const NURSERY: &str = ".making-";

/// The folder where the backups of one caseload stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    folder: PathBuf,
}

impl Shelf {
    /// The shelf of a caseload among the shelves of this laptop.
    pub fn of(shelves: &Path, caseload: &str) -> Self {
        Self {
            folder: shelves.join(caseload),
        }
    }

    /// The shelf that a backup stands on.
    pub fn with(backup: &Backup) -> Self {
        Self {
            folder: files::folder_of(&backup.path).to_owned(),
        }
    }

    /// The shelf of a caseload in a second place, made if it isn't there yet. The place itself must be.
    ///
    /// # Errors
    /// When the place isn't there, or refuses.
    pub(super) fn second(place: &Path, caseload: &str) -> Result<Self, BackupError> {
        if !place.is_dir() {
            return Err(BackupError::from_io(
                place,
                &std::io::ErrorKind::NotFound.into(),
            ));
        }
        let name = caseload.get(..8).unwrap_or(caseload);
        let folder = place.join(format!("Caseload backups {name}"));
        files::create_private_folder(&folder)
            .map_err(|error| BackupError::from_io(&folder, &error))?;
        Ok(Self { folder })
    }

    /// What is remembered beside these backups.
    pub fn book(&self) -> Book {
        Book::read(&self.folder)
    }

    /// Remembers something beside these backups.
    pub fn note(&self, note: impl FnOnce(&mut Book)) {
        let mut book = self.book();
        note(&mut book);
        book.write(&self.folder);
    }

    /// The shelves that are there.
    pub fn all(shelves: &Path) -> Vec<Self> {
        let entries = fs::read_dir(shelves).into_iter().flatten().flatten();
        let mut all: Vec<_> = entries
            .map(|entry| entry.path())
            .filter(|path| path.is_dir())
            .map(|folder| Self { folder })
            .collect();
        all.sort_by(|one, other| one.folder.cmp(&other.folder));
        all
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The backups whose manifest can be read, the newest first, and the files that say they are backups but can't be read.
    pub fn backups(&self) -> (Vec<Backup>, Vec<PathBuf>) {
        let (mut good, mut bad) = (Vec::new(), Vec::new());
        for path in self.files() {
            match Backup::read(&path) {
                Ok(backup) => good.push(backup),
                Err(_) => bad.push(path),
            }
        }
        good.sort_by_key(|backup| std::cmp::Reverse(backup.manifest.sequence));
        bad.sort();
        (good, bad)
    }

    /// The newest backup, if its manifest can be read.
    pub fn newest(&self) -> Option<Backup> {
        let newest = self.files().max_by_key(|path| sequence_of(path))?;
        Backup::read(&newest).ok()
    }

    /// For how many days there has been no copy off the line, if that is too long and nobody was reminded of it this week.
    /// Before the first copy the days count from the oldest backup. Whoever asks reminds.
    pub fn remind(&self, now: DateTime<FixedOffset>) -> Option<i64> {
        let oldest = self.files().min_by_key(|path| sequence_of(path));
        let oldest = oldest.and_then(|path| Backup::read(&path).ok());
        let oldest = oldest.map(|backup| backup.manifest.made_at);
        let book = self.book();
        let days = (now - book.off_line_at.or(oldest)?).num_days();
        let was_reminded = book
            .reminded_at
            .is_some_and(|at| at <= now && now - at < REMINDED);
        if days < LATE || was_reminded {
            return None;
        }
        self.note(|book| book.reminded_at = Some(now));
        Some(days)
    }

    fn files(&self) -> impl Iterator<Item = PathBuf> + use<> {
        let entries = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        entries
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|ending| ending == ENDING))
    }

    /// The place in the order for a backup of this generation: after all that stand here, also those that can't be read.
    pub(super) fn next(&self, generation: u64) -> u64 {
        let last = self.files().filter_map(|path| sequence_of(&path)).max();
        generation.max(last.map_or(0, |last| last + 1))
    }

    /// A new folder to make a backup in, on the disk of the shelf. What a backup left behind that was cut off is cleared
    /// away.
    pub(super) fn nursery(&self) -> Result<TempDir, BackupError> {
        let told = |error| BackupError::from_io(&self.folder, &error);
        files::create_private_folder(&self.folder).map_err(told)?;
        for entry in fs::read_dir(&self.folder).map_err(told)?.flatten() {
            if entry.file_name().to_string_lossy().starts_with(NURSERY) {
                // What can't be cleared now is cleared the next time.
                drop(fs::remove_dir_all(entry.path()));
            }
        }
        files::passing_private_folder(&self.folder, NURSERY).map_err(told)
    }

    /// Puts a backup on the shelf under its own name, in one step and over nothing.
    pub(super) fn put(&self, mut backup: Backup) -> Result<Backup, BackupError> {
        let path = self.folder.join(backup.name());
        let told = |error| BackupError::from_io(&path, &error);
        if path.exists() {
            return Err(told(std::io::ErrorKind::AlreadyExists.into()));
        }
        fs::rename(&backup.path, &path).map_err(told)?;
        files::sync_folder(&self.folder).map_err(told)?;
        backup.path = path;
        Ok(backup)
    }
}

impl Backup {
    /// What its file is called: its place in the order, and when it was made (UTC).
    pub fn name(&self) -> String {
        let manifest = &self.manifest;
        let made_at = manifest.made_at.to_utc().format("%Y-%m-%dT%H%MZ");
        format!("g{:06}-{made_at}.{ENDING}", manifest.sequence)
    }
}

/// The place in the order that a file's name gives.
fn sequence_of(path: &Path) -> Option<u64> {
    let name = path.file_stem()?.to_str()?;
    name.strip_prefix('g')?.split('-').next()?.parse().ok()
}
