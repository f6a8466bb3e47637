//! The journal: [`Store::apply`], [`Store::undo`] and [`Store::redo`].
//!
//! The before-image of every record an edit touches is read in the edit's own transaction. Those images, reversed, are
//! its inverse. Undoing puts them back and keeps in their place what was there, which is the redo: so both survive a
//! restart, and both are one mechanism.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

use super::doubt::Doubt;
use super::{Applied, Content, Store, StoreError, Undoable, document, draft, record};
use crate::domain::{Change, DraftKey, Edit, Kind, PupilId, Record, RecordId};

/// How many of the newest edits can be undone; older ones stay as history.
pub(super) const UNDOABLE: i64 = 100;

/// The edit to take back next.
const NEXT_UNDONE: &str = "SELECT id, label, at FROM edit \
     WHERE state = 'done' AND id > (SELECT max(id) FROM edit) - ? ORDER BY id DESC LIMIT 1";

impl Store {
    /// Writes the edit to the file in one transaction, and throws away the draft it was typed in. When this returns, it is
    /// saved.
    ///
    /// # Errors
    /// When the file cannot be written, or the edit would leave it inconsistent. Then nothing of it is in the file.
    pub fn apply(
        &mut self,
        edit: &Edit,
        typed_in: Option<&DraftKey>,
        at: DateTime<Utc>,
    ) -> Result<Applied, StoreError> {
        self.apply_with(edit, None, typed_in, at)
    }

    /// Writes the edit that attaches a document, with what the document holds, as [`Store::apply`] writes one.
    ///
    /// # Errors
    /// As [`Store::apply`].
    pub fn attach(
        &mut self,
        edit: &Edit,
        content: Content<'_>,
        typed_in: Option<&DraftKey>,
        at: DateTime<Utc>,
    ) -> Result<Applied, StoreError> {
        self.apply_with(edit, Some(content), typed_in, at)
    }

    fn apply_with(
        &mut self,
        edit: &Edit,
        content: Option<Content<'_>>,
        typed_in: Option<&DraftKey>,
        at: DateTime<Utc>,
    ) -> Result<Applied, StoreError> {
        self.settle()?;
        let transaction = self.conn.transaction()?;
        let mut forgotten = document::changed_by_undone(&transaction)?;
        // What was undone can no longer be redone: the new edit goes another way.
        transaction
            .prepare_cached("UPDATE edit SET state = 'dropped' WHERE state = 'undone'")?
            .execute([])?;
        let mut insert = transaction
            .prepare_cached("INSERT INTO edit (at, label, state) VALUES (?, ?, 'done')")?;
        let id = insert.insert(params![at, edit.label])?;
        drop(insert);
        let pupils = carry_out(&transaction, id, &edit.changes)?;
        if let Some(content) = content {
            content.write(&transaction)?;
        }
        // With this edit another grows too old to be taken back.
        let too_old = id - UNDOABLE;
        forgotten.extend(document::changed(&transaction, too_old)?);
        document::forget(&transaction, &forgotten, too_old)?;
        if let Some(key) = typed_in {
            draft::remove(&transaction, key)?;
        }
        if let Err(error) = transaction.commit() {
            return Err(self.not_saved(Doubt::Applied { edit: id }, error));
        }
        Ok(Applied {
            label: edit.label.clone(),
            changes: edit.changes.clone(),
            pupils,
        })
    }

    /// Takes the newest edit back; none when there is none to take back.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing is changed.
    pub fn undo(&mut self) -> Result<Option<Applied>, StoreError> {
        self.turn_back(NEXT_UNDONE, "done", "undone")
    }

