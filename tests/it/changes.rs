//! What was changed in a pupil's record: what it was, what it became, when it was typed.

use caseload::domain::Edit;

use super::register::{AISHA, register};
use super::senco::Senco;

/// In Aisha's record.
fn record() -> Senco {
    Senco::new().with(register()).does("1/kha<Enter><Enter>")
}

#[test]
fn a_change_is_told_as_it_was_and_became_newest_first() {
    record()
        .does("F<Enter><Right><Ctrl+S>I")
        .does("<End><Up><Enter>")
        .sees("Ctrl+S save")
        .does("<Esc>T")
        .sees("23 Nov 2026, 15:20")
        .sees("Record of Aisha Khan changed")
        .sees("pupil premium: ")
        .picture("record-changes-80x24");
}

#[test]
fn what_is_taken_back_is_no_change_and_what_is_new_in_the_log_stands_in_the_log() {
    record()
        .does("F<Enter><Right><Ctrl+S><Ctrl+Z>T")
        .sees_no("pupil premium:")
        .does("<Ctrl+Y>")
        .sees("pupil premium:")
        .does("<Ctrl+Z><Ctrl+N>Aisha<Tab><Tab>She hid under the table.<Ctrl+S>")
        .sees("Saved")
        .sees_no("under the table");
}

#[test]
fn a_long_past_is_read_as_far_as_one_scrolls() {
    let mut edits = register();
    let pupils = edits.iter().flat_map(|edit| &edit.changes);
    let aisha = pupils
        .filter_map(|change| match change {
            caseload::domain::Change::Put(caseload::domain::Record::Pupil(pupil)) => Some(pupil),
            _ => None,
        })
        .find(|pupil| pupil.id == AISHA)
        .cloned()
        .unwrap();
    edits.extend((0..120).map(|n| {
        let mut moved = aisha.clone();
        moved.class = format!("class {n}");
        Edit::new(format!("Moved to class {n}")).put(moved)
    }));
    Senco::new()
        .with(edits)
        .does("1/kha<Enter><Enter>T")
        .sees("class: was class 118, now class 119")
        .sees("older changes below")
        .does("<Down><Down>")
        .sees("class: was class 116, now class 117")
        .does("<End>")
        .sees("record added")
        .sees_no("class 119")
        .does("<Home>")
        .sees("now class 119")
        .at(120, 40)
        .sees("now class 119")
        .does("<PageDown><PageDown>")
        .sees_no("now class 119");
}

#[test]
fn nothing_is_changed_there_and_a_family_does_not_see_it() {
    record()
        .does("T<Enter>")
        .sees("This page tells what was changed")
        .does("n")
        .sees("Nothing is added on this page")
        .does("<Delete>")
        .sees("This page tells what was changed");
}
