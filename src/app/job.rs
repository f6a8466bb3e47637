//! [`Job`]: something that takes long enough to wait for.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::Holding;
use super::backups::Then;
use super::document::Attached;
use super::opened::Opened;
use super::restoring::{Restored, Target};
use super::safety::Proven;
use super::watch::Watch;
use crate::domain::{Document, DocumentId, Refusal};
use crate::import::{self, ImportFile, Table, Unreadable, Wanted};
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
    /// Read its rows again, in another way.
    ReadTable {
        /// The file's name.
        name: String,
        /// Its rows.
        table: Arc<Table>,
        /// How.
        wanted: Wanted,
        /// Whether its preview stands beneath, with what was answered there.
        again: bool,
    },
    /// Attach a file to the pupil of a document of which all else is known.
    Attach {
        /// The file.
        path: PathBuf,
        /// What is known of it.
        document: Document,
    },
    /// Write a copy of a document to this file, or into this folder.
    CopyDocument {
        /// The document.
        document: DocumentId,
        /// Where.
        path: PathBuf,
    },
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
    /// A list was read, or it is not known how to.
    List(Box<ListRead>),
    /// A file was read, to be attached.
    Document(Box<Attached>),
    /// A document is open in its own program, or not.
    DocumentOpened(io::Result<Opened>),
    /// Refused.
    Refused(Refusal),
}

/// What came of reading a list.
#[derive(Debug)]
pub(super) struct ListRead {
    /// The file's name.
    pub(super) name: String,
    /// Its rows, to be read in another way if need be.
    pub(super) table: Arc<Table>,
    /// How it was read.
    pub(super) wanted: Wanted,
    /// Whether its preview stands beneath.
    pub(super) again: bool,
    /// What was read.
    pub(super) file: Result<ImportFile, Unreadable>,
}

/// A job under way.
#[derive(Debug)]
pub(super) struct Running {
    /// What is being done, for the screen.
    pub(super) words: &'static str,
    /// How far it is, and what stops it, where it can be stopped.
    pub(super) watch: Option<Watch>,
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
        Self {
            words,
            watch: None,
            result,
        }
    }

    /// The same, with what shows how far it is and stops it.
    pub(super) fn watched(self, watch: Watch) -> Self {
        Self {
            watch: Some(watch),
            ..self
        }
    }

    /// What is being done, and how far it is.
    pub(super) fn words(&self) -> String {
        match self.watch.as_ref().map(Watch::lines) {
            None => self.words.to_owned(),
            Some(0) => format!("{}; Esc stops it", self.words),
            Some(lines) => format!("{}: {lines} lines; Esc stops it", self.words),
        }
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

/// Reads a school's list.
pub(super) fn list(
    name: String,
    table: Arc<Table>,
    wanted: Wanted,
    again: bool,
    today: NaiveDate,
) -> Finished {
    let file = import::read_table(&table, &wanted, today);
    Finished::List(Box::new(ListRead {
        name,
        table,
        wanted,
        again,
        file,
    }))
}
