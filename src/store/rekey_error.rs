//! Why a passphrase was not changed.

use super::{OpenError, StoreError};

/// Why a passphrase was not changed: the old one still opens the file.
#[derive(Debug, thiserror::Error)]
pub enum RekeyError {
    /// The caseload is in no file.
    #[error("This caseload is in memory only and has no passphrase.")]
    InMemory,
    /// What was typed as the passphrase of now is not.
    #[error("That is not the passphrase of now. Nothing was changed; capitals and spaces count.")]
    Wrong,
    /// The file has it, or had it once.
    #[error(
        "This file has that passphrase, or had it once: its old sheet would open the file again. Nothing was changed; take another."
    )]
    HadBefore,
    /// The computer or the disk refused.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
}
