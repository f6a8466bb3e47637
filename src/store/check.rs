//! Checking the whole file: every page's seal, every table and index and its sum, every tie between records.

mod document;
mod invariants;
mod reading;

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{Problem, Store, StoreError, open, schema, sums};

impl Store {
    /// Checks the whole file and gives all that is wrong with it; nothing, when it is good. Only reads.
    ///
    /// # Errors
    /// When the file can't be read at all.
    pub fn check(&self) -> Result<Vec<Problem>, StoreError> {
        let mut problems = damage(&self.conn)?;
        problems.extend(found_by(
            &self.conn,
            &[
                declared,
                invariants::broken,
                document::broken,
                reading::unreadable,
            ],
        )?);
        Ok(problems)
    }
}

/// One kind of check.
type Check = fn(&Connection) -> rusqlite::Result<Vec<Problem>>;

/// What in an open file is not as it was saved: it does not open after a bad end, and is no backup. What was saved and is
/// wrong in itself is no damage.
pub(super) fn damage(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    // What an older schema has not is not looked for.
    if schema::is_behind(conn)? {
        return found_by(conn, &[pages, tables, row_sums, ties]);
    }
    found_by(conn, &[pages, tables, row_sums, ties, search_index])
}

/// All that these checks find.
fn found_by(conn: &Connection, checks: &[Check]) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    for check in checks {
        match check(conn) {
            Ok(found) => problems.extend(found),
            // So damaged that SQLite won't go on: that is what was asked for, and the other checks may tell more.
            Err(error) if is_damage(&error) => problems.push(Problem {
                id: "table",
                place: "the file".to_owned(),
                what: "a table can't be read to its end".to_owned(),
                repair: RESTORE.to_owned(),
            }),
            Err(error) => return Err(error),
        }
    }
    Ok(problems)
}

/// What mends damage that nothing in the file itself can mend.
const RESTORE: &str = "restore the newest backup; keep the damaged file";

fn is_damage(error: &rusqlite::Error) -> bool {
    match error.sqlite_error_code() {
        Some(code) => matches!(
            code,
            rusqlite::ErrorCode::DatabaseCorrupt | rusqlite::ErrorCode::NotADatabase
        ),
        // What was read is not what a column can hold.
        None => true,
    }
}

/// The seal of every page.
fn pages(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    conn.pragma_query(None, "cipher_integrity_check", |row| {
        problems.push(Problem {
            id: "page",
            place: row.get::<_, String>(0)?,
            what: "a page of the file was changed by something other than Caseload".to_owned(),
            repair: RESTORE.to_owned(),
        });
        Ok(())
    })?;
    Ok(problems)
}

/// Tables and indexes as SQLite sees them. Its own words are not told: they quote names, and whose those are can't be known.
fn tables(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut faults = 0;
    conn.pragma_query(None, "integrity_check", |row| {
        let is_good = row.get_ref(0)?.as_str().is_ok_and(|said| said == "ok");
        faults += usize::from(!is_good);
        Ok(())
    })?;
    let told = (faults > 0).then(|| Problem {
        id: "table",
        place: "the file".to_owned(),
        what: format!("its tables do not hold together ({faults} faults)"),
        repair: RESTORE.to_owned(),
    });
    Ok(told.into_iter().collect())
}

/// Where a problem is, in words: "note 1042".
fn place(table: &str, record: Option<i64>) -> String {
    let table = called(table);
    record.map_or_else(|| table.clone(), |record| format!("{table} {record}"))
}

/// What a table, an index or a trigger is called, if it is ours: another's name may be anything, a child's too.
fn called(name: &str) -> String {
    let name = schema::has_word(name).then(|| name.replace('_', " "));
    name.unwrap_or_else(|| "something that is not Caseload's".to_owned())
}

