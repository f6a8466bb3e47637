//! Whole journeys of a SENCO, in the real program with a real file.

use std::rc::Rc;

use rustix::process::Signal;
use tempfile::TempDir;

use crate::terminal::Terminal;

const PASSPHRASE: &str = "quiet tables and jobs";

/// A new caseload, made by keys alone, with nothing in it.
fn first_run() -> Terminal {
    let mut terminal = Terminal::start(&[], 24, 80);
    terminal
        .sees("Make a new caseload")
        .types("<Enter>")
        .sees("A new caseload")
        .types(&format!(
            "Oakfield Primary<Enter>Mrs Ward<Enter>{PASSPHRASE}<Enter>{PASSPHRASE}<Enter>"
        ))
        .sees("0 pupils in this caseload");
    terminal
}

/// A made-up school in a file of its own, with a passphrase of ours.
fn made_up_school() -> (Rc<TempDir>, String) {
    let home = crate::terminal::home();
    let path = home.path().join("school.senco").display().to_string();
    let mut terminal = Terminal::start_in(
        Rc::clone(&home),
        &["--today", "2026-11-23", "demo", "--to", &path],
        24,
        80,
    );
    assert!(terminal.ends().success(), "{}", terminal.screen());
    (home, path)
}

#[test]
fn first_run_makes_a_caseload_and_a_pupil_that_are_there_the_next_day() {
    let mut terminal = first_run();
    terminal
        .types("0<Ctrl+N>")
        .sees("Jot down")
        .types("Tyler 3B<Tab><Tab>hides under the table<Ctrl+S>")
        .sees("Saved: Tyler is watched")
        .types("<Ctrl+Q>");
    assert!(terminal.ends().success());
    let mut next = Terminal::start_in(terminal.home(), &[], 24, 80);
    next.sees("Open your caseload")
        .types("<Enter>")
        .sees("Passphrase")
        .types(&format!("{PASSPHRASE}<Enter>"))
        .sees("1 pupil in this caseload");
}

#[test]
fn a_wrong_passphrase_says_so_and_the_right_one_still_opens() {
    let home = {
        let mut terminal = first_run();
        terminal.types("<Ctrl+Q>");
        assert!(terminal.ends().success());
        terminal.home()
    };
    let mut terminal = Terminal::start_in(home, &[], 24, 80);
    terminal
        .sees("Open your caseload")
        .types("<Enter>")
        .types("not the passphrase<Enter>")
        .sees("The passphrase")
        .sees("Unlock")
        .types(&format!("{PASSPHRASE}<Enter>"))
        .sees("0 pupils in this caseload");
}

#[test]
fn locking_and_unlocking_goes_on_where_the_typing_was() {
    let mut terminal = first_run();
    terminal
        .types("0<Ctrl+N>Tyler<Tab><Tab>half a sent")
        .sees("half a sent")
        .types("<Ctrl+K>")
        .sees("Unlock")
        .sees_no_more("half a sent")
        .types(&format!("{PASSPHRASE}<Enter>"))
        .sees("pupils in this caseload")
        .types("0")
        .sees("half a sent")
        .types("ence<Ctrl+S>")
        .sees("Saved: Tyler is watched");
}

#[test]
fn a_window_closed_in_the_middle_of_a_note_loses_none_of_it() {
    let mut terminal = first_run();
    terminal
        .types("0<Ctrl+N>Tyler<Tab><Tab>Mum says he has stopped eating lunch")
        .sees("eating lunch");
    terminal.hangs_up();
    terminal.ends();
    let mut again = Terminal::start_in(terminal.home(), &[], 24, 80);
    again
        .sees("Open your caseload")
        .types(&format!("<Enter>{PASSPHRASE}<Enter>"))
        .sees("pupils in this caseload")
        .types("<Enter>")
        .sees("Mum says he has stopped eating lunch");
}

#[test]
fn a_program_that_is_told_to_end_keeps_the_typing_and_gives_the_terminal_back() {
    let mut terminal = first_run();
    terminal
        .types("0<Ctrl+N>Tyler<Tab><Tab>told to end")
        .sees("told to end")
        .signals(Signal::TERM);
    terminal.ends();
    assert!(!terminal.state().alternate_screen());
    let mut again = Terminal::start_in(terminal.home(), &[], 24, 80);
    again
        .sees("Open your caseload")
        .types(&format!("<Enter>{PASSPHRASE}<Enter>"))
        .sees("caseload")
        .types("<Enter>")
        .sees("told to end");
}

#[test]
fn the_first_screen_of_a_new_caseload_leads_to_the_import() {
    let list = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/samples/arbor-sen-report.csv"
    );
    let mut terminal = first_run();
    terminal
        .sees("Ctrl+T takes in a school's list")
        .types(&format!("<Ctrl+T>{list}<Enter>"))
        .sees("16 lines read: 16 new")
        .types("<Ctrl+S>")
        .sees("Saved: Imported 12 pupils from arbor-sen-report.csv");
}

#[test]
fn a_second_program_is_told_who_has_the_file() {
    let (home, path) = made_up_school();
    let mut first = Terminal::start_in(Rc::clone(&home), &["--file", &path], 24, 80);
    first
        .sees("Passphrase")
        .types("nothing here is real<Enter>")
        .sees("pupils in this caseload");
    let mut second = Terminal::start_in(home, &["--file", &path, "list"], 24, 80);
    assert_eq!(second.ends().code(), Some(3));
    assert!(
        second.screen().contains("open since"),
        "{}",
        second.screen()
    );
}
