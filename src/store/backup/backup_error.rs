//! [`BackupError`]: why a backup was not made or not brought back.

use std::io;
use std::path::{Path, PathBuf};

use crate::store::open_error::OpenError;
use crate::store::recovery_code_error::RecoveryCodeError;
use crate::store::trouble::Trouble;

/// Why a backup was not made or not brought back: what happened, to which file, and what to do next.
#[derive(PartialEq, Eq, Debug, thiserror::Error)]
pub enum BackupError {
    /// The caseload is in no file of its own.
    #[error("This caseload is in memory only, so there is nothing to back up.")]
    InMemory,
    /// A change failed in the middle and is not yet taken out of the file again.
    #[error(
        "The disk failed in the middle of a change, so nothing is backed up before that is settled. Save once more, or close Caseload and open it again."
    )]
    Unsettled,
    /// The copy that was made is not what the caseload holds.
    #[error(
        "The backup did not pass its checks, so it does not count and was thrown away. It is tried again in a few minutes; if that fails too, run: caseload check"
    )]
    NotGood,
    /// No backup of ours.
    #[error("{} is not a backup of a caseload. Choose a file that ends in .sencobak.", path.display())]
    NotABackup {
        /// The file.
        path: PathBuf,
    },
    /// A backup of a newer program.
    #[error("{} was made by a newer version of Caseload. Nothing was changed. Install the newest version, then bring it back.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// It is not as it was when it was made.
    #[error("{} is damaged: it is not as it was when it was made. Nothing was changed. Choose another backup, and keep this one.", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
    },
    /// It was made under another passphrase.
    #[error(
        "That is not the passphrase this backup was made under. Type the one of that day, or its recovery code; capitals and spaces count."
    )]
    WrongPassphrase {
        /// The file.
        path: PathBuf,
    },
    /// A recovery code that doesn't come out.
    #[error(transparent)]
    RecoveryCode(#[from] RecoveryCodeError),
    /// The place it should be put back to.
    #[error(transparent)]
    Place(#[from] OpenError),
    /// The computer or the disk refused.
    #[error("{} can't be used: {trouble}.", path.display())]
    Trouble {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        trouble: Trouble,
    },
}

impl BackupError {
    /// What the operating system refused about a file.
    pub(super) fn from_io(path: &Path, error: &io::Error) -> Self {
        Self::Trouble {
            path: path.to_owned(),
            trouble: Trouble::from(error),
        }
    }

    /// What SQLite refused about a file.
    pub(super) fn from_sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        Self::Trouble {
            path: path.to_owned(),
            trouble: Trouble::from(error),
        }
    }
}
