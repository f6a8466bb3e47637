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
    file: File,
    who: PathBuf,
    left_by: Option<Box<Holder>>,
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
        let left_by = read_holder(&who);
        // On a full disk the lock is still ours; others then hear only that the file is in use, and nothing untrue.
        if write_holder(&who, now).is_err() {
            let _ = fs::remove_file(&who);
        }
        Ok(Self { file, who, left_by })
    }

    /// Whoever had it before and did not give it back: a program that was killed, or one on another computer.
    pub fn left_by(&self) -> Option<&Holder> {
        self.left_by.as_deref()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here, so nobody else's. If it can't go, the lock itself still says the truth.
        let _ = fs::remove_file(&self.who);
        // Closing would do, but for a process that is just being started: until it runs its own program it holds a copy
        // of this file, and with it the lock.
        let _ = self.file.unlock();
    }
}

fn write_holder(who: &Path, now: DateTime<FixedOffset>) -> io::Result<()> {
    files::replace(who, &serde_json::to_vec(&Holder::this_process(now))?)
}

/// What the holder wrote of itself, if it can be read.
fn read_holder(who: &Path) -> Option<Box<Holder>> {
    serde_json::from_slice(&fs::read(who).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(path: &Path) -> Result<Lock, LockError> {
        Lock::take(
            path,
            DateTime::parse_from_rfc3339("2026-11-23T14:02:00+00:00").unwrap(),
        )
    }

    #[test]
    fn a_copy_of_the_file_left_in_another_process_holds_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lessing.senco");
        let first = take(&path).unwrap();
        let copy = first.file.try_clone().unwrap();
        drop(first);
        take(&path).unwrap();
        drop(copy);
    }

    #[test]
    fn the_second_is_told_of_the_first_and_the_lock_file_stays_empty() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lessing.senco");
        let first = take(&path).unwrap();
        match take(&path) {
            Err(LockError::Held(Some(holder))) => assert_eq!(holder.pid, std::process::id()),
            other => panic!("{other:?}"),
        }
        // Being refused took nothing from the first.
        assert!(matches!(take(&path), Err(LockError::Held(Some(_)))));
        drop(first);
        assert!(!files::beside(&path, ".who").exists());
        assert_eq!(fs::read(files::beside(&path, ".lock")).unwrap(), b"");
        take(&path).unwrap();
    }

    #[test]
    fn it_is_had_even_where_nothing_can_be_told_of_the_holder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lessing.senco");
        fs::create_dir(files::beside(&path, ".who")).unwrap();
        let _first = take(&path).unwrap();
        assert!(matches!(take(&path), Err(LockError::Held(None))));
    }

    #[test]
    fn a_folder_that_is_not_there_is_refused() {
        assert!(matches!(
            take(Path::new("/no such folder/lessing.senco")),
            Err(LockError::Refused(_))
        ));
    }
}
