//! [`Reserved`]: the place of a caseload under our lock, whatever lies there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::backup;
use super::open_error::OpenError;
use super::sealed::Sealed;
use crate::os::files;
use crate::os::lock::Lock;
use crate::os::lock_error::LockError;

/// The place of a caseload under our lock, whatever lies there: a good file, a damaged one, or none.
#[derive(Debug)]
pub struct Reserved {
    path: PathBuf,
    lock: Lock,
    since: DateTime<FixedOffset>,
}

impl Reserved {
    /// Takes the lock of a place, and finishes a restore there that was cut off.
    ///
    /// # Errors
    /// F09, or when the computer or the disk refuses.
    pub fn take(path: &Path, now: DateTime<FixedOffset>) -> Result<Self, OpenError> {
        // Every way to a file must meet the same lock.
        let path = match fs::canonicalize(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => path_to_be(path)?,
            found => found.map_err(|error| OpenError::from_io(path, &error))?,
        };
        let lock = take_lock(&path, now)?;
        backup::finish_restore(&path).map_err(|error| OpenError::from_io(&path, &error))?;
        Ok(Self {
            path,
            lock,
            since: now,
        })
    }

    /// The place of a file that was looked at already.
    pub(super) fn new(path: PathBuf, lock: Lock, since: DateTime<FixedOffset>) -> Self {
        Self { path, lock, since }
    }

    /// Where it really is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Looks at the file that lies here.
    ///
    /// # Errors
    /// F01 to F08 of [`OpenError`].
    pub fn inspect(self) -> Result<Sealed, OpenError> {
        Sealed::of(self.path, self.lock, self.since)
    }

    /// The lock alone, for a file that is to be made here.
    pub(super) fn into_parts(self) -> (PathBuf, Lock) {
        (self.path, self.lock)
    }
}

/// The canonical path of a file that isn't there yet, with its folder made.
fn path_to_be(path: &Path) -> Result<PathBuf, OpenError> {
    let told = |error| OpenError::from_io(path, &error);
    let name = path.file_name().ok_or_else(|| OpenError::Folder {
        path: path.to_owned(),
    })?;
    let folder = files::folder_of(path);
    files::create_private_folder(folder).map_err(told)?;
    Ok(fs::canonicalize(folder).map_err(told)?.join(name))
}

fn take_lock(path: &Path, now: DateTime<FixedOffset>) -> Result<Lock, OpenError> {
    let lock = Lock::take(path, now).map_err(|error| match error {
        LockError::Held(holder) => OpenError::InUse {
            path: path.to_owned(),
            holder: holder.map(|holder| holder.since_when_and_where(now)),
        },
        LockError::Refused(error) => OpenError::from_io(path, &error),
    })?;
    match lock.left_by() {
        // Asked once: the lock goes now, and with it what was left.
        Some(holder) if !holder.is_of_this_computer() => Err(OpenError::PerhapsInUse {
            path: path.to_owned(),
            holder: holder.since_when_and_where(now),
        }),
        _ => Ok(lock),
    }
}
