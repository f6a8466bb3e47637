//! [`Job`]: something that takes long enough to wait for.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Holding;
use super::backups::Then;
use super::restoring::{Restored, Target};
use super::safety::Proven;
use crate::domain::Refusal;
use crate::import::{self, ImportFile};
use crate::os::files;
use crate::store::backup::{BackupError, Snapshot};
use crate::store::{
    Expected, OpenError, Passphrase, Problem, RekeyError, Sealed, Store, StoreError, Unlock, open,
};
use crate::ui::dialogs::backups;

/// Something that takes long enough to wait for: a thread owns what it was given and brings back what came of it.
#[derive(Debug)]
pub enum Job {
    /// Look at a caseload file before its passphrase is asked for.
    Choose(PathBuf),
    /// Open the chosen file with what was typed.
    Unlock(Unlock),
    /// Make a new caseload.
    Create {
        /// Where.
        path: PathBuf,
        /// Its passphrase.
        passphrase: Passphrase,
        /// The school's name.
        school: String,
        /// What the SENCO is called, for whom "you" stands on the screens.
        senco: String,
    },
    /// Show the recovery sheet, if this opens the file.
    ShowSheet(Unlock),
    /// Change the passphrase.
    ChangePassphrase {
        /// What opens the file now.
        now: Unlock,
        /// What is to open it.
        new: Passphrase,
    },
    /// Make the made-up school anew and open it.
    Demo,
    /// Read a school's list, to show what it would change.
    ReadList(PathBuf),
    /// Check all of the open caseload.
    Check,
    /// List the backups.
    ListBackups,
    /// Make a backup now.
    BackUp,
    /// Make a backup and write it to this folder, which is on a stick.
    CopyAway(PathBuf),
    /// Copies of backups go to this folder from now on, or to none.
    NameSecondPlace(Option<PathBuf>),
    /// Open a backup to be read, with what was typed for it; with nothing while nothing was asked.
    ReadBackup {
        /// The backup's file.
        path: PathBuf,
        /// What was typed for it.
        unlock: Option<Unlock>,
    },
    /// Bring a backup back.
    Restore {
        /// The backup's file.
        path: PathBuf,
        /// What was typed for it; none while nothing was asked.
        unlock: Option<Unlock>,
    },
}

/// What came of a job.
#[derive(Debug)]
pub(super) enum Finished {
    /// The caseload is open.
    Opened(Box<Holding>),
    /// It is not, and why; the file stays chosen if it was.
    NotOpened {
        error: OpenError,
        sealed: Option<Box<Sealed>>,
    },
    /// The file was checked; here it is again.
    Checked {
        store: Box<Store>,
        problems: Result<Vec<Problem>, StoreError>,
    },
    /// The backups, with what came of what was asked for, if anything was.
    Backups {
        /// What was lent for it, and whether all of that is in a backup now.
        lent: Option<(Box<Holding>, bool)>,
        shelves: Box<backups::Shelves>,
        notice: Option<Result<String, String>>,
    },
    /// A copy was taken, or not; with what was lent for it, and what is to be done now.
    Copied {
        holding: Box<Holding>,
        copied: Result<Option<Snapshot>, BackupError>,
        then: Then,
    },
    /// A backup is brought back, of a day in words, and open.
    Restored {
        made: String,
        restored: Box<Restored>,
    },
    /// It is not, and why; with what is as it was.
    NotRestored {
        error: BackupError,
        target: Option<Target>,
    },
    /// A backup is open to be read, or not, and why.
    Read(Result<Box<Holding>, BackupError>),
    /// The passphrase was asked for again; the caseload it was about.
    Proven {
        holding: Box<Holding>,
        result: Result<Proven, RekeyError>,
    },
    /// A caseload was made and is open.
    Made(Box<Holding>),
    /// A list was read, under its name.
    List { name: String, file: Box<ImportFile> },
    /// Refused.
    Refused(Refusal),
}

/// A job under way.
#[derive(Debug)]
pub(super) struct Running {
    /// What is being done, for the screen.
    pub(super) words: &'static str,
    result: Receiver<Finished>,
}

impl Running {
    /// Starts the work in a thread.
    pub(super) fn start(
        words: &'static str,
        work: impl FnOnce() -> Finished + Send + 'static,
    ) -> Self {
        let (send, result) = channel();
        // The receiver is gone only when the program is over.
        thread::spawn(move || drop(send.send(work())));
        Self { words, result }
    }

    /// What came of it, once it is done.
    pub(super) fn finished(&self) -> Option<Finished> {
        match self.result.try_recv() {
            Ok(finished) => Some(finished),
            Err(TryRecvError::Empty) => None,
            Err(TryRecvError::Disconnected) => Some(Finished::Refused(Refusal::new(
                "Caseload could not finish that. Nothing was changed; please try again.",
            ))),
        }
    }

    /// Waits until it is done.
    pub(super) fn wait(self) -> Finished {
        self.result.recv().unwrap_or_else(|_| {
            Finished::Refused(Refusal::new(
                "Caseload could not finish that. Nothing was changed.",
            ))
        })
    }
}

/// Opens the chosen file; when that fails, it stays chosen.
pub(super) fn unlock(
    mut sealed: Sealed,
    unlock: &Unlock,
    expected: Option<Expected>,
    shelves: &Path,
    now: DateTime<FixedOffset>,
) -> Finished {
    let (conn, seed) = match open::unlock(&mut sealed, unlock, expected, shelves, now) {
        Ok(opened) => opened,
        Err(error) => {
            return Finished::NotOpened {
                error,
                sealed: Some(Box::new(sealed)),
            };
        }
    };
    match Holding::load(Store::unsealed(sealed, conn, &seed), now) {
        Ok(holding) => Finished::Opened(Box::new(holding)),
        Err(error) => Finished::Refused(Refusal::new(error.to_string())),
    }
}

/// Reads a school's list; gives the file's name too. Nothing is written.
///
/// # Errors
/// When there is no such file, it can't be read, or it is no list of pupils.
pub fn read_list(path: &Path, today: NaiveDate) -> Result<(String, ImportFile), Refusal> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let name = name.to_string_lossy().into_owned();
    let shown = path.display();
    let bytes = files::read_at_most(path, import::MOST_BYTES + 1).map_err(|error| {
        Refusal::new(match error.kind() {
            io::ErrorKind::NotFound => {
                format!(
                    "There is no file {shown}. Check the path, or copy it from the file manager."
                )
            }
            io::ErrorKind::PermissionDenied => {
                format!(
                    "{shown} may not be read by this account. Copy it to your own folder first."
                )
            }
            io::ErrorKind::IsADirectory => {
                format!("{shown} is a folder. Add the name of the file in it.")
            }
            _ => format!(
                "{shown} can't be read: {error}. Is it open in Excel? Close it there and try again."
            ),
        })
    })?;
    let file =
        import::read(&bytes, today).map_err(|error| Refusal::new(format!("{name}: {error}")))?;
    Ok((name, file))
}

/// Reads a school's list.
pub(super) fn list(path: &Path, today: NaiveDate) -> Finished {
    match read_list(path, today) {
        Ok((name, file)) => Finished::List {
            name,
            file: Box::new(file),
        },
        Err(refusal) => Finished::Refused(refusal),
    }
}
