//! Another passphrase for an open file, and the sheet with its recovery code.
//!
//! The file is encrypted anew where it lies (`PRAGMA rekey`), in one transaction with its journal: wherever that is cut off,
//! either the old secret opens it or the new one. It keeps its salt, by which laptops and backups know it; what a new salt
//! would be good for, that an earlier passphrase does not bring an earlier code to life again, is seen to by refusing
//! every passphrase the file has had.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension as _, params};
use zeroize::Zeroizing;

use super::key::DatabaseKey;
use super::open::page_check;
use super::{OpenError, Passphrase, RekeyError, Seed, Store, StoreError, Unlock, recovery_code};
use crate::domain::CodeSheet;

impl Store {
    /// Whether this opens the file that is open: asked again before its secrets are shown or changed.
    ///
    /// # Errors
    /// When there are not 64 MiB of memory.
    pub fn is_opened_by(&self, unlock: &Unlock) -> Result<bool, OpenError> {
        let Some(file) = &self.file else {
            return Ok(false);
        };
        let seed = file.sealed.seed(unlock)?;
        Ok(seed.bytes() == file.seed.bytes())
    }

    /// The recovery code of the file, and its salt; none in memory.
    pub fn recovery_code(&self) -> Option<(Zeroizing<String>, String)> {
        let file = self.file.as_ref()?;
        Some((
            recovery_code::write(&file.seed),
            file.sealed.salt().to_string(),
        ))
    }

    /// What is known of the sheet with the recovery code of now; a code that nothing is known of is made today. None in
    /// memory.
    ///
    /// # Errors
    /// When the file can't be read or written.
    pub fn code_sheet(&mut self, today: NaiveDate) -> Result<Option<CodeSheet>, StoreError> {
        let Some(id) = self.seed().map(Seed::sheet_id) else {
            return Ok(None);
        };
        if let Some(sheet) = self.sheet_with(&id)? {
            return Ok(Some(sheet));
        }
        self.conn.execute(
            "INSERT INTO code_sheet (id, made_on) VALUES (?, ?)",
            params![id, today],
        )?;
        Ok(self.sheet_with(&id)?)
    }

    /// Two groups of the code were typed back from the sheet.
    ///
    /// # Errors
    /// When the file can't be read or written.
    pub fn note_code_checked(&mut self, today: NaiveDate) -> Result<Option<CodeSheet>, StoreError> {
        if let Some(sheet) = self.code_sheet(today)? {
            self.conn.execute(
                "UPDATE code_sheet SET checked_on = ? WHERE id = ?",
                params![today, sheet.id],
            )?;
        }
        self.code_sheet(today)
    }

    fn sheet_with(&self, id: &str) -> rusqlite::Result<Option<CodeSheet>> {
        let sql = "SELECT id, made_on, checked_on FROM code_sheet WHERE id = ?";
        let read = |row: &rusqlite::Row<'_>| {
            Ok(CodeSheet {
                id: row.get(0)?,
                made_on: row.get(1)?,
                checked_on: row.get(2)?,
            })
        };
        self.conn.query_row(sql, [id], read).optional()
    }

    /// Gives the file another passphrase, and with it another recovery code. The old ones open only what was copied before.
    ///
    /// # Errors
    /// When the file had this passphrase before, or the computer or the disk refuses; the old passphrase opens it then.
    pub fn change_passphrase(
        &mut self,
        passphrase: &Passphrase,
        today: NaiveDate,
    ) -> Result<(), RekeyError> {
        let file = self.file.as_ref().ok_or(RekeyError::InMemory)?;
        let unlock = Unlock::Passphrase(passphrase.clone());
        let seed = file.sealed.seed(&unlock)?;
        // Noted first, so that it is known ever after as one the file has had.
        self.code_sheet(today)?;
        if self
            .sheet_with(&seed.sheet_id())
            .map_err(StoreError::from)?
            .is_some()
        {
            return Err(RekeyError::HadBefore);
        }
        self.rekey(&seed)?;
        self.code_sheet(today)?;
        Ok(())
    }

    /// Encrypts the file anew, so that this seed opens it.
    ///
    /// # Errors
    /// When the computer or the disk refuses; the old seed opens it then, and it stays open with that.
    pub fn rekey(&mut self, seed: &Seed) -> Result<(), RekeyError> {
        let file = self.file.as_mut().ok_or(RekeyError::InMemory)?;
        let key = DatabaseKey::derive(seed, file.sealed.salt());
        let path = file.sealed.path().to_owned();
        let told = |error| OpenError::from_sqlite(&path, &error);
        let changed = self.conn.execute_batch(&key.changing()).map_err(told);
        // Opened again whatever became of it: after a failure the connection would write with a key that the file is not
        // encrypted with, and a success is only one when the file opens.
        self.conn = Connection::open_in_memory().map_err(told)?;
        match file.sealed.open(seed, None) {
            Ok(conn) => {
                page_check(&conn, &path)?;
                self.conn = conn;
                file.seed = seed.clone();
                Ok(())
            }
            Err(error) => {
                self.conn = file.sealed.open(&file.seed, None)?;
                Err(changed.err().unwrap_or(error).into())
            }
        }
    }
}
