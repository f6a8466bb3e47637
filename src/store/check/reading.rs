//! Whether all that the file holds can be read as what it is: every record, every image in the journal, every draft.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use strum::VariantArray as _;

use super::{Problem, RESTORE, place};
use crate::domain::{Kind, Record, RecordId};
use crate::store::{record, sums};

/// Everything that can't be read.
pub(super) fn unreadable(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let mut tell = |table: &str, number: i64, what: &str| {
        problems.push(Problem {
            id: "reading",
            place: place(table, Some(number)),
            what: what.to_owned(),
            repair: RESTORE.to_owned(),
        });
    };
    for kind in Kind::VARIANTS {
        let table: &str = (*kind).into();
        for number in numbers(conn, table)? {
            if record::read(conn, RecordId::new(*kind, number)).is_err() {
                tell(table, number, "it can't be read");
            }
        }
    }
    let mut statement =
        conn.prepare("SELECT edit, kind, record, before FROM edit_change ORDER BY edit, n")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let edit: i64 = row.get(0)?;
        let kind = row.get::<_, String>(1).ok();
        let kind = kind.and_then(|kind| kind.parse::<Kind>().ok());
        let image = row.get::<_, Option<String>>(3);
        let is_good = match (kind, image) {
            (Some(_), Ok(None)) => true,
            (Some(kind), Ok(Some(image))) => {
                let number: i64 = row.get(2)?;
                serde_json::from_str::<Record>(&image)
                    .is_ok_and(|record| record.id() == RecordId::new(kind, number))
            }
            _ => false,
        };
        if !is_good {
            tell("edit", edit, "what was there before it can't be read");
        }
    }
    let mut statement = conn.prepare("SELECT id, at FROM edit")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if row.get::<_, DateTime<Utc>>(1).is_err() {
            tell("edit", row.get(0)?, "when it was made can't be read");
        }
    }
    let mut statement = conn.prepare("SELECT id, at, fields FROM draft")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let fields = row.get::<_, String>(2).ok();
        let fields = fields
            .and_then(|fields| serde_json::from_str::<BTreeMap<String, String>>(&fields).ok());
        if fields.is_none() || row.get::<_, DateTime<Utc>>(1).is_err() {
            tell("draft", row.get(0)?, "what was being typed can't be read");
        }
    }
    for (table, number) in sums::not_text(conn)? {
        tell(&table, number, "some of its text is not text");
    }
    Ok(problems)
}

/// The numbers of the records of a table.
fn numbers(conn: &Connection, table: &str) -> rusqlite::Result<Vec<i64>> {
    let mut statement = conn.prepare(&format!(
        "SELECT id FROM \"{table}\" NOT INDEXED ORDER BY id"
    ))?;
    let numbers = statement.query_map([], |row| row.get(0))?;
    numbers.collect()
}
