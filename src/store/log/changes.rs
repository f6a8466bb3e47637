//! What was changed in a pupil's record, newest first, page by page.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::Log;
use crate::domain::{Kind, PastChange, PupilId, Record, RecordId};
use crate::store::{StoreError, record};

/// The changes about a pupil that stand. What is new in the log stands in the timeline, and is none; nor is what an import
/// keeps for itself.
const CHANGES: &str = "SELECT edit.id, n, kind, record, before, at, label \
     FROM edit_change JOIN edit ON edit.id = edit_change.edit \
     WHERE pupil = ?1 AND state = 'done' AND (edit_change.edit, n) < (?2, ?3) AND kind <> 'import_base' \
     AND (kind NOT IN ('note', 'measure') OR before IS NOT NULL) \
     ORDER BY edit_change.edit DESC, n DESC LIMIT ?4";

/// What the next change that stands found: the record as the one asked about left it.
const NEXT: &str = "SELECT before FROM edit_change JOIN edit ON edit.id = edit_change.edit \
     WHERE kind = ?1 AND record = ?2 AND (edit_change.edit, n) > (?3, ?4) AND state = 'done' \
     ORDER BY edit_change.edit, n LIMIT 1";

impl Log<'_> {
    /// A page of what was changed in a pupil's record, newest first, at most `limit` changes of those before `before`; give
    /// the last one's key for the next page. What was taken back is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn changes(
        &self,
        pupil: PupilId,
        before: Option<(i64, i64)>,
        limit: usize,
    ) -> Result<Vec<PastChange>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        let (edit, n) = before.unwrap_or((i64::MAX, 0));
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut statement = conn.prepare_cached(CHANGES)?;
        let mut rows = statement.query(params![pupil, edit, n, limit])?;
        let mut changes = Vec::new();
        while let Some(row) = rows.next()? {
            let key = (row.get(0)?, row.get(1)?);
            let kind: String = row.get(2)?;
            let number: i64 = row.get(3)?;
            changes.push(PastChange {
                key,
                at: row.get(5)?,
                label: row.get(6)?,
                before: image(row.get(4)?)?,
                after: after(conn, (&kind, number), key)?,
            });
        }
        Ok(changes)
    }
}

/// A record as a change left it.
fn after(
    conn: &Connection,
    (kind, number): (&str, i64),
    (edit, n): (i64, i64),
) -> Result<Option<Record>, StoreError> {
    let mut statement = conn.prepare_cached(NEXT)?;
    let next = statement
        .query_row(params![kind, number, edit, n], |row| {
            row.get::<_, Option<String>>(0)
        })
        .optional()?;
    match next {
        Some(found) => image(found),
        None => {
            let kind: Kind = kind.parse().map_err(|_| StoreError::Unreadable)?;
            Ok(record::read(conn, RecordId::new(kind, number))?)
        }
    }
}

fn image(image: Option<String>) -> Result<Option<Record>, StoreError> {
    let read = image.map(|image| serde_json::from_str(&image));
    read.transpose().map_err(|_| StoreError::Unreadable)
}
