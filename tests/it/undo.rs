//! Taking back: what was saved, what was thrown away, and what was there before.

use super::school::oakfield;
use super::senco::Senco;

#[test]
fn what_was_saved_before_the_caseload_was_opened_is_asked_about() {
    Senco::new()
        .demo()
        .does("1<Ctrl+Z>")
        .sees("Take back what was saved earlier?")
        .sees("\"The sessions given at Oakfield\" was saved on")
        .does("n<Ctrl+Z><Esc>0")
        .sees("3 groups to log")
        .does("<Ctrl+Z>y")
        .sees("Taken back: The sessions given at Oakfield.")
        .does("<Ctrl+Y>")
        .sees("3 groups to log")
        .kept();
}

#[test]
fn what_was_thrown_away_comes_back_with_one_key() {
    Senco::new()
        .with(oakfield())
        .does("<Ctrl+N>Tyler<Tab><Tab>hides under<Ctrl+D>")
        .sees("Thrown away: what was typed here. Ctrl+Z brings it back.")
        .does("<Ctrl+Z>")
        .sees("Jot down")
        .sees("hides under")
        .does(" the table<Ctrl+S>")
        .sees("Saved: Tyler is watched, with a note.")
        .does("<Ctrl+Z>")
        .sees("Taken back: Tyler is watched")
        .kept();
}

#[test]
fn others_who_see_the_screen_are_not_told_what_the_change_was() {
    Senco::new()
        .demo()
        .does("1<F8>2<Ctrl+Z>")
        .sees("The newest change was saved on")
        .sees_no("The sessions given");
}
