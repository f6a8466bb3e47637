//! Documents attached to a pupil: taken in, put right, taken away and back, copied out.

use std::fs;
use std::path::PathBuf;

use caseload::domain::{Document, DocumentKind, PupilId};
use tempfile::TempDir;

use super::register::{AISHA, register};
use super::senco::Senco;

/// A file of these bytes, called so, in a folder of its own.
fn file(name: &str, bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// At Aisha's documents.
fn documents() -> Senco {
    Senco::new()
        .with(register())
        .does("1/kha<Enter><Enter>D")
        .sees("Nothing is attached")
}

fn of(senco: &Senco, pupil: PupilId) -> Vec<Document> {
    senco.caseload().documents.of(pupil).cloned().collect()
}

#[test]
fn a_file_is_attached_put_right_taken_away_and_back() {
    let (_folder, path) = file("EP report spring.pdf", b"%PDF-1.7 words");
    let senco = documents()
        .does("n")
        .sees("Attach a document to Aisha Khan")
        .picture("document-new-80x24")
        .pastes(&format!("\"{}\"", path.display()))
        .does("<Tab><Tab><Right><Tab>3 nov<Tab>Dr Hall<Tab>Word reading.<Ctrl+S>")
        .sees("Saved: Aisha Khan: document EP report spring.")
        .sees("EP report, from Dr Hall, PDF, 1 KB, attached 23 Nov 2026")
        .sees("Word reading.")
        .kept();
    let attached = of(&senco, AISHA).remove(0);
    assert_eq!(attached.on, "2026-11-03".parse().ok());
    assert_eq!(attached.kind, DocumentKind::EpReport);
    let senco = senco
        .does("<Enter>")
        .sees("a copy is written that is not encrypted")
        .picture("document-choices-80x24")
        .does("d<Home>Old <Ctrl+S>")
        .sees("Old EP report spring")
        .does("<Delete>")
        .sees("document Old EP report spring removed")
        .sees("Nothing is attached")
        .kept()
        .does("<Ctrl+Z>")
        .sees("Old EP report spring")
        .kept();
    let back = of(&senco, AISHA).remove(0);
    assert_eq!((back.length, back.sum), (attached.length, attached.sum));
    // Taken back to the beginning, and done again.
    senco
        .does("<Ctrl+Z><Ctrl+Z>")
        .sees("Nothing is attached")
        .kept()
        .does("<Ctrl+Y><Ctrl+Y>")
        .sees("Old EP report spring")
        .kept();
}

#[test]
fn what_is_no_document_is_refused_and_the_form_stays() {
    let (_folder, program) = file("report.pdf", b"MZ\x90\0");
    let (_other, empty) = file("empty.txt", b"");
    documents()
        .does("n")
        .pastes(&program.display().to_string())
        .does("<Ctrl+S>")
        .sees("Not attached. This is a program for Windows.")
        .sees("Attach a document to Aisha Khan")
        .does("<Shift+Tab><Home><Shift+End>")
        .pastes(&empty.display().to_string())
        .does("<Ctrl+S>")
        .sees("Attach a document")
        .does("<Ctrl+D>n<Ctrl+S>")
        .sees("Type or paste where the file is")
        .pastes("/no such folder/x.pdf")
        .does("<Ctrl+S>")
        .sees("There is no file /no such folder/x.pdf")
        .kept();
}

#[test]
fn the_caseload_itself_is_never_opened_as_another_file() {
    let senco = Senco::in_a_file();
    let own = senco.home().join("caseload.senco").display().to_string();
    let senco = senco
        .does("1<Enter><Enter>Dn")
        .pastes(&own)
        .does("<Ctrl+S>")
        .sees("This is the caseload itself")
        .does("<Ctrl+D><Esc><Esc><Ctrl+T>")
        .pastes(&own)
        .does("<Enter>")
        .sees("This is the caseload itself");
    assert!(senco.is_open());
}

#[test]
fn a_half_filled_form_is_taken_up_again() {
    documents()
        .does("n/some/where.pdf<Tab>Report<Esc>")
        .sees("kept as a draft")
        .does("n")
        .sees("/some/where.pdf")
        .sees("Report");
}

#[test]
fn a_copy_is_saved_outside_and_over_nothing() {
    let (folder, path) = file("a.txt", b"She sings.");
    let attached = documents()
        .does("n")
        .pastes(&path.display().to_string())
        .does("<Tab>Song: 1/2<Ctrl+S><Enter>s")
        .sees("In a folder it is called \"Song 12.txt\"");
    let to = folder.path().display().to_string();
    attached
        .pastes(&to)
        .does("<Enter>")
        .sees("it is not encrypted")
        .does("<Enter>s")
        .pastes(&to)
        .does("<Enter>")
        .sees("is there already");
    let copied = fs::read(folder.path().join("Song 12.txt")).unwrap();
    assert_eq!(copied, b"She sings.");
}

#[test]
fn where_others_see_the_screen_names_in_documents_are_initials_and_none_opens() {
    let (_folder, path) = file("Aisha Khan letter.txt", b"Dear Mrs Khan");
    documents()
        .does("n")
        .pastes(&path.display().to_string())
        .does("<Ctrl+S>")
        .sees("Aisha Khan letter")
        .does("<F8>2")
        .does("1<Enter><Enter>D")
        .sees_no("Aisha")
        .sees("A. K. letter")
        .does("<Enter>")
        .sees("Documents show names in full")
        .does("n")
        .sees("Documents show names in full");
}

#[test]
fn a_pupil_with_a_document_is_not_removed() {
    let (_folder, path) = file("a.txt", b"words");
    Senco::new()
        .with(register())
        .does("1Tyl<Enter><Enter>Dn")
        .pastes(&path.display().to_string())
        .does("<Ctrl+S><Esc><Esc><Delete>")
        .sees("There are records of this pupil");
}
