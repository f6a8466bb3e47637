//! Why a lock can't be had.

use std::io;

use super::holder::Holder;

/// Why a lock can't be had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another program has it.
    #[error("the lock is held by another program")]
    Held(Option<Box<Holder>>),
    /// The operating system refuses.
    #[error(transparent)]
    Refused(#[from] io::Error),
}
