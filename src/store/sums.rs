//! A running sum over the rows of every table, which tells when a page was put back to what it was before.
//!
//! Such a page has a good seal and may fit its neighbours, so nothing else tells. The sum of a table is the sum of a hash
//! of each of its rows; triggers keep it in the transaction that changes the row, whoever changes it. The search index has
//! none: it is compared with the notes.

use rusqlite::functions::{Context, FunctionFlags};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

/// How the triggers' names begin.
const TRIGGER: &str = "table_sum_";

/// Teaches a connection the functions that the triggers call. Without them it can change no row.
pub(super) fn teach(connection: &Connection) -> rusqlite::Result<()> {
    let flags = FunctionFlags::SQLITE_UTF8
        | FunctionFlags::SQLITE_DETERMINISTIC
        | FunctionFlags::SQLITE_INNOCUOUS;
    connection.create_scalar_function("row_added", -1, flags, |row| {
        let (sum, hash) = sum_and_hash(row)?;
        Ok(sum.wrapping_add(hash))
    })?;
    connection.create_scalar_function("row_removed", -1, flags, |row| {
        let (sum, hash) = sum_and_hash(row)?;
        Ok(sum.wrapping_sub(hash))
    })
}

/// The sum so far, and the hash of the row that follows it.
fn sum_and_hash(given: &Context<'_>) -> rusqlite::Result<(i64, i64)> {
    let mut hash = Sha256::new();
    for column in 1..given.len() {
        feed(&mut hash, given.get_raw(column));
    }
    Ok((given.get(0)?, first_eight(hash)))
}

/// Feeds a value to a hash with its kind and length, so that no two rows feed the same.
pub(super) fn feed(hash: &mut Sha256, value: ValueRef<'_>) {
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(number) => {
            hash.update([1]);
            return hash.update(number.to_le_bytes());
        }
        ValueRef::Real(number) => {
            hash.update([2]);
            return hash.update(number.to_le_bytes());
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}

fn first_eight(hash: Sha256) -> i64 {
    hash.finalize()
        .iter()
        .take(8)
        .fold(0, |number, byte| number << 8 | i64::from(*byte))
}

/// Stops keeping the sums, for a step that changes the tables.
pub(super) fn stop(connection: &Connection) -> rusqlite::Result<()> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND substr(name, 1, ?2) = ?1";
    let mut statement = connection.prepare(sql)?;
    let length = i64::try_from(TRIGGER.len()).unwrap_or(i64::MAX);
    let names: Vec<String> = statement
        .query_map((TRIGGER, length), |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    drop(statement);
    names
        .iter()
        .try_for_each(|name| connection.execute_batch(&format!("DROP TRIGGER \"{name}\"")))
}

/// Takes the sum of every table anew and keeps it from here on. Does nothing for a file that has no place for sums yet.
pub(super) fn keep(connection: &Connection) -> rusqlite::Result<()> {
    if !has_sums(connection)? {
        return Ok(());
    }
    connection.execute("DELETE FROM table_sum", [])?;
    for table in tables(connection)? {
        let sum = sum(connection, &table)?;
        connection.execute(
            "INSERT INTO table_sum (name, sum) VALUES (?, ?)",
            (&table, sum),
        )?;
        let columns = columns(connection, &table)?;
        let of = |row: &str| {
            let columns = columns.iter().map(|column| format!("{row}.\"{column}\""));
            columns.collect::<Vec<_>>().join(", ")
        };
        let (old, new) = (of("old"), of("new"));
        for (moment, sum) in [
            ("INSERT", format!("row_added(sum, {new})")),
            ("DELETE", format!("row_removed(sum, {old})")),
            (
                "UPDATE",
                format!("row_added(row_removed(sum, {old}), {new})"),
            ),
        ] {
            connection.execute_batch(&format!(
                "CREATE TRIGGER \"{TRIGGER}{table}_{moment}\" AFTER {moment} ON \"{table}\" BEGIN \
                 UPDATE table_sum SET sum = {sum} WHERE name = '{table}'; END"
            ))?;
        }
    }
    Ok(())
}

/// The tables whose rows are not those that were saved. None are for a file without sums.
pub(super) fn broken(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut broken = Vec::new();
    if !has_sums(connection)? {
        return Ok(broken);
    }
    for table in tables(connection)? {
        let kept: Option<i64> = connection
            .query_row(
                "SELECT sum FROM table_sum WHERE name = ?",
                [&table],
                |row| row.get(0),
            )
            .optional()?;
        if kept != Some(sum(connection, &table)?) {
            broken.push(table);
        }
    }
    Ok(broken)
}

/// The rows with text that is none: the table, and the row's first number.
pub(super) fn not_text(connection: &Connection) -> rusqlite::Result<Vec<(String, i64)>> {
    let mut found = Vec::new();
    for table in tables(connection)? {
        let columns = columns(connection, &table)?;
        let sql = format!("SELECT * FROM \"{table}\" NOT INDEXED");
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns.len() {
                if let ValueRef::Text(text) = row.get_ref(column)?
                    && str::from_utf8(text).is_err()
                {
                    found.push((table.clone(), row.get(0).unwrap_or_default()));
                }
            }
        }
    }
    Ok(found)
}

