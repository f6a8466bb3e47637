//! [`Table`]: how a kind of record is written and read. Each noun's file says only its columns.

mod sql;

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, ToSql, params};

use super::cell::Cells;
use crate::domain::{Id, Recorded};
use sql::{Sql, quoted};

/// A kind of record as a table, with a table more for each list inside it.
pub(super) trait Table: Recorded + 'static {
    /// The table: the kind's code.
    const NAME: &'static str;
    /// Its columns, `id` first.
    const COLUMNS: &'static [&'static str];
    /// The lists inside it.
    const LISTS: &'static [List<Self>] = &[];

    /// Hands the columns' values to the writer, in their order.
    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()>;

    /// Reads the columns back, in their order, with empty lists.
    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self>;
}

/// A list inside a record: a table whose rows hang on the record's id (in a column named as the record's table) and stand
/// in order of `n`.
pub(super) struct List<T> {
    pub(super) table: &'static str,
    /// Its columns after the record's id and `n`.
    pub(super) columns: &'static [&'static str],
    /// Hands each element's values to the writer.
    pub(super) write: fn(&T, &mut Writer<'_>) -> rusqlite::Result<()>,
    /// Reads one element and adds it.
    pub(super) read: fn(&mut T, &mut Cells<'_>) -> rusqlite::Result<()>,
}

/// Takes a row's values and writes them.
pub(super) struct Writer<'a> {
    pub(super) conn: &'a Connection,
    sql: &'a str,
    /// The record and the number of the element, for a list.
    element: Option<(i64, i64)>,
}

impl Writer<'_> {
    /// Writes one row.
    pub(super) fn row(&mut self, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
        let mut statement = self.conn.prepare_cached(self.sql)?;
        match &mut self.element {
            None => statement.execute(values)?,
            Some((record, n)) => {
                let (record, n) = (&*record, {
                    *n += 1;
                    &*n
                });
                let mut all: Vec<&dyn ToSql> = vec![record, n];
                all.extend_from_slice(values);
                statement.execute(all.as_slice())?
            }
        };
        Ok(())
    }
}

/// Adds the record, or replaces the one with its id where there is one.
pub(super) fn put<T: Table>(conn: &Connection, record: &T, is_new: bool) -> rusqlite::Result<()> {
    let sql = Sql::of::<T>();
    let id = record.id().number();
    record.write(&mut Writer {
        conn,
        sql: if is_new { &sql.insert } else { &sql.replace },
        element: None,
    })?;
    for (list, sql) in T::LISTS.iter().zip(&sql.lists) {
        if !is_new {
            conn.prepare_cached(&sql.delete)?.execute([id])?;
        }
        (list.write)(
            record,
            &mut Writer {
                conn,
                sql: &sql.insert,
                element: Some((id, 0)),
            },
        )?;
    }
    Ok(())
}

/// The record with this id.
pub(super) fn get<T: Table>(conn: &Connection, id: Id<T>) -> rusqlite::Result<Option<T>> {
    let sql = Sql::of::<T>();
    let record = conn
        .prepare_cached(&sql.select)?
        .query_row(params![id], |row| T::read(&mut Cells::from(row, 0)))
        .optional()?;
    let Some(mut record) = record else {
        return Ok(None);
    };
    for (list, sql) in T::LISTS.iter().zip(&sql.lists) {
        let mut statement = conn.prepare_cached(&sql.select)?;
        let mut rows = statement.query(params![id])?;
        while let Some(row) = rows.next()? {
            (list.read)(&mut record, &mut Cells::from(row, 0))?;
        }
    }
    Ok(Some(record))
}

/// All records of the kind: one query for them and one for each list.
pub(super) fn all<T: Table>(conn: &Connection) -> rusqlite::Result<Vec<T>> {
    select(conn, "", &[])
}

/// The records that `rest` (a WHERE and what follows) chooses, in order of id; their lists are read by the same choice.
pub(super) fn select<T: Table>(
    conn: &Connection,
    rest: &str,
    values: &[&dyn ToSql],
) -> rusqlite::Result<Vec<T>> {
    let mut records = BTreeMap::new();
    let sql = format!("SELECT {} FROM \"{}\" {rest}", quoted(T::COLUMNS), T::NAME);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        let record = T::read(&mut Cells::from(row, 0))?;
        records.insert(record.id(), record);
    }
    for list in T::LISTS {
        let chosen = if rest.is_empty() {
            String::new()
        } else {
            format!("WHERE \"{0}\" IN (SELECT id FROM \"{0}\" {rest})", T::NAME)
        };
        let sql = format!(
            "SELECT \"{0}\", {1} FROM \"{2}\" {chosen} ORDER BY \"{0}\", n",
            T::NAME,
            quoted(list.columns),
            list.table
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let mut rows = statement.query(values)?;
        while let Some(row) = rows.next()? {
            if let Some(record) = records.get_mut(&row.get::<_, Id<T>>(0)?) {
                (list.read)(record, &mut Cells::from(row, 1))?;
            }
        }
    }
    Ok(records.into_values().collect())
}

/// Reads the records that `rest` chooses, in its order, until `take` has had enough. For kinds without lists.
pub(super) fn each<T: Table>(
    conn: &Connection,
    rest: &str,
    values: &[&dyn ToSql],
    take: &mut dyn FnMut(T) -> bool,
) -> rusqlite::Result<()> {
    let sql = format!("SELECT {} FROM \"{}\" {rest}", quoted(T::COLUMNS), T::NAME);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        if !take(T::read(&mut Cells::from(row, 0))?) {
            break;
        }
    }
    Ok(())
}
