//! [`Doubt`]: what was told to be not saved, and may be in the file all the same.
//!
//! A commit writes the file, waits for the disk, empties the rollback journal and waits again. If only the last wait fails,
//! the change is in the file though its commit failed. Nobody can say then that it is safe, so it is told to be not saved;
//! and it must be gone before anything else is written, or trying again would do it twice.

use rusqlite::{OptionalExtension, Transaction, params};

use super::journal::{UNDOABLE, put_back};
use super::{Store, StoreError, document};

/// A change whose commit failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// An edit.
    Applied { edit: i64 },
    /// An edit undone or done again, which was in this state before.
    Turned { edit: i64, was: &'static str },
}

impl Store {
    /// Why a change is not saved, once all that can be done about it is done.
    pub(super) fn not_saved(&mut self, doubt: Doubt, error: rusqlite::Error) -> StoreError {
        self.doubt = Some(doubt);
        // Tried at once, for a program that is about to end; else it is tried again before the next change.
        drop(self.settle());
        error.into()
    }

    /// Takes out of the file what was told to be not saved. Every change begins with this.
    pub(super) fn settle(&mut self) -> Result<(), StoreError> {
        let Some(doubt) = self.doubt else {
            return Ok(());
        };
        let transaction = self.conn.transaction()?;
        match doubt {
            Doubt::Applied { edit } => {
                if state(&transaction, edit)?.is_some() {
                    put_back(&transaction, edit)?;
                    let documents = document::changed(&transaction, edit)?;
                    transaction.execute("DELETE FROM edit_change WHERE edit = ?", [edit])?;
                    transaction.execute("DELETE FROM edit WHERE id = ?", [edit])?;
                    document::forget(&transaction, &documents, edit - UNDOABLE)?;
                }
            }
            Doubt::Turned { edit, was } => {
                if state(&transaction, edit)?.is_some_and(|state| state != was) {
                    put_back(&transaction, edit)?;
                    let sql = "UPDATE edit SET state = ? WHERE id = ?";
                    transaction.execute(sql, params![was, edit])?;
                }
            }
        }
        transaction.commit()?;
        self.doubt = None;
        Ok(())
    }
}

fn state(transaction: &Transaction<'_>, edit: i64) -> rusqlite::Result<Option<String>> {
    transaction
        .query_row("SELECT state FROM edit WHERE id = ?", [edit], |row| {
            row.get(0)
        })
        .optional()
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;
    use crate::domain::{Edit, Id, Pupil, School};

    fn school(name: &str) -> Edit {
        Edit::new("School").put(School {
            id: Id::new(1),
            name: name.into(),
            authority: String::new(),
            leaving_years: vec![],
            terms: vec![],
            closures: vec![],
        })
    }

    fn saved(edits: &[Edit]) -> Store {
        let mut store = Store::in_memory().unwrap();
        for edit in edits {
            store.apply(edit, None, DateTime::UNIX_EPOCH).unwrap();
        }
        store
    }

    #[test]
    fn an_edit_in_doubt_is_taken_out_before_the_next() {
        let pupil = Edit::new("Aisha").put(Pupil {
            forename: "Aisha".into(),
            ..Pupil::new(Id::new(2), Id::new(1))
        });
        let mut store = saved(&[school("Oakfield"), school("Oakfield Primary"), pupil]);
        store.doubt = Some(Doubt::Applied { edit: 3 });
        store
            .apply(&school("Oakfield School"), None, DateTime::UNIX_EPOCH)
            .unwrap();
        let caseload = store.load().unwrap();
        assert!(caseload.pupils.is_empty());
        assert_eq!(caseload.school().unwrap().name, "Oakfield School");
        assert_eq!((store.generation().unwrap(), store.doubt), (3, None));
        store.undo().unwrap();
        assert_eq!(
            store.load().unwrap().school().unwrap().name,
            "Oakfield Primary"
        );
    }

    #[test]
    fn an_undo_in_doubt_is_done_again_before_the_next() {
        let mut store = saved(&[school("Oakfield"), school("Oakfield Primary")]);
        store.undo().unwrap();
        store.doubt = Some(Doubt::Turned {
            edit: 2,
            was: "done",
        });
        assert_eq!(store.undo().unwrap().unwrap().label, "School");
        assert_eq!(store.load().unwrap().school().unwrap().name, "Oakfield");
        store.undo().unwrap();
        assert!(store.load().unwrap().school().is_none());
    }

    #[test]
    fn what_never_came_into_the_file_leaves_nothing_to_do() {
        let mut store = saved(&[school("Oakfield")]);
        for doubt in [
            Doubt::Applied { edit: 2 },
            Doubt::Turned {
                edit: 1,
                was: "done",
            },
        ] {
            store.doubt = Some(doubt);
            store.settle().unwrap();
            assert_eq!(store.generation().unwrap(), 1);
            assert_eq!(store.load().unwrap().school().unwrap().name, "Oakfield");
        }
    }
}
