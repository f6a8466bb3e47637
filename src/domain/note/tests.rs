use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date, person};
use crate::domain::{Change, PersonKind, Record};

fn written(words: &str) -> Written {
    Written {
        kind: NoteKind::Conversation,
        happened_on: date("2026-11-12"),
        said_by: "mrs khan".into(),
        said_to: "Mrs Bell".into(),
        words: words.into(),
        staff_only: false,
    }
}

fn note_in(edit: &Edit) -> Note {
    match edit.changes.as_slice() {
        [Change::Put(Record::Note(note))] => note.clone(),
        other => panic!("one note is put, not {other:?}"),
    }
}

fn desk() -> TestDesk {
    TestDesk::new().with(Edit::new("").put(person(500, "Mrs Khan", PersonKind::Family)))
}

#[test]
fn a_note_has_whose_words_they_are_and_both_times() {
    let desk = desk();
    let edit = add(
        &desk.desk(),
        desk.aisha(),
        written("She won't read at home."),
    )
    .expect("an edit");
    assert_eq!(edit.label, "Note about Aisha Khan");
    let note = note_in(&edit);
    assert_eq!(note.pupil, AISHA);
    assert_eq!(note.happened_on, date("2026-11-12"));
    assert_eq!(note.entered_at, desk.desk().entered_at());
}

#[test]
fn a_changed_note_keeps_when_it_was_typed_and_whose_words_it_was() {
    let desk = desk();
    let first = add(&desk.desk(), desk.aisha(), written("She won't read.")).expect("an edit");
    let mut before = note_in(&first);
    before.entered_at = DateTime::UNIX_EPOCH;
    before.voice = Voice::Family;
    let again = Written {
        said_by: before.said_by.clone(),
        ..written("She won't read any more.")
    };
    let after =
        note_in(&change(&desk.desk(), desk.aisha(), &before, again.clone()).expect("an edit"));
    assert_eq!(
        (after.id, after.entered_at, after.voice),
        (before.id, before.entered_at, Voice::Family)
    );
    assert_eq!(after.words, "She won't read any more.");
    let same = change(&desk.desk(), desk.aisha(), &after, again).expect("an edit");
    assert!(same.is_empty());
}

#[test]
fn a_note_needs_words_and_a_day_that_has_come() {
    let desk = desk();
    let without = add(&desk.desk(), desk.aisha(), written("  ")).expect_err("a refusal");
    assert_eq!(without.field.as_deref(), Some("words"));
    let ahead = Written {
        happened_on: date("2026-11-24"),
        ..written("ahead")
    };
    let ahead = add(&desk.desk(), desk.aisha(), ahead).expect_err("a refusal");
    assert_eq!(ahead.field.as_deref(), Some("on"));
}
