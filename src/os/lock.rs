//! One program at a time on one caseload.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::files;
use super::holder::Holder;
use super::lock_error::LockError;

/// The right to use a caseload, held until dropped, and given back by the operating system if the process dies.
///
/// It is two files beside the caseload. `NAME.lock` is what is locked: always empty and never deleted, for two programs
/// could otherwise hold two files of one name. `NAME.who` tells others who holds it; only the holder writes or removes it.
#[derive(Debug)]
pub struct Lock {
    /// Locked for as long as it is open.
    _file: File,
    who: PathBuf,
}

impl Lock {
    /// Takes the lock of the caseload at `path`, which should be canonical so that every way there meets the same lock.
    ///
    /// # Errors
    /// [`LockError::Held`] with what is known of the holder, or the operating system's refusal.
    pub fn take(path: &Path, now: DateTime<FixedOffset>) -> Result<Self, LockError> {
        let file = files::open_private(&files::beside(path, ".lock"))?;
        let who = files::beside(path, ".who");
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(LockError::Held(read_holder(&who))),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        let lock = Self { _file: file, who };
        files::replace(
            &lock.who,
            &serde_json::to_vec(&Holder::this_process(now)).map_err(io::Error::from)?,
        )?;
        Ok(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here, so nobody else's. If it can't go, the lock itself still says the truth.
        let _ = fs::remove_file(&self.who);
    }
}

/// What the holder wrote of itself, if it can be read.
fn read_holder(who: &Path) -> Option<Box<Holder>> {
    serde_json::from_slice(&fs::read(who).ok()?).ok()
}