    /// What [`Store::undo`] would take back; none when there is none to take back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undoable(&self) -> Result<Option<Undoable>, StoreError> {
        let mut statement = self.conn.prepare_cached(NEXT_UNDONE)?;
        let found = statement.query_row([UNDOABLE], |row| {
            Ok(Undoable {
                generation: row.get::<_, i64>(0)?.cast_unsigned(),
                label: row.get(1)?,
                at: row.get(2)?,
            })
        });
        Ok(found.optional()?)
    }

    /// Does again what was undone last; none when there is nothing to do again.
    ///
    /// # Errors
    /// When the file cannot be written; then nothing is changed.
    pub fn redo(&mut self) -> Result<Option<Applied>, StoreError> {
        let sql = "SELECT id, label FROM edit WHERE state = 'undone' AND id > (SELECT max(id) FROM edit) - ? ORDER BY id LIMIT 1";
        self.turn_back(sql, "undone", "done")
    }

    /// Puts the images of the chosen edit back, keeps what they replaced, and marks the edit with its new state.
    fn turn_back(
        &mut self,
        choose: &str,
        was: &'static str,
        state: &str,
    ) -> Result<Option<Applied>, StoreError> {
        self.settle()?;
        let transaction = self.conn.transaction()?;
        let chosen = transaction
            .prepare_cached(choose)?
            .query_row([UNDOABLE], |row| {
                Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
            })
            .optional()?;
        let Some((id, label)) = chosen else {
            return Ok(None);
        };
        let (changes, pupils) = put_back(&transaction, id)?;
        transaction
            .prepare_cached("UPDATE edit SET state = ? WHERE id = ?")?
            .execute(params![state, id])?;
        if let Err(error) = transaction.commit() {
            return Err(self.not_saved(Doubt::Turned { edit: id, was }, error));
        }
        Ok(Some(Applied {
            label,
            changes,
            pupils,
        }))
    }
}

/// Puts the images of an edit back and keeps in their place what was there; gives what that changed.
pub(super) fn put_back(
    transaction: &Transaction<'_>,
    edit: i64,
) -> Result<(Vec<Change>, BTreeSet<PupilId>), StoreError> {
    let mut changes = images(transaction, edit)?;
    changes.reverse();
    transaction
        .prepare_cached("DELETE FROM edit_change WHERE edit = ?")?
        .execute([edit])?;
    let pupils = carry_out(transaction, edit, &changes)?;
    Ok((changes, pupils))
}

/// Makes the changes and writes the image of each record as it was; gives the pupils they are about.
fn carry_out(
    transaction: &Transaction<'_>,
    edit: i64,
    changes: &[Change],
) -> Result<BTreeSet<PupilId>, StoreError> {
    let mut pupils = BTreeSet::new();
    for (change, n) in changes.iter().zip(1..) {
        let id = change.id();
        let before = record::read(transaction, id)?;
        if let Some(before) = &before {
            pupils.extend(pupils_in(transaction, before)?);
        }
        let mut about = before.as_ref().and_then(Record::pupil);
        match change {
            Change::Put(record) => {
                about = about.or(record.pupil());
                pupils.extend(pupils_in(transaction, record)?);
                record::write(transaction, record, before.is_none())?;
            }
            Change::Remove(id) => record::remove(transaction, *id)?,
        }
        write_image(transaction, (edit, n), id, about, before.as_ref())?;
    }
    Ok(pupils)
}

/// The pupils that a record is about. A session is about those marked in it and about all who have a place in its
/// intervention: what was promised to them is now given or not.
fn pupils_in(conn: &Connection, record: &Record) -> rusqlite::Result<BTreeSet<PupilId>> {
    let Record::Session(session) = record else {
        return Ok(record.pupil().into_iter().collect());
    };
    let mut pupils: BTreeSet<PupilId> = session.marks.iter().map(|mark| mark.pupil).collect();
    let mut statement = conn.prepare_cached("SELECT pupil FROM place WHERE intervention = ?")?;
    let mut rows = statement.query(params![session.intervention])?;
    while let Some(row) = rows.next()? {
        pupils.insert(row.get(0)?);
    }
    Ok(pupils)
}

fn write_image(
    conn: &Connection,
    (edit, n): (i64, i64),
    id: RecordId,
    about: Option<PupilId>,
    before: Option<&Record>,
) -> Result<(), StoreError> {
    let kind: &str = id.kind().into();
    let before = before
        .map(serde_json::to_string)
        .transpose()
        .map_err(|_| StoreError::Unreadable)?;
    conn.prepare_cached(
        "INSERT INTO edit_change (edit, n, kind, record, before, pupil) VALUES (?, ?, ?, ?, ?, ?)",
    )?
    .execute(params![edit, n, kind, id.number(), before, about])?;
    Ok(())
}

