//! [`Sql`]: the statements of a table.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use super::Table;

/// The statements of a table, made once from its columns: a long import asks for them at every record.
#[derive(Debug)]
pub(super) struct Sql {
    pub(super) insert: String,
    /// Adds the record or replaces the one with its id. An UPSERT: REPLACE would delete the rows that hang on it.
    pub(super) replace: String,
    pub(super) select: String,
    pub(super) lists: Vec<ListSql>,
}

/// The statements of a list inside a record.
#[derive(Debug)]
pub(super) struct ListSql {
    pub(super) insert: String,
    pub(super) delete: String,
    pub(super) select: String,
}

static MADE: LazyLock<RwLock<HashMap<&'static str, Arc<Sql>>>> = LazyLock::new(RwLock::default);

impl Sql {
    /// Of a table.
    pub(super) fn of<T: Table>() -> Arc<Self> {
        let made = MADE.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(sql) = made.get(T::NAME) {
            return Arc::clone(sql);
        }
        drop(made);
        let sql = Arc::new(Self::made_of::<T>());
        let mut made = MADE.write().unwrap_or_else(PoisonError::into_inner);
        made.insert(T::NAME, Arc::clone(&sql));
        sql
    }

    fn made_of<T: Table>() -> Self {
        let (table, columns) = (T::NAME, quoted(T::COLUMNS));
        let marks = vec!["?"; T::COLUMNS.len()].join(", ");
        let insert = format!("INSERT INTO \"{table}\" ({columns}) VALUES ({marks})");
        let updates: Vec<_> = T::COLUMNS[1..]
            .iter()
            .map(|column| format!("\"{column}\" = excluded.\"{column}\""))
            .collect();
        let replace = format!(
            "{insert} ON CONFLICT (id) DO UPDATE SET {}",
            updates.join(", ")
        );
        let lists = T::LISTS.iter().map(|list| {
            let (rows, columns) = (list.table, quoted(list.columns));
            let marks = vec!["?"; list.columns.len() + 2].join(", ");
            ListSql {
                insert: format!(
                    "INSERT INTO \"{rows}\" (\"{table}\", n, {columns}) VALUES ({marks})"
                ),
                delete: format!("DELETE FROM \"{rows}\" WHERE \"{table}\" = ?"),
                select: format!(
                    "SELECT {columns} FROM \"{rows}\" WHERE \"{table}\" = ? ORDER BY n"
                ),
            }
        });
        Self {
            select: format!("SELECT {columns} FROM \"{table}\" WHERE id = ?"),
            lists: lists.collect(),
            insert,
            replace,
        }
    }
}

pub(super) fn quoted(columns: &[&str]) -> String {
    columns
        .iter()
        .map(|column| format!("\"{column}\""))
        .collect::<Vec<_>>()
        .join(", ")
}
