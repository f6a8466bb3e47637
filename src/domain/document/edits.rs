//! The edits that attach a document, put right what is known of it, or take it away.

use super::{Document, DocumentId};
use crate::domain::{Desk, Edit, Refusal};

/// The edit that attaches a document, or puts right what is known of one. Who it is from is matched with the people of the
/// caseload.
///
/// # Errors
/// When it has no name, bears a day to come, or the pupil is no longer in the caseload.
pub fn put(desk: &Desk<'_>, document: Document) -> Result<Edit, Refusal> {
    let pupil = desk.caseload.pupil(document.pupil)?.full_name();
    if document.name.is_empty() {
        return Err(Refusal::of(
            "name",
            "A name is needed, by which you will know it: EP report, spring.",
        ));
    }
    desk.has_come("on", document.on)?;
    let person = desk.caseload.person_named(&document.sender, document.pupil);
    let document = Document {
        sender: person.map_or_else(|| document.sender.clone(), |person| person.name.clone()),
        person: person.map(|person| person.id),
        ..document
    };
    let edit = Edit::new(format!("{pupil}: document {}", document.name));
    let is_so = desk.caseload.documents.get(document.id) == Some(&document);
    Ok(if is_so { edit } else { edit.put(document) })
}

/// The edit that takes a document away. Its content stays in the file for as long as this can be taken back.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: DocumentId) -> Result<Edit, Refusal> {
    let document = desk.caseload.documents.get(id).ok_or_else(|| {
        Refusal::new("This document is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let pupil = desk.caseload.pupil(document.pupil)?.full_name();
    Ok(Edit::new(format!("{pupil}: document {} removed", document.name)).remove(id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};
    use crate::domain::{DocumentFormat, DocumentKind, Id};

    #[test]
    fn a_document_has_a_name_and_no_day_to_come() {
        let desk = TestDesk::new();
        let document = Document {
            id: Id::new(90),
            pupil: AISHA,
            name: "EP report".to_owned(),
            kind: DocumentKind::EpReport,
            format: DocumentFormat::Pdf,
            on: Some(date("2026-11-03")),
            sender: String::new(),
            person: None,
            note: String::new(),
            attached_on: date("2026-11-23"),
            length: 1,
            sum: "00".to_owned(),
        };
        let edit = put(&desk.desk(), document.clone()).expect("an edit");
        assert_eq!(edit.label, "Aisha Khan: document EP report");
        let nameless = Document {
            name: String::new(),
            ..document.clone()
        };
        let refusal = put(&desk.desk(), nameless).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("name"));
        let early = Document {
            on: Some(date("2030-01-01")),
            ..document
        };
        let refusal = put(&desk.desk(), early).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some("on"));
    }
}
