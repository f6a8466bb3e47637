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

/// "CSLD".
const APPLICATION_ID: i32 = 0x4353_4C44;
/// The format this program writes, and the newest it opens.
const COMPATIBILITY: i32 = 1;
/// `user_version` of a caseload with no migration yet.
const UNBORN: i32 = COMPATIBILITY * 1000;

/// Every step from an empty file to today's, in order: its name and its SQL.
const MIGRATIONS: &[(&str, &str)] = &[(
    "0001_caseload",
    include_str!("../../assets/schema/0001_caseload.sql"),
)];

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

/// Brings a caseload up to date, each step a transaction of its own: after a power cut it is at one step or the next.
///
/// # Errors
/// When the disk or the computer refuses; the file is then as it was before the step.
pub fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let user_version: i32 = connection.pragma_query_one(None, "user_version")?;
    for (number, (_, sql)) in (1..).zip(MIGRATIONS) {
        if number > user_version % 1000 {
            let step = connection.transaction()?;
            step.execute_batch(sql)?;
            step.pragma_update(None, "user_version", COMPATIBILITY * 1000 + number)?;
            step.commit()?;
        }
    }
    Ok(())
}
