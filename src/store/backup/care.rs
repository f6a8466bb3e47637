//! [`Care`]: what is done on a shelf after a backup was put there.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Duration, FixedOffset, NaiveDate};

use super::backup_error::BackupError;
use super::container::{Backup, hashed};
use super::restore::Restore;
use super::shelf::Shelf;
use super::thinning::{self, Entry, Measure};
use super::why::Why;
use crate::os::files;
use crate::store::seed::Seed;

/// A restore is rehearsed this often.
const REHEARSED: Duration = Duration::days(7);
/// The second place is written to at most this often.
const SECOND: Duration = Duration::hours(1);

/// What is done on a shelf after a backup was put there: a restore is rehearsed once a week, the second place is given a
/// copy at closing, and old backups go.
#[derive(Clone, Debug)]
pub struct Care {
    /// The folder of the second place, if one was named.
    pub second: Option<PathBuf>,
    /// The first and last days of the school's terms.
    pub terms: Vec<(NaiveDate, NaiveDate)>,
    /// Now.
    pub now: DateTime<FixedOffset>,
}

impl Care {
    /// Takes care of the shelf that a new backup stands on. What fails here fails quietly, into the shelf's `Book`: the
    /// backup itself is made.
    pub fn take(&self, backup: &Backup, seed: &Seed) {
        let shelf = Shelf::with(backup);
        let mut book = shelf.book();
        if is_over(book.proven_at, REHEARSED, self.now) && rehearse(&shelf, backup, seed).is_ok() {
            book.proven_at = Some(self.now);
        }
        if let Some(second) = &self.second
            && backup.manifest.why == Why::Closing
            && (book.second_trouble.is_some() || is_over(book.second_at, SECOND, self.now))
        {
            let written = Shelf::second(second, &backup.manifest.contents.caseload)
                .and_then(|place| self.write_second(backup, &place));
            match written {
                Ok(()) => {
                    book.second_at = Some(self.now);
                    book.second_trouble = None;
                }
                Err(error) => book.second_trouble = Some(error.to_string()),
            }
        }
        book.write(shelf.folder());
        thin(&shelf, Measure::Laptop, &self.terms, self.now);
    }

    fn write_second(&self, backup: &Backup, place: &Shelf) -> Result<(), BackupError> {
        backup.copy_to(place.folder())?;
        thin(place, Measure::SecondPlace, &self.terms, self.now);
        Ok(())
    }
}

/// Whether so much time has passed. A clock that was put back makes it so.
fn is_over(
    last: Option<DateTime<FixedOffset>>,
    pause: Duration,
    now: DateTime<FixedOffset>,
) -> bool {
    last.is_none_or(|last| now < last || now - last >= pause)
}

/// Restores a backup to a place of its own, where it is checked and cleared away again.
fn rehearse(shelf: &Shelf, backup: &Backup, seed: &Seed) -> Result<(), BackupError> {
    let stage = shelf.nursery()?;
    drop(Restore::prepare(
        backup,
        seed,
        &stage.path().join("rehearsal.senco"),
    )?);
    Ok(())
}

/// Deletes what need not be kept. None goes before the one that stays in its stead was read whole and found good: one that
/// is damaged counts for nothing, and is left where it is.
fn thin(
    shelf: &Shelf,
    measure: Measure,
    terms: &[(NaiveDate, NaiveDate)],
    now: DateTime<FixedOffset>,
) {
    let (backups, _) = shelf.backups();
    let of = |sequence| {
        let mut backups = backups.iter();
        backups.find(|backup| backup.manifest.sequence == sequence)
    };
    let is_good = |sequence| of(sequence).is_some_and(|backup| backup.prove().is_ok());
    for sequence in thinning::to_delete(entries(&backups), measure, terms, now, is_good) {
        if let Some(backup) = of(sequence) {
            // What can't be deleted now is still spare the next time.
            drop(fs::remove_file(&backup.path));
        }
    }
}

/// What thinning knows of these backups. Before an upgrade the first of each schema is pinned: one made when the upgrade was
/// tried again does not take its place.
fn entries(backups: &[Backup]) -> Vec<Entry> {
    let before_upgrade = |backup: &&Backup| backup.manifest.why == Why::BeforeUpgrade;
    let is_first = |backup: &Backup| {
        let same = backups.iter().filter(before_upgrade);
        same.filter(|other| other.manifest.contents.schema == backup.manifest.contents.schema)
            .all(|other| other.manifest.sequence >= backup.manifest.sequence)
    };
    backups
        .iter()
        .map(|backup| Entry {
            sequence: backup.manifest.sequence,
            made_at: backup.manifest.made_at,
            is_pinned: before_upgrade(&backup) && is_first(backup),
        })
        .collect()
}

impl Backup {
    /// Copies it into a folder, reads the copy back, and only then gives it its name. A good copy that is there already is
    /// left as it is.
    ///
    /// # Errors
    /// When the backup is damaged, or the place refuses.
    pub fn copy_to(&self, folder: &Path) -> Result<Self, BackupError> {
        let told = |error| BackupError::from_io(folder, &error);
        let path = folder.join(self.name());
        if let Ok(there) = Self::read(&path)
            && there.manifest == self.manifest
            && there.prove().is_ok()
        {
            return Ok(there);
        }
        self.prove()?;
        let mut part = tempfile::Builder::new()
            .prefix(".part-")
            .tempfile_in(folder)
            .map_err(told)?;
        let mut from = fs::File::open(&self.path).map_err(told)?;
        hashed(&mut from, &mut part).map_err(told)?;
        part.as_file().sync_all().map_err(told)?;
        let copy = Self::read(part.path())?;
        copy.prove()?;
        if copy.manifest != self.manifest {
            return Err(BackupError::NotGood);
        }
        part.persist_noclobber(&path)
            .map_err(|failed| told(failed.error))?;
        files::sync_folder(folder).map_err(told)?;
        Self::read(&path)
    }
}
