//! The marks by which a file is known as ours, and the steps that bring it up to date.
//!
//! `application_id` says that the file is a caseload. `user_version` holds two numbers, 1000 × compatibility + schema, so
//! that both lie in the file's header and one read tells them:
//!
//! - *compatibility* is raised only when an older program would do harm. A program refuses a file whose number is higher
//!   than its own, and has then not written a byte.
//! - *schema* counts the migrations the file has had. A program with fewer of them opens the file all the same.
//!
//! Raising compatibility always comes with a migration.

use std::path::Path;

use rusqlite::Connection;

use super::open_error::OpenError;
use super::sums;

/// "CSLD".
const APPLICATION_ID: i32 = 0x4353_4C44;
/// The format this program writes, and the newest it opens.
const COMPATIBILITY: i32 = 1;
/// `user_version` of a caseload with no migration yet.
const UNBORN: i32 = COMPATIBILITY * 1000;

/// The SQL of every step from an empty file to today's, in order.
const MIGRATIONS: [&str; 4] = [
    include_str!("../../assets/schema/0001_caseload.sql"),
    include_str!("../../assets/schema/0002_sums.sql"),
    include_str!("../../assets/schema/0003_code_sheet.sql"),
    include_str!("../../assets/schema/0004_record_in_full.sql"),
];

/// Marks a new, empty file as a caseload.
pub(super) fn mark(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", UNBORN)
}

/// Refuses a file that isn't a caseload, or is too new a one. Only reads.
pub(super) fn check_marks(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    let application_id: i32 = connection
        .pragma_query_one(None, "application_id")
        .map_err(told)?;
    let user_version: i32 = connection
        .pragma_query_one(None, "user_version")
        .map_err(told)?;
    let compatibility = user_version / 1000;
    if application_id != APPLICATION_ID || compatibility < 1 {
        Err(OpenError::NotOurs {
            path: path.to_owned(),
        })
    } else if compatibility > COMPATIBILITY {
        Err(OpenError::Newer {
            path: path.to_owned(),
            found: compatibility,
            known: COMPATIBILITY,
        })
    } else {
        Ok(())
    }
}

/// Whether a word stands in the steps: every name of ours does.
pub(super) fn has_word(word: &str) -> bool {
    let is_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    MIGRATIONS.iter().any(|sql| {
        sql.split(|letter| !is_of_word(letter))
            .any(|here| here == word)
    })
}

/// Whether there are steps that the file has not had.
pub(super) fn is_behind(connection: &Connection) -> rusqlite::Result<bool> {
    let user_version: i32 = connection.pragma_query_one(None, "user_version")?;
    Ok(usize::try_from(user_version % 1000).is_ok_and(|taken| taken < MIGRATIONS.len()))
}

/// Whether a caseload has had just the steps we know.
pub(super) fn is_of_today(connection: &Connection) -> rusqlite::Result<bool> {
    let user_version: i32 = connection.pragma_query_one(None, "user_version")?;
    Ok(usize::try_from(user_version % 1000).is_ok_and(|taken| taken == MIGRATIONS.len()))
}

/// Brings a caseload up to date, each step a transaction of its own: after a power cut it is at one step or the next.
///
/// # Errors
/// When the disk or the computer refuses; the file is then as it was before the step.
pub fn migrate(connection: &mut Connection, path: &Path) -> Result<(), OpenError> {
    take_steps(connection, &MIGRATIONS).map_err(|error| OpenError::from_sqlite(path, &error))
}

/// Takes the steps the file has not had. One with more of them than we know is left as it is.
fn take_steps(connection: &mut Connection, steps: &[&str]) -> rusqlite::Result<()> {
    let user_version: i32 = connection.pragma_query_one(None, "user_version")?;
    for (number, sql) in (1..).zip(steps) {
        if number > user_version % 1000 {
            let step = connection.transaction()?;
            sums::stop(&step)?;
            step.execute_batch(sql)?;
            sums::keep(&step)?;
            step.pragma_update(None, "user_version", UNBORN + number)?;
            step.commit()?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(connection: &Connection) -> i32 {
        connection.pragma_query_one(None, "user_version").unwrap()
    }

    #[test]
    fn a_step_that_fails_leaves_the_file_at_the_one_before_and_can_be_taken_again() {
        let mut connection = Connection::open_in_memory().unwrap();
        mark(&connection).unwrap();
        let first = "CREATE TABLE first (a)";
        let broken = "CREATE TABLE second (a); INSERT INTO nowhere VALUES (1)";
        assert!(take_steps(&mut connection, &[first, broken]).is_err());
        assert_eq!(version(&connection), 1001);
        assert!(!connection.table_exists(None, "second").unwrap());

        take_steps(&mut connection, &[first, "CREATE TABLE second (a)"]).unwrap();
        assert_eq!(version(&connection), 1002);
        assert!(connection.table_exists(None, "second").unwrap());
    }

    #[test]
    fn a_file_with_more_steps_than_we_know_is_left_as_it_is() {
        let mut connection = Connection::open_in_memory().unwrap();
        mark(&connection).unwrap();
        connection
            .pragma_update(None, "user_version", 1009)
            .unwrap();
        check_marks(&connection, Path::new("a.senco")).unwrap();
        take_steps(&mut connection, &["CREATE TABLE first (a)"]).unwrap();
        assert_eq!(version(&connection), 1009);
        assert!(!connection.table_exists(None, "first").unwrap());
    }

    #[test]
    fn a_newer_format_and_another_programs_file_are_refused() {
        let connection = Connection::open_in_memory().unwrap();
        let path = Path::new("a.senco");
        assert_eq!(check_marks(&connection, path).unwrap_err().id(), "F06");
        mark(&connection).unwrap();
        connection
            .pragma_update(None, "user_version", 2001)
            .unwrap();
        let newer = check_marks(&connection, path).unwrap_err();
        assert_eq!(
            newer,
            OpenError::Newer {
                path: path.to_owned(),
                found: 2,
                known: 1
            }
        );
    }
}
