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
        .sees("Recovery sheet")
        .types("<Esc>")
        .sees("There is no pupil in this caseload yet");
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
        .sees("Wrong passphrase")
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
        .sees("Bring your list in")
        .types(&format!("<Ctrl+T>{list}<Enter>"))
        .sees("16 lines, 12 pupils (~ 1 to look at): 12 new")
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

#[test]
fn a_week_of_sessions_is_logged_and_her_brief_tells_it_the_next_time() {
    let (home, path) = made_up_school();
    let open = |rows| {
        let today = ["--today", "2026-11-22", "--file", &path];
        let mut terminal = Terminal::start_in(Rc::clone(&home), &today, rows, 80);
        terminal
            .sees("Passphrase")
            .types("nothing here is real<Enter>")
            .sees("pupils in this caseload");
        terminal
    };
    let mut terminal = open(24);
    terminal
        .types("1/aisha<Enter>b")
        .sees("Phonics catch-up")
        .sees("16 of 27 given")
        .sees("3 no entry")
        .types("<Esc>4<Enter>")
        .sees("PHONICS CATCH-UP")
        .sees("16 given + 8 not given + 3 no entry")
        // As timetabled, but for Friday's assembly, and Aisha was away on Wednesday.
        .types("=<Right><Down><Down><Down>a<Right><Up><Up><Up>-assem<Enter><Ctrl+S>")
        .sees("Saved: Register of Phonics catch-up, week of Mon 16 Nov.")
        .sees("18 given + 9 not given + 0 no entry")
        .types("<Ctrl+Q>");
    assert!(terminal.ends().success());
    let mut next = open(40);
    next.types("1/aisha<Enter>b")
        .sees("18 of 27 given")
        .sees("4 assembly")
        .sees_no_more("no entry");
}

#[test]
fn a_pupil_goes_from_assess_to_her_next_cycle() {
    let mut terminal = first_run();
    terminal
        .types("0<Ctrl+N>Aisha Khan 4B<Tab><Tab>asks for nothing<Ctrl+S>")
        .sees("Saved: Aisha Khan is watched")
        .types("1<Enter>a")
        .sees("n starts the first")
        .types("n")
        .sees("Saved: Cycle 1 begun for Aisha Khan.")
        .types("<Enter>Quiet in class.<Tab>Two terms behind.<Tab>Long instructions.<Ctrl+S>")
        .sees("Saved: Assessment written for Aisha Khan.")
        .types("x")
        .sees("Saved: Assessment done for Aisha Khan.")
        .types("pnt")
        .sees("New target for Aisha")
        .types("asks for help<Tab>Aisha asks for help, 8 times in a morning.<Tab>times<Tab>3<Tab>today<Tab>8<Tab>+6w<Ctrl+S>")
        .sees("Saved: Target added for Aisha Khan.")
        .types("ns")
        .sees("New strategy for Aisha")
        .types("Wait 10 seconds.<Ctrl+S>")
        .sees("Saved: Strategy added for Aisha Khan.")
        .types("x")
        .sees("Saved: Plan done, no review date yet, for Aisha Khan. Ctrl+Z takes it back.")
        .types("dnm")
        .sees("New measure of Aisha")
        .types("5<Ctrl+S>")
        .sees("Saved: Measure added for Aisha Khan.")
        .types("rn")
        .sees("Book a review: Aisha")
        .types("today<Ctrl+S>")
        .sees("Saved: Review booked for Aisha Khan")
        .types("n")
        .sees("How the review went: Aisha")
        .types("<Ctrl+S>")
        .sees("Saved: Review of Aisha Khan held, cycle 2 opened.")
        .types("<Ctrl+Q>");
    assert!(terminal.ends().success());
    let mut next = Terminal::start_in(terminal.home(), &[], 24, 80);
    next.sees("Open your caseload")
        .types(&format!("<Enter>{PASSPHRASE}<Enter>"))
        .sees("1 pupil in this caseload")
        .types("1<Enter>p")
        .sees("cycle 2")
        .sees("asks for help");
}
