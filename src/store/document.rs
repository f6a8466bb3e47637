//! SQL of documents, and of what they hold.
//!
//! The content of a document stands in a table of its own, so that reading the register reads none of it, and the journal
//! keeps none. It stays when its document is taken away, for as long as that can be taken back; with the edit that then
//! grows too old, it goes.

use rusqlite::{Connection, OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use super::{Store, StoreError};
use crate::domain::{Document, DocumentId};

impl Table for Document {
    const NAME: &'static str = "document";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "name",
        "kind",
        "format",
        "on",
        "sender",
        "person",
        "note",
        "attached_on",
        "length",
        "sum",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.name,
            Coded(self.kind),
            Coded(self.format),
            self.on,
            self.sender,
            self.person,
            self.note,
            self.attached_on,
            self.length,
            self.sum
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            name: cells.next()?,
            kind: cells.word()?,
            format: cells.word()?,
            on: cells.next()?,
            sender: cells.next()?,
            person: cells.next()?,
            note: cells.next()?,
            attached_on: cells.next()?,
            length: cells.next()?,
            sum: cells.next()?,
        })
    }
}

/// What a document holds, to be written with the edit that attaches it.
#[derive(Clone, Copy, Debug)]
pub struct Content<'a> {
    /// The document.
    pub document: DocumentId,
    /// All its bytes.
    pub bytes: &'a [u8],
}

impl Content<'_> {
    /// SHA-256 of the bytes, in hexadecimal.
    pub fn sum(bytes: &[u8]) -> String {
        let digest = Sha256::digest(bytes);
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Writes it, within the edit's transaction.
    pub(super) fn write(self, conn: &Connection) -> rusqlite::Result<()> {
        conn.prepare_cached("INSERT INTO document_content (document, bytes) VALUES (?, ?)")?
            .execute(params![self.document, self.bytes])?;
        Ok(())
    }
}

impl Store {
    /// What a document holds; none when the file doesn't hold it, or not as it was attached.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn content(&self, document: &Document) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT bytes FROM document_content WHERE document = ?";
        let mut statement = self.conn.prepare_cached(sql)?;
        let bytes = statement.query_row(params![document.id], |row| row.get::<_, Vec<u8>>(0));
        let bytes = bytes.optional()?;
        Ok(bytes.filter(|bytes| Content::sum(bytes) == document.sum))
    }

    /// How many bytes the file has.
    ///
    /// # Errors
    /// When the file can't be read.
    pub fn size(&self) -> Result<u64, StoreError> {
        let pages: i64 = self.conn.pragma_query_one(None, "page_count")?;
        let page: i64 = self.conn.pragma_query_one(None, "page_size")?;
        Ok((pages * page).cast_unsigned())
    }
}

/// The documents that an edit changes.
pub(super) fn changed(conn: &Connection, edit: i64) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT record FROM edit_change WHERE edit = ? AND kind = 'document'";
    conn.prepare_cached(sql)?
        .query_map([edit], |row| row.get(0))?
        .collect()
}

/// The documents that edits change which were taken back.
pub(super) fn changed_by_undone(conn: &Connection) -> rusqlite::Result<Vec<i64>> {
    let sql = "SELECT record FROM edit JOIN edit_change ON edit_change.edit = edit.id \
         WHERE state = 'undone' AND kind = 'document'";
    conn.prepare_cached(sql)?
        .query_map([], |row| row.get(0))?
        .collect()
}

