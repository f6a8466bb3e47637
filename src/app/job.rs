//! [`Job`]: something that takes long enough to wait for.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use chrono::{DateTime, FixedOffset};

use super::Holding;
use crate::domain::Refusal;
use crate::store::{OpenError, Passphrase, Sealed, Store, Unlock, open};

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
    /// Make the made-up school anew and open it.
    Demo,
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
pub(super) fn unlock(sealed: Sealed, unlock: &Unlock, now: DateTime<FixedOffset>) -> Finished {
    let opening = sealed
        .seed(unlock)
        .and_then(|seed| open::open_sealed(&sealed, &seed, None));
    let conn = match opening {
        Ok(conn) => conn,
        Err(error) => {
            return Finished::NotOpened {
                error,
                sealed: Some(Box::new(sealed)),
            };
        }
    };
    match Holding::load(Store::unsealed(sealed, conn), now) {
        Ok(holding) => Finished::Opened(Box::new(holding)),
        Err(error) => Finished::Refused(Refusal::new(error.to_string())),
    }
}
