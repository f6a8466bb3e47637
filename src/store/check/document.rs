//! Whether each document holds what was attached.

use rusqlite::Connection;

use super::{Problem, RESTORE, place};
use crate::store::Content;

/// The documents that hold nothing, or something else than was attached.
pub(super) fn broken(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut statement = conn.prepare(
        "SELECT id, sum, length, bytes FROM document LEFT JOIN document_content ON document = id ORDER BY id",
    )?;
    let mut rows = statement.query([])?;
    let mut problems = Vec::new();
    while let Some(row) = rows.next()? {
        let (sum, length): (String, u32) = (row.get(1)?, row.get(2)?);
        let bytes = row.get_ref(3)?.as_blob_or_null();
        let what = match bytes.ok().flatten() {
            None => "what it holds is missing",
            Some(bytes) if bytes.len() != length as usize || Content::sum(bytes) != sum => {
                "it holds something else than was attached"
            }
            Some(_) => continue,
        };
        problems.push(Problem {
            id: "document",
            place: place("document", Some(row.get(0)?)),
            what: what.to_owned(),
            repair: RESTORE.to_owned(),
        });
    }
    Ok(problems)
}