/// The images an edit keeps, as the changes that put them back, in the edit's own order.
fn images(conn: &Connection, edit: i64) -> Result<Vec<Change>, StoreError> {
    let mut statement = conn
        .prepare_cached("SELECT kind, record, before FROM edit_change WHERE edit = ? ORDER BY n")?;
    let mut rows = statement.query([edit])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(match row.get::<_, Option<String>>(2)? {
            Some(image) => {
                Change::Put(serde_json::from_str(&image).map_err(|_| StoreError::Unreadable)?)
            }
            None => {
                let kind: Kind = row
                    .get::<_, String>(0)?
                    .parse()
                    .map_err(|_| StoreError::Unreadable)?;
                Change::Remove(RecordId::new(kind, row.get(1)?))
            }
        });
    }
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Id, Note, NoteKind, Pupil, School, Voice};

    fn school() -> School {
        School {
            id: Id::new(1),
            name: "Oakfield".into(),
            authority: String::new(),
            leaving_years: vec![],
            terms: vec![],
            closures: vec![],
        }
    }

    fn aisha() -> Pupil {
        Pupil {
            forename: "Aisha".into(),
            ..Pupil::new(Id::new(2), Id::new(1))
        }
    }

    fn note(words: &str) -> Note {
        Note {
            id: Id::new(3),
            pupil: Id::new(2),
            kind: NoteKind::Conversation,
            happened_on: "2026-11-03".parse().unwrap(),
            entered_at: DateTime::UNIX_EPOCH,
            voice: Voice::Pupil,
            said_by: "Aisha".into(),
            said_to: "Mrs Bell".into(),
            words: words.into(),
            staff_only: false,
        }
    }

    fn saved(edits: &[Edit]) -> Store {
        let mut store = Store::in_memory().unwrap();
        for edit in edits {
            store.apply(edit, None, DateTime::UNIX_EPOCH).unwrap();
        }
        store
    }

    #[test]
    fn an_edit_is_undone_and_redone_whole() {
        // The pupil stands before the school she belongs to: foreign keys wait for the commit.
        let mut store = saved(&[Edit::new("Aisha added").put(aisha()).put(school())]);
        let full = store.load().unwrap();
        let undone = store.undo().unwrap().unwrap();
        assert_eq!(undone.label, "Aisha added");
        assert_eq!(undone.pupils, BTreeSet::from([Id::new(2)]));
        assert!(store.load().unwrap().pupils.is_empty());
        assert!(store.undo().unwrap().is_none());
        store.redo().unwrap().unwrap();
        assert_eq!(store.load().unwrap(), full);
        assert!(store.redo().unwrap().is_none());
    }

    #[test]
    fn a_new_edit_ends_the_redo() {
        let mut store = saved(&[Edit::new("Oakfield").put(school())]);
        store.undo().unwrap();
        store
            .apply(
                &Edit::new("Oakfield").put(school()),
                None,
                DateTime::UNIX_EPOCH,
            )
            .unwrap();
        assert!(store.redo().unwrap().is_none());
    }

    #[test]
    fn an_edit_that_breaks_a_rule_changes_nothing() {
        let mut store = saved(&[Edit::new("Oakfield").put(school())]);
        let orphan = Edit::new("orphan").put(note("x"));
        let refused = store.apply(&orphan, None, DateTime::UNIX_EPOCH);
        assert!(matches!(refused, Err(StoreError::Constraint(_))));
        assert_eq!(store.undo().unwrap().unwrap().label, "Oakfield");
    }

    #[test]
    fn a_note_changed_and_undone_is_found_by_its_own_words_again() {
        let mut store = saved(&[
            Edit::new("start")
                .put(school())
                .put(aisha())
                .put(note("quiet table")),
            Edit::new("change").put(note("noisy hall")),
        ]);
        let hits = |store: &Store, word: &str| -> i64 {
            let sql = "SELECT count(*) FROM note_words WHERE note_words MATCH ?";
            store.conn.query_row(sql, [word], |row| row.get(0)).unwrap()
        };
        assert_eq!((hits(&store, "quiet"), hits(&store, "noisy")), (0, 1));
        store.undo().unwrap();
        assert_eq!((hits(&store, "quiet"), hits(&store, "noisy")), (1, 0));
    }
}
