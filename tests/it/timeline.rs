//! The timeline: what happened, found again, written down and taken back.

use caseload::demo;
use caseload::domain::Ids;

use super::register::register;
use super::senco::Senco;

/// The made-up school on Monday 23 November 2026.
fn at_demo() -> Senco {
    let today = "2026-11-23".parse().expect("a date");
    Senco::new().with(demo::edits(today, &Ids::after(1, 1)))
}

#[test]
fn all_that_happened_stands_newest_first() {
    at_demo()
        .does("4v")
        .sees("Everybody")
        .picture("timeline-80x24")
        .at(120, 40)
        .picture("timeline-120x40");
}

#[test]
fn words_are_found_as_they_are_typed_in_their_sentence() {
    at_demo()
        .does("4v/read at ho")
        .sees("read at home")
        .picture("timeline-search-80x24")
        .does("<Enter><Enter>")
        .sees("Note about")
        .does("<Esc><Esc>")
        .sees("Everybody");
}

/// With Aisha in hand, in the timeline.
fn with_aisha() -> Senco {
    at_demo().does("4v/read at ho<Enter>l")
}

#[test]
fn the_pupil_in_hand_comes_first_and_nobody_is_filtered_away() {
    with_aisha()
        .sees("in hand: Khan, Aisha")
        .sees("Aisha Khan")
        .picture("timeline-in-hand-80x24")
        .at(120, 40)
        .picture("timeline-in-hand-120x40")
        .does("<Right><Right><Right><Right>")
        .sees("[reviews]")
        .sees("EVERYBODY ELSE")
        .does("<Esc>")
        .sees("[all]")
        .does("<Esc>")
        .sees("Everybody");
}

#[test]
fn a_pupils_log_begins_at_her_newest_entry() {
    Senco::new()
        .with(register())
        .does("4v<End>1/kha<Enter>l")
        .sees("in hand: Khan, Aisha")
        .sees("> Thu 12 Nov")
        .does("<End><Up>1<Esc>/osei<Enter>l")
        .sees("> Mon 7 Sep")
        .does("<Down><Down>1l")
        .sees("> Mon 7 Sep");
}

#[test]
fn a_pupil_of_whom_nothing_is_written_has_a_line_of_her_own() {
    for senco in [Senco::new(), Senco::plain()] {
        senco
            .with(register())
            .does("1/now<Enter>l<Right>")
            .sees("> No entry of this kind about Zuzanna")
            .sees(" EVERYBODY ELSE")
            .does("<Left>1<Esc>/zoe<Enter>l")
            .sees("> No entry about Zoë yet: n writes one.")
            .sees(" EVERYBODY ELSE")
            .does("<Down>")
            .sees("> Thu 12 Nov")
            .sees(" EVERYBODY ELSE")
            .does("<Up>")
            .sees("> No entry about Zoë yet: n writes one.")
            .does("<Enter>")
            .sees("There is no entry here.")
            .does("nLikes the piano.<Ctrl+S>")
            .sees("> Mon 23 Nov")
            .sees_no("No entry about");
    }
    Senco::new()
        .with(register())
        .does("1/zoe<Enter>l")
        .picture("timeline-none-80x24");
}

#[test]
fn a_note_is_written_changed_and_taken_away() {
    with_aisha()
        .does("n")
        .sees("New note about Aisha")
        .picture("note-80x24")
        .does("Asked for the quiet table by herself.<Ctrl+S>")
        .sees("Saved: Note about Aisha Khan.")
        .sees("> Mon 23 Nov")
        .sees("Asked for the quiet table by herself.")
        .kept()
        .does("<Enter>")
        .sees("Note about Aisha")
        .does(" Twice.<Ctrl+S>")
        .sees("Saved: Note about Aisha Khan changed.")
        .sees("by herself. Twice.")
        .does("<Delete>")
        .sees("Saved: Note about Aisha Khan taken away.")
        .sees_no("Twice.")
        .does("<Ctrl+Z>")
        .sees("Taken back")
        .sees("Twice.")
        .kept();
}

#[test]
fn a_note_left_is_a_draft_and_bad_dates_are_told() {
    with_aisha()
        .does("nHas new glasses<Shift+Tab><Shift+Tab><Shift+Tab><Ctrl+A>31 nov<Ctrl+S>")
        .sees("Has new glasses")
        .sees("! ")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("n")
        .sees("Has new glasses")
        .does("<Ctrl+A>tomorrow<Ctrl+S>")
        .sees("That day has not come yet.")
        .does("<Ctrl+A>fri<Ctrl+S>")
        .sees("Saved: Note about Aisha Khan.")
        .kept();
}

#[test]
fn a_session_opens_in_its_register_and_a_measure_in_its_form() {
    at_demo()
        .does("4v<Right><Right>")
        .sees("[sessions]")
        .does("<Enter>")
        .sees("Register of sessions")
        .does("<Esc><Right><Enter>")
        .sees("Measure of");
}

#[test]
fn what_was_recorded_elsewhere_is_taken_away_there() {
    at_demo()
        .does("4v<Right><Right><Right><Right><Delete>")
        .sees("Notes, sessions and measures are taken away here.");
}

#[test]
fn the_end_is_reached_page_by_page() {
    at_demo()
        .does("4v<End>")
        .sees_no("Fri 20 Nov")
        .does("<Home>")
        .sees("Fri 20 Nov");
}

#[test]
fn before_a_family_nothing_of_others_and_nothing_for_staff_only_shows() {
    with_aisha()
        .does("nnot for home<Tab>y<Ctrl+S>")
        .sees("(staff)")
        .does("<F8>3")
        .sees("this pupil only")
        .does("vv")
        .sees("No group can be shown to who can see the screen now.")
        .does("vv<Home>")
        .sees("CATALOGUE")
        .sees_no("RUNNING")
        .does("vv")
        .sees("Aisha Khan")
        .sees_no("(staff)")
        .does("<End>")
        .sees_no("EVERYBODY ELSE");
}

#[test]
fn initials_stand_for_the_pupil_who_spoke() {
    at_demo()
        .does("4v/when it is quiet<Enter>")
        .sees("conversation, Aisha")
        .does("<F8>2")
        .sees("conversation, A. K.")
        .sees_no("Aisha");
}
