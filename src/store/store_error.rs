//! [`StoreError`]: why the file could not be read or written.

/// Why the file could not be read or written, in the user's words. It never holds data: a pupil's name in a constraint's
/// text would end in a log.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// No room on the disk.
    #[error(
        "Not saved: the disk is full. Free some space and press Ctrl+S again; what you typed is still here."
    )]
    DiskFull,
    /// The operating system refused.
    #[error(
        "Not saved: the disk or drive refused the file. What you typed is still here; press Ctrl+S to try again."
    )]
    Disk,
    /// It is a backup that was opened to be read.
    #[error(
        "Nothing was changed: this is a backup, opened to be read. Ctrl+K closes it; then open the caseload itself."
    )]
    OnlyRead,
    /// A rule of the tables was broken, which is a fault of the program.
    #[error(
        "Not saved: the record does not fit the caseload's rules ({0}). This is a fault in Caseload; nothing was changed."
    )]
    Constraint(&'static str),
    /// The file holds something that cannot be read.
    #[error(
        "Part of the file cannot be read. Nothing was changed. Close Caseload and run: caseload check"
    )]
    Unreadable,
    /// Anything else SQLite says.
    #[error(
        "The file could not be used (SQLite code {0}). Nothing was changed. Close Caseload and run: caseload check"
    )]
    Other(i32),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error {
            rusqlite::Error::SqliteFailure(failure, _) => match failure.code {
                ErrorCode::DiskFull => Self::DiskFull,
                ErrorCode::SystemIoFailure
                | ErrorCode::ReadOnly
                | ErrorCode::CannotOpen
                | ErrorCode::PermissionDenied => Self::Disk,
                ErrorCode::ConstraintViolation => Self::Constraint(match failure.extended_code {
                    rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => {
                        "a record it belongs to is missing"
                    }
                    rusqlite::ffi::SQLITE_CONSTRAINT_CHECK => "a value is out of range",
                    rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE => "it is there already",
                    _ => "a value is missing",
                }),
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Unreadable,
                _ => Self::Other(failure.extended_code),
            },
            _ => Self::Unreadable,
        }
    }
}
