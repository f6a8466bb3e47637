//! The brief: two minutes before a meeting.

use super::senco::Senco;

/// At 15:20 on the day of Aisha's review, in the demo school.
fn before_the_meeting() -> Senco {
    Senco::on("2026-11-26T15:20:00+00:00").demo()
}

#[test]
fn the_brief_before_a_meeting_is_one_key_away() {
    before_the_meeting()
        .does("b")
        .picture("brief-80x24")
        .at(120, 40)
        .picture("brief-120x40");
}

#[test]
fn a_line_of_the_brief_opens_what_it_tells_of() {
    before_the_meeting()
        .does("b<Enter>")
        .sees("How the review went: Aisha")
        .does("<Esc><Down><Down><Down><Down><Enter>")
        .sees("Action: Aisha")
        .sees("hearing test result")
        .does("<Esc><Down><Down><Enter>")
        .sees("[2 Plan]");
}

#[test]
fn the_brief_goes_on_to_the_next_pupil_of_today() {
    before_the_meeting()
        .does("b")
        .sees("BRIEF   Aisha Khan")
        .does(">")
        .sees("BRIEF   Kofi Osei")
        .does(">")
        .sees("BRIEF   Conor Byrne")
        .does("<lt>")
        .sees("BRIEF   Kofi Osei")
        .does("<Esc>")
        .sees("in hand: Osei, Kofi");
}

#[test]
fn a_session_logged_changes_the_brief() {
    Senco::new()
        .demo()
        .does("<Down><Down><Down>b")
        .sees("BRIEF   Aisha Khan")
        .sees("16 of 28 given")
        .sees("4 no entry")
        .does("<Esc><Down><Down><Down><Down><Down><Down><Down><Enter>")
        .sees("PHONICS")
        .does("=<Ctrl+S>")
        .sees("Saved")
        .does("<Esc>0<Home><Down><Down><Down>b")
        .sees("BRIEF   Aisha Khan")
        .sees("19 of 28 given")
        .sees_no("4 no entry")
        .kept();
}

#[test]
fn the_brief_of_a_projector_has_initials_for_the_family_too() {
    before_the_meeting()
        .does("<F8>2b")
        .sees("Mrs K., Mr Lowe, Mrs Bell")
        .picture("brief-initials-80x24");
}

#[test]
fn after_a_review_the_next_cycles_brief_tells_what_is_true() {
    before_the_meeting()
        .does("rnc<Tab>c<Tab>s<Tab>d<Tab><Tab>")
        .does("I like the ask-card.<Tab>She reads to her brother now.<Tab>")
        .does("m<Tab>tally of 26 Nov<Tab>s<Tab><Tab>")
        .does("c<Tab>another slot<Tab>k<Tab><Tab>")
        .does("c<Tab>Good progress.<Tab>a<Tab>")
        .does("ring the hearing clinic<Tab><Tab>+2w<Ctrl+S>")
        .sees("cycle 4 opened")
        .does("b")
        .sees("26 Nov: carry on; 1 met, 2 some progress. Good progress.")
        .sees("ring the hearing clinic: Mrs Ward, by 10 Dec")
        .sees("41 > 63  aim 100   some so far")
        .sees_no("not started")
        .picture("brief-next-80x24")
        .does("<Esc>r")
        .sees("Mrs Ward");
}

#[test]
fn keeping_the_brief_asks_which_part() {
    before_the_meeting()
        .does("b<Ctrl+P>")
        .sees("for the table: what the family may see")
        .sees("for you: that, and what is for staff only")
        .does("<Esc>")
        .sees("BRIEF   Aisha Khan");
}

#[test]
fn what_an_assessment_says_of_the_family_is_heard() {
    Senco::new()
        .with(super::plan::with_pupil("Aisha", "Khan"))
        .does("1b")
        .sees("family not heard yet")
        .does("<Esc>an<Enter><Tab><Tab><Tab>Homework ends in tears.<Ctrl+S>b")
        .sees("Homework ends in tears.")
        .sees_no("family not heard yet");
}
