//! Drafts: what is being typed and is not a record yet.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Store, StoreError};
use crate::domain::{Draft, DraftKey};

const COLUMNS: &str = "dialog, about, fields, focus, caret";

impl Store {
    /// Keeps the draft in place of an earlier one of the same form about the same thing. Drafts are not edits: they are
    /// not in the journal and nothing undoes them.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn keep_draft(&mut self, draft: &Draft, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.settle()?;
        let fields = serde_json::to_string(&draft.fields).map_err(|_| StoreError::Unreadable)?;
        let caret = i64::try_from(draft.caret).unwrap_or(i64::MAX);
        self.conn
            .prepare_cached(
                "INSERT INTO draft (dialog, about, at, fields, focus, caret) VALUES (?, ?, ?, ?, ?, ?)
                 ON CONFLICT (dialog, about) DO UPDATE SET at = excluded.at, fields = excluded.fields, focus = excluded.focus, caret = excluded.caret",
            )?
            .execute(params![draft.key.dialog, draft.key.about, at, fields, draft.focus, caret])?;
        Ok(())
    }

    /// Throws a draft away.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn throw_draft_away(&mut self, key: &DraftKey) -> Result<(), StoreError> {
        self.settle()?;
        Ok(remove(&self.conn, key)?)
    }

    /// The draft of a form about a thing.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn draft(&self, key: &DraftKey) -> Result<Option<Draft>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM draft WHERE dialog = ? AND about = ?");
        Ok(self
            .conn
            .prepare_cached(&sql)?
            .query_row(params![key.dialog, key.about], read)
            .optional()?)
    }

    /// All drafts, the newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let sql = format!("SELECT {COLUMNS} FROM draft ORDER BY at DESC, id DESC");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let drafts = statement.query_map([], read)?.collect::<Result<_, _>>()?;
        Ok(drafts)
    }
}

pub(super) fn remove(conn: &Connection, key: &DraftKey) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM draft WHERE dialog = ? AND about = ?")?
        .execute(params![key.dialog, key.about])?;
    Ok(())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Draft> {
    let fields: String = row.get(2)?;
    let caret: i64 = row.get(4)?;
    Ok(Draft {
        key: DraftKey {
            dialog: row.get(0)?,
            about: row.get(1)?,
        },
        fields: serde_json::from_str(&fields).unwrap_or_default(),
        focus: row.get(3)?,
        caret: usize::try_from(caret).unwrap_or(0),
    })
}
