//! Finding a pupil, or words in the log, from anywhere.

use super::register::register;
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
        .sees("Aisha Khan: Identity")
        .sees("in hand: Khan, Aisha");
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
        .sees("in hand: Osei, Kofi");
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
