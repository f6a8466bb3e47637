//! Backups: copies of the whole caseload that were opened and checked before they count, and that only the program brings
//! back.
//!
//! A [`Backup`] is a file of its own kind, so that nobody can copy one over the caseload: a mark, a [`Manifest`] that can
//! be read without the passphrase and names nobody, a seal over it, and the encrypted database. [`Store::snapshot`] takes
//! the copy, [`Snapshot::shelve`] proves it and puts it on the [`Shelf`] of its caseload, [`restore`] brings one back.

mod backup_error;
mod container;
mod contents;
mod manifest;
mod shelf;
mod snapshot;
mod why;

pub use backup_error::BackupError;
pub use container::Backup;
pub use contents::Contents;
pub use manifest::Manifest;
pub use shelf::Shelf;
pub use snapshot::Snapshot;
pub use why::Why;