/// Takes out what documents held that are gone, where no edit after `before` can bring them back.
pub(super) fn forget(conn: &Connection, documents: &[i64], before: i64) -> rusqlite::Result<()> {
    let sql = "DELETE FROM document_content WHERE document = ?1 \
         AND NOT EXISTS (SELECT 1 FROM document WHERE id = ?1) \
         AND NOT EXISTS (SELECT 1 FROM edit_change JOIN edit ON edit.id = edit_change.edit \
             WHERE kind = 'document' AND record = ?1 AND edit > ?2 AND state <> 'dropped')";
    for document in documents {
        conn.prepare_cached(sql)?
            .execute(params![document, before])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::{DateTime, NaiveDate};

    use super::*;
    use crate::domain::{DocumentFormat, DocumentKind, Edit, Id, Pupil, School};
    use crate::store::journal::UNDOABLE;

    fn school(name: &str) -> Edit {
        Edit::new("School").put(School {
            id: Id::new(1),
            name: name.to_owned(),
            authority: String::new(),
            leaving_years: vec![],
            terms: vec![],
            closures: vec![],
        })
    }

    fn report() -> Document {
        Document {
            id: Id::new(3),
            pupil: Id::new(2),
            name: "EP report".to_owned(),
            kind: DocumentKind::EpReport,
            format: DocumentFormat::Pdf,
            on: None,
            sender: String::new(),
            person: None,
            note: String::new(),
            attached_on: NaiveDate::default(),
            length: 5,
            sum: Content::sum(b"%PDF-"),
        }
    }

    fn apply(store: &mut Store, edit: &Edit) {
        store.apply(edit, None, DateTime::UNIX_EPOCH).unwrap();
    }

    fn attach(store: &mut Store) {
        let content = Content {
            document: report().id,
            bytes: b"%PDF-",
        };
        let edit = Edit::new("Attached").put(report());
        store
            .attach(&edit, content, None, DateTime::UNIX_EPOCH)
            .unwrap();
    }

    fn attached() -> Store {
        let mut store = Store::in_memory().unwrap();
        let pupil = Pupil {
            forename: "Aisha".into(),
            ..Pupil::new(Id::new(2), Id::new(1))
        };
        apply(&mut store, &school("Oakfield").put(pupil));
        attach(&mut store);
        store
    }

    fn contents(store: &Store) -> i64 {
        let sql = "SELECT count(*) FROM document_content";
        store.conn.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    #[test]
    fn what_it_holds_is_there_for_as_long_as_its_removal_can_be_taken_back() {
        let mut store = attached();
        assert_eq!(store.content(&report()).unwrap().unwrap(), b"%PDF-");
        apply(&mut store, &Edit::new("Removed").remove(report().id));
        for n in 1..UNDOABLE {
            apply(&mut store, &school(&format!("Oakfield {n}")));
            assert_eq!(contents(&store), 1, "after {n} edits");
        }
        for _ in 0..UNDOABLE {
            store.undo().unwrap().unwrap();
        }
        assert_eq!(store.content(&report()).unwrap().unwrap(), b"%PDF-");
        assert_eq!(store.check().unwrap(), []);
        for _ in 0..UNDOABLE {
            store.redo().unwrap().unwrap();
        }
        apply(&mut store, &school("Elmfield"));
        assert_eq!(contents(&store), 0);
        assert_eq!(store.check().unwrap(), []);
    }

    #[test]
    fn what_was_attached_and_taken_back_goes_with_the_next_edit() {
        let mut store = attached();
        store.undo().unwrap();
        assert_eq!(contents(&store), 1);
        store.redo().unwrap();
        store.undo().unwrap();
        apply(&mut store, &school("Elmfield"));
        assert_eq!(contents(&store), 0);
        // It can be attached anew, under another edit.
        attach(&mut store);
        assert_eq!(contents(&store), 1);
    }

    #[test]
    fn the_journal_keeps_none_of_it_and_the_register_reads_none() {
        let mut store = attached();
        apply(&mut store, &Edit::new("Removed").remove(report().id));
        let sql = "SELECT count(*) FROM edit_change WHERE before LIKE '%PDF-%'";
        let found: i64 = store.conn.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(found, 0);
    }

    #[test]
    fn a_content_that_is_missing_or_another_is_found() {
        for (spoils, what) in [
            ("DELETE FROM document_content", "what it holds is missing"),
            (
                "UPDATE document_content SET bytes = x'2550444620'",
                "it holds something else than was attached",
            ),
            (
                "UPDATE document SET length = 6",
                "it holds something else than was attached",
            ),
        ] {
            let store = attached();
            store.conn.execute_batch(spoils).unwrap();
            let problems = store.check().unwrap();
            assert_eq!((problems.len(), problems[0].id), (1, "document"));
            assert_eq!(problems[0].what, what);
            let is_given = store.content(&report()).unwrap().is_some();
            assert_eq!(is_given, spoils.contains("length"));
        }
    }
}
