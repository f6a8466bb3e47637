//! What a disk or the computer refused, in words.

use std::io;

use rusqlite::ErrorCode;

/// What went wrong below us. Carries no text of the system's, which could quote what is being saved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Trouble {
    /// No room.
    #[error("the disk is full. Make room, then try again")]
    DiskFull,
    /// Reading or writing is not allowed.
    #[error(
        "this computer does not allow it. Ask whoever looks after it for the right to read and write there"
    )]
    NotAllowed,
    /// A disk that can't be written.
    #[error(
        "the disk can be read but not written. Copy the file to a folder of your own and open it there"
    )]
    ReadOnly,
    /// It isn't there, or no longer.
    #[error(
        "it is not there. If it lies on another drive or a network, check that this is connected"
    )]
    NotThere,
    /// Out of memory.
    #[error("this computer is out of memory. Close other programs, then try again")]
    NoMemory,
    /// No random numbers for a key.
    #[error("this computer has no random numbers to offer yet. Wait a minute, then try again")]
    NoRandomness,
    /// Another program is using it.
    #[error("another program is using it. Close that program, then try again")]
    Busy,
    /// What is in the file isn't right.
    #[error("the file is damaged. Bring back the newest backup: the screen Backups lists them")]
    Damaged,
    /// Reading or writing failed.
    #[error(
        "the disk reports a fault (code {0}). Check the cable, the drive or the network, then try again"
    )]
    Disk(i32),
    /// Anything else.
    #[error("a fault that should not happen (code {0}). Close the program and open it again")]
    Unforeseen(i32),
}

impl From<&rusqlite::Error> for Trouble {
    fn from(error: &rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(failure, _) = error else {
            return Self::Unforeseen(0);
        };
        match failure.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::PermissionDenied => Self::NotAllowed,
            ErrorCode::ReadOnly => Self::ReadOnly,
            ErrorCode::OutOfMemory => Self::NoMemory,
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged,
            ErrorCode::SystemIoFailure | ErrorCode::CannotOpen => Self::Disk(failure.extended_code),
            _ => Self::Unforeseen(failure.extended_code),
        }
    }
}

impl From<&io::Error> for Trouble {
    fn from(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::NotThere,
            io::ErrorKind::OutOfMemory => Self::NoMemory,
            io::ErrorKind::ResourceBusy => Self::Busy,
            _ => Self::Disk(error.raw_os_error().unwrap_or(0)),
        }
    }
}
