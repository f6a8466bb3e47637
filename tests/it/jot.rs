//! Jotting down what somebody said in the corridor.

use super::school::oakfield;
use super::senco::Senco;

#[test]
fn one_save_makes_a_watched_pupil_a_note_and_a_date() {
    let senco = Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler 3B<Tab><Tab>hides under the table in maths<Tab><Tab>+3w<Tab><Ctrl+S>")
        .sees("Saved: Tyler is watched, with a note.")
        .kept();
    let caseload = senco.caseload();
    let pupil = caseload.pupils.iter().next().expect("Tyler");
    assert_eq!(
        (pupil.forename.as_str(), pupil.class.as_str()),
        ("Tyler", "3B")
    );
    assert!(caseload.status_now(pupil.id).expect("a status").watching);
    let action = caseload
        .actions
        .of(pupil.id)
        .next()
        .expect("a date to look again");
    assert_eq!(action.by.expect("a date").to_string(), "2026-12-14");
}

#[test]
fn leaving_keeps_the_typing_and_opening_takes_it_up() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler<Tab><Tab>hides under<Esc>")
        .sees("kept as a draft")
        .does("<Ctrl+N>")
        .sees("hides under")
        .does(" the table<Ctrl+S>")
        .sees("Saved: Tyler is watched")
        .does("<Ctrl+N>")
        .sees_no("hides under")
        .kept();
}

#[test]
fn typing_that_was_rubbed_out_leaves_no_draft() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Ty<Esc><Ctrl+N>")
        .sees("Ty")
        .does("<Backspace><Backspace><Esc>")
        .sees_no("kept as a draft")
        .does("<Ctrl+N>")
        .sees_no("Taken up where you left it");
}

#[test]
fn a_jot_without_a_name_says_what_is_missing_and_keeps_the_words() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N><Tab><Tab>who was it<Ctrl+S>")
        .sees("Who is it about?")
        .sees("who was it")
        .picture("jot-refused-80x24");
}

#[test]
fn undo_takes_the_jot_back_and_redo_brings_it_again() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler 3B<Tab><Tab>runs off<Ctrl+S><Ctrl+Z>")
        .sees("Taken back: Tyler is watched")
        .kept()
        .does("<Ctrl+Y>")
        .sees("Done again: Tyler is watched")
        .kept();
}

#[test]
fn pasted_text_goes_into_the_box_whole() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler<Tab><Tab>")
        .pastes("first line\nsecond line")
        .does("<Ctrl+S>")
        .sees("Saved")
        .does("<Ctrl+N>")
        .pastes("1 2 3")
        .sees("1 2 3");
}

#[test]
fn whom_it_is_about_comes_first_and_typing_replaces_who_is_in_hand() {
    Senco::new()
        .demo()
        .does("1/aisha<Enter><Enter><Ctrl+N>")
        .sees("Who               Aisha Khan")
        .does("Tyler 3B<Tab><Tab>hides under the table<Ctrl+S>")
        .sees("Saved: Tyler is watched, with a note.")
        .kept();
}

#[test]
fn of_several_pupils_of_one_name_the_class_is_asked_for() {
    Senco::new()
        .with(oakfield())
        .does("1nJo<Tab>Smith<Ctrl+S><Esc>")
        .does("1nJo<Tab>Smith<Ctrl+S>y<Esc>")
        .does("<Ctrl+N>jo smith<Tab><Tab>hums<Ctrl+S>")
        .sees("fits several pupils: Jo Smith, Jo Smith.")
        .sees("Type the class too, or")
        .picture("jot-several-80x24");
}
