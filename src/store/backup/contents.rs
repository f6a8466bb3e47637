//! [`Contents`]: what a caseload holds, as numbers that name nobody.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::manifest::hex;
use crate::store::sums;

/// What a caseload holds, as numbers that name nobody. Two files with the same contents are the same state of the same
/// caseload.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// Which caseload it is: the same in all copies, however much they have been worked on since, and under every
    /// passphrase.
    pub caseload: String,
    /// How many edits it has had.
    pub generation: u64,
    /// The running hash over its journal: every edit, with what it replaced.
    pub head: String,
    /// The schema's mark (`user_version`).
    pub schema: i32,
    /// How many rows each table has.
    pub rows: BTreeMap<String, u64>,
}

impl Contents {
    /// Counts what is in an open file.
    pub(super) fn of(conn: &Connection) -> rusqlite::Result<Self> {
        let newest: i64 = conn.query_row("SELECT coalesce(max(id), 0) FROM edit", [], |row| {
            row.get(0)
        })?;
        Ok(Self {
            caseload: caseload(conn)?,
            generation: newest.cast_unsigned(),
            head: head(conn)?,
            schema: conn.pragma_query_one(None, "user_version")?,
            rows: rows(conn)?,
        })
    }

    /// How many pupils.
    pub fn pupils(&self) -> u64 {
        self.rows.get("pupil").copied().unwrap_or_default()
    }
}

/// The name of a caseload: its first edit, by the moment and the ids of the records it made, which never change after.
pub(super) fn caseload(conn: &Connection) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    let first: Option<i64> = conn
        .query_row("SELECT min(id) FROM edit", [], |row| row.get(0))
        .optional()?
        .flatten();
    if let Some(first) = first {
        feed(
            conn,
            &mut hash,
            "SELECT at, kind, record FROM edit JOIN edit_change ON edit = id WHERE id = ?1 ORDER BY n",
            [first],
        )?;
    }
    let mut name = hex(&hash.finalize());
    name.truncate(32);
    Ok(name)
}

fn head(conn: &Connection) -> rusqlite::Result<String> {
    let mut hash = Sha256::new();
    feed(
        conn,
        &mut hash,
        "SELECT id, at, label, state, n, kind, record, before FROM edit LEFT JOIN edit_change ON edit = id ORDER BY id, n",
        [],
    )?;
    Ok(hex(&hash.finalize()))
}

/// Feeds all that a query gives to a hash.
fn feed<P: rusqlite::Params>(
    conn: &Connection,
    hash: &mut Sha256,
    sql: &str,
    params: P,
) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let mut rows = statement.query(params)?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            sums::feed(hash, row.get_ref(column)?);
        }
    }
    Ok(())
}

/// The rows of every table; the search index's own tables are left out, since it is checked by itself.
fn rows(conn: &Connection) -> rusqlite::Result<BTreeMap<String, u64>> {
    let mut statement = conn.prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )?;
    let names: Vec<String> = statement
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    names
        .into_iter()
        .map(|name| {
            // The names are the schema's own.
            let sql = format!("SELECT count(*) FROM \"{name}\"");
            let count: i64 = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok((name, count.cast_unsigned()))
        })
        .collect()
}