/// Tables, indexes and triggers as they were declared, against those of a new file.
fn declared(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    if !schema::is_of_today(conn)? {
        return Ok(Vec::new());
    }
    let Ok(new) = open::open_in_memory() else {
        return Ok(Vec::new());
    };
    let (found, expected) = (declarations(conn)?, declarations(&new)?);
    let of_one_alone = found
        .iter()
        .filter(|one| !expected.contains(*one))
        .chain(expected.iter().filter(|one| !found.contains(*one)));
    let mut names: Vec<_> = of_one_alone.map(|(name, _)| name.clone()).collect();
    names.sort();
    names.dedup();
    let told = names.into_iter().map(|name| Problem {
        id: "schema",
        place: place(&name, None),
        what: "it is not set up as it should be".to_owned(),
        repair: RESTORE.to_owned(),
    });
    Ok(told.collect())
}

fn declarations(conn: &Connection) -> rusqlite::Result<BTreeSet<(String, String)>> {
    let mut statement = conn.prepare(
        // The tables that the search index makes for itself are its own affair.
        "SELECT name, coalesce(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'note\\_words\\_%' ESCAPE '\\'",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    rows.collect()
}

/// The rows of each table against the sum that is kept of them.
fn row_sums(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let tables = sums::broken(conn)?;
    let told = tables.into_iter().map(|table| Problem {
        id: "sum",
        place: format!("the table of {}", called(&table)),
        what: "some of it is older than the rest, or was changed by something other than Caseload"
            .to_owned(),
        repair: RESTORE.to_owned(),
    });
    Ok(told.collect())
}

/// Records that belong to one that is not there.
fn ties(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    conn.pragma_query(None, "foreign_key_check", |row| {
        let (table, record, parent): (String, Option<i64>, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        problems.push(Problem {
            id: "tie",
            place: place(&table, record),
            what: format!("the {} it belongs to is missing", called(&parent)),
            repair: RESTORE.to_owned(),
        });
        Ok(())
    })?;
    Ok(problems)
}

/// The search index against the notes.
fn search_index(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let checked = conn.execute(
        "INSERT INTO note_words(note_words, rank) VALUES ('integrity-check', 1)",
        [],
    );
    match checked {
        Ok(_) => Ok(Vec::new()),
        Err(rusqlite::Error::SqliteFailure(failure, _))
            if failure.code == rusqlite::ErrorCode::DatabaseCorrupt =>
        {
            Ok(vec![Problem {
                id: "search",
                place: "the search index".to_owned(),
                what: "it does not hold what the notes hold; no note is lost".to_owned(),
                repair: "restore the newest backup, or search by scrolling".to_owned(),
            }])
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_file_is_good() {
        assert_eq!(Store::in_memory().unwrap().check().unwrap(), []);
    }

    #[test]
    fn what_is_not_ours_is_not_named() {
        let store = Store::in_memory().unwrap();
        store
            .conn
            .execute_batch("CREATE TABLE aisha_khan (x); DROP INDEX note_pupil")
            .unwrap();
        let problems = store.check().unwrap();
        let places: Vec<_> = problems
            .iter()
            .map(|problem| problem.place.as_str())
            .collect();
        assert_eq!(
            places,
            [
                "the table of something that is not Caseload's",
                "something that is not Caseload's",
                "note pupil"
            ]
        );
    }

    #[test]
    fn a_record_without_the_one_it_belongs_to_is_found() {
        let store = Store::in_memory().unwrap();
        store.conn.execute_batch("PRAGMA foreign_keys = OFF; INSERT INTO school_term VALUES (7, 1, 'x', '2026-09-01', '2026-10-23');").unwrap();
        let problems = store.check().unwrap();
        assert_eq!((problems.len(), problems[0].id), (1, "tie"));
    }

    #[test]
    fn a_search_index_that_says_otherwise_is_found() {
        let store = Store::in_memory().unwrap();
        store
            .conn
            .execute(
                "INSERT INTO note_words(rowid, words, said_by) VALUES (1, 'x', 'y')",
                [],
            )
            .unwrap();
        assert_eq!(store.check().unwrap()[0].id, "search");
    }
}