fn has_sums(connection: &Connection) -> rusqlite::Result<bool> {
    connection.table_exists(None, "table_sum")
}

/// The tables that have a sum. Their names are the schema's own.
fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM pragma_table_list \
        WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'table_sum' ORDER BY name";
    let mut statement = connection.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    names.collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?) ORDER BY cid")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    names.collect()
}

fn sum(connection: &Connection, table: &str) -> rusqlite::Result<i64> {
    let columns = columns(connection, table)?;
    // Not from an index that holds all of a row: the table itself is what counts.
    let sql = format!(
        "SELECT \"{}\" FROM \"{table}\" NOT INDEXED",
        columns.join("\", \"")
    );
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut sum = 0_i64;
    while let Some(row) = rows.next()? {
        let mut hash = Sha256::new();
        for column in 0..columns.len() {
            feed(&mut hash, row.get_ref(column)?);
        }
        sum = sum.wrapping_add(first_eight(hash));
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_changes_a_row_keeps_the_sums() {
        let connection = crate::store::open::open_in_memory().unwrap();
        assert_eq!(broken(&connection).unwrap(), Vec::<String>::new());
        connection
            .execute_batch(
                "INSERT INTO school VALUES (7, 'Oakfield', ''), (8, 'Elmfield', '');
                 INSERT INTO school_term VALUES (7, 1, 'Autumn', '2026-09-01', '2026-10-23');
                 INSERT INTO pupil SELECT 9, 7, '', '', 'Khan', '', '', NULL, NULL, '', NULL, '', NULL, NULL, NULL, NULL,
                     NULL, NULL, '', '', '', '', '', 0, NULL, '', '', NULL, NULL, NULL,
                     '', '', '', '', '', NULL, '', '', '', '', NULL;
                 INSERT INTO measure VALUES (1, 9, 'words a minute', 40, '2026-09-01', NULL, NULL, NULL, '', '');
                 UPDATE school SET name = 'Oak' WHERE id = 7;
                 INSERT INTO school VALUES (8, 'Elm', '') ON CONFLICT (id) DO UPDATE SET name = excluded.name;
                 REPLACE INTO school VALUES (8, 'Beech', '');
                 DELETE FROM school WHERE id = 8;",
            )
            .unwrap();
        assert_eq!(broken(&connection).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_row_changed_behind_their_back_is_found() {
        let connection = crate::store::open::open_in_memory().unwrap();
        connection
            .execute_batch("INSERT INTO school VALUES (7, 'Oakfield', '')")
            .unwrap();
        stop(&connection).unwrap();
        connection
            .execute_batch("UPDATE school SET name = 'Oakfleld'")
            .unwrap();
        assert_eq!(broken(&connection).unwrap(), ["school"]);
        keep(&connection).unwrap();
        assert_eq!(broken(&connection).unwrap(), Vec::<String>::new());
    }
}
