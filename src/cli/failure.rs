//! [`Failure`]: why a plain command did not do what was asked.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::domain::Refusal;
use crate::store::{OpenError, StoreError};

/// Why a plain command did not do what was asked: one clear line, and the exit status.
#[derive(Debug)]
pub(super) struct Failure {
    status: u8,
    words: String,
}

impl Failure {
    /// Refused or not found: 1.
    pub(super) fn refused(words: impl Into<String>) -> Self {
        Self {
            status: 1,
            words: words.into(),
        }
    }

    /// Wrong usage: 2.
    pub(super) fn usage(words: impl Into<String>) -> Self {
        Self {
            status: 2,
            words: words.into(),
        }
    }

    /// The file is not as it should be: 3.
    pub(super) fn damaged(words: impl Into<String>) -> Self {
        Self {
            status: 3,
            words: words.into(),
        }
    }

    /// The exit status.
    pub(super) fn status(&self) -> ExitCode {
        ExitCode::from(self.status)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::refused(refusal.words)
    }
}

/// The file: 3.
impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self {
            status: 3,
            words: error.to_string(),
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self {
            status: 3,
            words: error.to_string(),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::refused(format!(
            "The terminal or the file could not be read or written: {error}."
        ))
    }
}
