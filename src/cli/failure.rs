//! [`Failure`]: why a plain command did not do what was asked.

use std::fmt;
use std::io;
use std::process::ExitCode;

use crate::domain::Refusal;
use crate::store::backup::BackupError;
use crate::store::{OpenError, StoreError};

/// Why a plain command did not do what was asked: one clear line, and the exit status.
#[derive(Debug)]
pub(super) struct Failure {
    status: u8,
    words: String,
    is_closed_pipe: bool,
}

impl Failure {
    fn new(status: u8, words: impl Into<String>) -> Self {
        Self {
            status,
            words: words.into(),
            is_closed_pipe: false,
        }
    }

    /// Whether the reader of our output has gone, which is no failure.
    pub(super) fn is_closed_pipe(&self) -> bool {
        self.is_closed_pipe
    }

    /// Refused or not found: 1.
    pub(super) fn refused(words: impl Into<String>) -> Self {
        Self::new(1, words)
    }

    /// Wrong usage: 2.
    pub(super) fn usage(words: impl Into<String>) -> Self {
        Self::new(2, words)
    }

    /// The file is not as it should be: 3.
    pub(super) fn damaged(words: impl Into<String>) -> Self {
        Self::new(3, words)
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

/// What is written after the program's name is wrong: 2. On one line, like every failure: it quotes what was written.
impl From<clap::Error> for Failure {
    fn from(error: clap::Error) -> Self {
        let words = error.render().to_string();
        Self::usage(words.split_whitespace().collect::<Vec<_>>().join(" "))
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
        Self::new(3, error.to_string())
    }
}

/// A backup is a file as well: 3.
impl From<BackupError> for Failure {
    fn from(error: BackupError) -> Self {
        Self::new(3, error.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::new(3, error.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        let is_closed_pipe = error.kind() == io::ErrorKind::BrokenPipe;
        let words = format!("The terminal or the file could not be read or written: {error}.");
        Self {
            is_closed_pipe,
            ..Self::new(1, words)
        }
    }
}
