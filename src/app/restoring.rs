//! Bringing a backup back, as one operation of the program.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::Holding;
use crate::store::backup::{Backup, BackupError, KeptAs, Restore, Shelf, Why};
use crate::store::{OpenError, Reserved, Sealed, Seed, Store, open};

/// What a backup is to take the place of.
#[derive(Debug)]
pub enum Target {
    /// The open caseload.
    Open(Box<Holding>),
    /// A chosen file, while it is closed.
    Chosen(Box<Sealed>),
    /// Whatever lies there: a caseload, a damaged one, or nothing.
    Path(PathBuf),
}

/// A caseload brought back, and open.
#[derive(Debug)]
pub struct Restored {
    /// The caseload.
    pub holding: Holding,
    /// Where the file of before is kept, if there was one.
    pub kept: Option<PathBuf>,
}

/// Brings a backup back and opens it. An open caseload is backed up first; whatever lies in the place is kept. Until the
/// backup was unpacked and found whole nothing of it is touched.
///
/// # Errors
/// When the backup is no good, its passphrase is another, or the disk refuses; gives the target back while it is as it was.
pub fn restore(
    backup: &Backup,
    seed: &Seed,
    target: Target,
    was_damaged: bool,
    shelves: &Path,
    now: DateTime<FixedOffset>,
) -> Result<Restored, (BackupError, Option<Target>)> {
    let path = match &target {
        Target::Open(holding) => holding.store().and_then(Store::path).map(Path::to_owned),
        Target::Chosen(sealed) => Some(sealed.path().to_owned()),
        Target::Path(path) => Some(path.clone()),
    };
    let Some(path) = path else {
        return Err((BackupError::InMemory, Some(target)));
    };
    let prepared = match Restore::prepare(backup, seed, &path) {
        Ok(prepared) => prepared,
        Err(error) => return Err((error, Some(target))),
    };
    let was_damaged = was_damaged || target.looks_damaged(now);
    let place = target.into_place(shelves, now)?;
    let kept_as = if was_damaged {
        KeptAs::Damaged
    } else {
        KeptAs::BeforeRestore
    };
    let lost = |error: BackupError| (error, None);
    let (sealed, kept) = prepared.carry_out(place, kept_as, now).map_err(lost)?;
    let conn = open::open_backed_up(&sealed, seed, None, shelves, now)
        .map_err(|error| lost(error.into()))?;
    let store = Store::unsealed(sealed, conn, seed);
    let holding = Holding::load(store, now).map_err(|_| {
        lost(BackupError::Damaged {
            path: backup.path.clone(),
        })
    })?;
    Shelf::of(shelves, &backup.manifest.contents.caseload).note(|book| book.proven_at = Some(now));
    Ok(Restored { holding, kept })
}

impl Target {
    /// Whether what lies there can be told to be no caseload.
    fn looks_damaged(&self, now: DateTime<FixedOffset>) -> bool {
        let Self::Path(path) = self else {
            return false;
        };
        !matches!(
            Sealed::inspect(path, now),
            Ok(_) | Err(OpenError::Missing { .. } | OpenError::InUse { .. })
        )
    }

    /// Its place, with nothing open there. What is open is backed up first.
    fn into_place(
        self,
        shelves: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<Reserved, (BackupError, Option<Self>)> {
        match self {
            Self::Open(mut holding) => {
                let backed_up = holding.store().map(|store| {
                    if store.is_backed_up(shelves) {
                        return Ok(());
                    }
                    let snapshot = store.snapshot(shelves, Why::BeforeRestore, now)?;
                    snapshot.shelve().map(drop)
                });
                if let Some(Err(error)) = backed_up {
                    return Err((error, Some(Self::Open(holding))));
                }
                let sealed = holding.seal();
                let sealed = sealed.ok_or((BackupError::InMemory, None))?;
                Ok(sealed.into_place())
            }
            Self::Chosen(sealed) => Ok(sealed.into_place()),
            Self::Path(path) => match Reserved::take(&path, now) {
                Ok(place) => Ok(place),
                Err(error) => Err((error.into(), Some(Self::Path(path)))),
            },
        }
    }
}
