//! Finding a pupil, or words in the log, from anywhere.

use caseload::domain::{Edit, Id, Pupil, Voice};
use chrono::{Days, NaiveDate};

use super::register::{AISHA, note, register};
use super::school::OAKFIELD;
use super::senco::Senco;

#[test]
fn names_come_first_and_then_the_words_of_the_log() {
    Senco::new()
        .with(register())
        .does("<Ctrl+F>")
        .sees("Type a name")
        .does("kha")
        .sees("> Khan, Aisha   4B   SEN support")
        .sees("Mrs Khan: She won't read")
        .does("<Enter>")
        .sees("Aisha Khan: Record")
        .sees("in hand: Khan, Aisha");
}

#[test]
fn a_double_barrelled_name_is_found_by_the_whole_of_it() {
    let anne = Pupil {
        forename: "Anne-Marie".to_owned(),
        surname: "Smith-Jones".to_owned(),
        ..Pupil::new(Id::new(900), OAKFIELD)
    };
    let one_more = Edit::new("One more").put(anne);
    let senco = Senco::new().with(register().into_iter().chain([one_more]));
    for words in [
        "Anne-Marie Smith-Jones",
        "smith-j",
        "marie",
        "Smith-Jones Anne",
        "jones anne-m",
    ] {
        let found = senco.caseload().find(words);
        assert!(
            matches!(found.as_slice(), [only] if only.id == Id::new(900)),
            "{words}"
        );
    }
}

#[test]
fn a_hit_stands_in_its_sentence_and_enter_goes_to_the_log() {
    Senco::new()
        .with(register())
        .does("<Ctrl+F>quiet")
        .sees("I like it when it is quiet.")
        .sees("I want the quiet door.")
        .sees_no("Then I can read")
        .picture("find-80x24")
        .does("<Down><Down><Enter>")
        .sees("[4 Log]")
        .sees("in hand: Osei, Kofi")
        .sees("> Mon 7 Sep");
}

/// Three hundred notes about Aisha, a day each, of which the first is the one that is looked for.
fn years_of_notes() -> Edit {
    let first: NaiveDate = "2026-01-01".parse().unwrap();
    (0..300).fold(Edit::new("Notes"), |edit, number| {
        let on = (first + Days::new(number)).to_string();
        let words = if number == 0 {
            "sang to the cat"
        } else {
            "all well"
        };
        let id = 2000 + i64::try_from(number).unwrap();
        edit.put(note(id, AISHA, &on, Voice::Staff, "Mrs Bell", words))
    })
}

#[test]
fn enter_on_a_hit_goes_to_that_very_note_however_old_and_however_the_log_was_left() {
    Senco::new()
        .with(register())
        .does("4v<Right><Down><Ctrl+F>like it when<Enter>")
        .sees("in hand: Khan, Aisha")
        .sees("[all]")
        .sees("> Tue 3 Nov")
        .picture("find-entry-80x24")
        .does("0<Ctrl+F>read at home<Enter>")
        .sees("> Thu 2 Jul")
        .does("/quiet<Enter><Ctrl+F>read at home<Enter>")
        .sees("> Thu 2 Jul");
    Senco::new()
        .with(register().into_iter().chain([years_of_notes()]))
        .does("<Ctrl+F>sang to<Enter>")
        .sees("> 1 Jan 2026")
        .does("<Enter>")
        .sees("sang to the cat");
}

#[test]
fn accents_do_not_matter_and_those_who_left_are_found_too() {
    Senco::new()
        .with(register())
        .does("<Ctrl+F>lukasik zoe")
        .sees("Łukasik-O")
        .does("<Esc><Ctrl+F>ella")
        .sees("has left");
}

#[test]
fn what_is_nowhere_is_said() {
    Senco::new()
        .with(register())
        .does("<Ctrl+F>swimming")
        .sees("Nothing here has these words")
        .does("<Enter>")
        .sees("Nothing here has these words")
        .does("<Esc>")
        .sees_no("swimming");
}

#[test]
fn it_opens_over_a_form_and_the_typing_is_kept() {
    Senco::new()
        .with(register())
        .does("1n<Tab>Adams<Ctrl+F>kof<Esc>")
        .sees("Adams");
}

#[test]
fn pasted_words_are_looked_for() {
    Senco::new()
        .with(register())
        .does("<Ctrl+F>")
        .pastes("under the table")
        .sees("hides under the table in maths");
}
