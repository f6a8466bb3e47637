//! The encrypted file. Only this layer holds SQL.
//!
//! A noun's file here says its table's columns; `table` writes and reads any of them. Every change goes through
//! [`Store::apply`].

mod action;
mod applied;
mod arrangement;
pub mod backup;
mod caseload;
mod cell;
mod check;
mod cycle;
mod diagnosis;
mod document;
mod doubt;
mod draft;
mod ehc_event;
mod ehc_line;
mod ended;
mod every;
mod expected;
mod half_days;
mod hand_over;
mod import_base;
mod import_layout;
mod intervention;
mod journal;
mod key;
mod last_use;
mod log;
mod looks_like;
mod measure;
mod note;
pub mod open;
mod open_error;
mod other_plan;
mod outcome;
mod passphrase;
mod passphrase_refusal;
mod person;
mod place;
mod pragmas;
mod problem;
mod provision;
mod pupil;
mod quarantine;
mod record;
pub mod recovery_code;
mod recovery_code_error;
mod referral;
mod rekey;
mod rekey_error;
mod reserved;
mod review;
mod salt;
mod schema;
mod school;
mod sealed;
mod seed;
mod session;
mod setting;
mod status_period;
mod store_error;
mod strategy;
mod sums;
mod table;
mod target;
mod tie;
mod trouble;
mod undoable;
mod unlock;

pub use applied::Applied;
pub use document::Content;
pub use expected::Expected;
pub use last_use::LastUse;
pub use log::Log;
pub use looks_like::LooksLike;
pub use open_error::OpenError;
pub use passphrase::Passphrase;
pub use passphrase_refusal::PassphraseRefusal;
pub use problem::Problem;
pub use recovery_code_error::RecoveryCodeError;
pub use rekey_error::RekeyError;
pub use reserved::Reserved;
pub use salt::Salt;
pub use sealed::Sealed;
pub use seed::Seed;
pub use store_error::StoreError;
pub use trouble::Trouble;
pub use undoable::Undoable;
pub use unlock::Unlock;

use std::path::Path;

use chrono::{DateTime, FixedOffset};
use rusqlite::Connection;

use doubt::Doubt;

/// An open caseload file, ours alone until it is dropped.
#[derive(Debug)]
pub struct Store {
    // Before the lock that guards it, so that it is dropped first.
    conn: Connection,
    file: Option<File>,
    /// What was told to be not saved, and may be in the file all the same.
    doubt: Option<Doubt>,
}

/// The file behind a store, and what opens it: backups are sealed with it, and opened with it to be checked.
#[derive(Debug)]
struct File {
    sealed: Sealed,
    seed: Seed,
}

impl Store {
    /// Makes a caseload with nothing in it where nothing is yet.
    ///
    /// # Errors
    /// When anything is there already, or the computer or the disk refuses.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        let (sealed, conn, seed) = open::create(path, passphrase, now)?;
        Ok(Self::unsealed(sealed, conn, &seed))
    }

    /// Opens a caseload with its passphrase or recovery code.
    ///
    /// # Errors
    /// Any [`OpenError`]; the file is then as it was.
    pub fn open(
        path: &Path,
        unlock: &Unlock,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        let (sealed, conn, seed) = open::open(path, unlock, None, now)?;
        Ok(Self::unsealed(sealed, conn, &seed))
    }

    /// The contents of a file under our lock already, as [`open::open_sealed`] gives them for a seed: what unlocking the
    /// screen does.
    pub fn unsealed(sealed: Sealed, conn: Connection, seed: &Seed) -> Self {
        Self {
            conn,
            file: Some(File {
                sealed,
                seed: seed.clone(),
            }),
            doubt: None,
        }
    }

    /// What to say of how the session before this one ended (F10); nothing when it ended well.
    pub fn words_of_start(&self) -> Option<&'static str> {
        self.file.as_ref()?.sealed.words_of_start()
    }

    /// Closes the contents and keeps the lock, for a screen that is locked; nothing in memory.
    pub fn seal(self) -> Option<Sealed> {
        drop(self.conn);
        self.file.map(|file| file.sealed)
    }

    /// A caseload in memory, for tests and nothing else.
    ///
    /// # Errors
    /// When SQLCipher is not there or a setting would not take.
    pub fn in_memory() -> Result<Self, OpenError> {
        Ok(Self {
            conn: open::open_in_memory()?,
            file: None,
            doubt: None,
        })
    }

    /// Where the file is; none in memory.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|file| file.sealed.path())
    }

    /// What opened the file; none in memory.
    pub fn seed(&self) -> Option<&Seed> {
        self.file.as_ref().map(|file| &file.seed)
    }

    /// How many rows were changed since the file was opened: another number means that there is something to back up.
    pub fn changes(&self) -> u64 {
        self.conn.total_changes()
    }

    /// The file's salt, and the check value of what opens it; none in memory.
    pub fn marks(&self) -> Option<(Salt, [u8; 4])> {
        let file = self.file.as_ref()?;
        Some((*file.sealed.salt(), file.seed.check_value()))
    }

    /// How many edits the file has had: a file of the same caseload with more is the newer one.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn generation(&self) -> Result<u64, StoreError> {
        let newest: i64 =
            self.conn
                .query_row("SELECT coalesce(max(id), 0) FROM edit", [], |row| {
                    row.get(0)
                })?;
        Ok(newest.cast_unsigned())
    }

    /// The highest id in the file: new ids go on from there.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn highest_id(&self) -> Result<i64, StoreError> {
        Ok(record::highest_id(&self.conn)?)
    }
}
