//! Backups: copies of the whole caseload that were opened and checked before they count, and that only the program brings
//! back.
//!
//! A [`Backup`] is a file of its own kind, so that nobody can copy one over the caseload: a mark, a [`Manifest`] that can
//! be read without the passphrase and names nobody, a seal over it, and the encrypted database.
//! [`Store::snapshot`](super::Store::snapshot) takes the copy, [`Snapshot::shelve`] proves it and puts it on the
//! [`Shelf`] of its caseload, [`Restore`] brings one back, and [`Reading`] opens one as it is.

mod backup_error;
mod book;
mod care;
mod container;
mod contents;
mod manifest;
mod reading;
mod restore;
mod schedule;
mod shelf;
mod snapshot;
pub mod thinning;
mod why;

pub use backup_error::BackupError;
pub use book::Book;
pub use care::Care;
pub use container::Backup;
pub(in crate::store) use container::MARK;
pub use contents::Contents;
pub use manifest::Manifest;
pub use reading::Reading;
pub use restore::{KeptAs, Restore};
pub(in crate::store) use restore::{
    finish as finish_restore, is_pending as is_restore_pending, put_in_place,
};
pub use schedule::Schedule;
pub use shelf::Shelf;
pub use snapshot::Snapshot;
pub(in crate::store) use snapshot::before_upgrade;
pub use why::Why;
