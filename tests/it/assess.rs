//! The assessment: what is the need?

use super::plan::with_pupil;
use super::senco::Senco;

fn begun() -> Senco {
    Senco::new()
        .with(with_pupil("Aisha", "Khan"))
        .does("1a")
        .sees("Aisha Khan has no cycle yet. n starts the first")
        .does("n")
        .sees("Saved: Cycle 1 begun for Aisha Khan.")
}

#[test]
fn an_assessment_is_written_part_by_part_and_done() {
    let senco = begun()
        .sees("[Assess now]")
        .sees("To fill in: the teacher's view")
        .does("<Enter>")
        .does("Quiet in class.<Tab>Two terms behind.<Tab>Three-step instructions.<Tab>Worried.<Tab>I like maths.")
        .picture("assess-form-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: Assessment written for Aisha Khan.")
        .sees("+ Nothing that the Code expects here is missing.")
        .does("x")
        .sees("Saved: Assessment done for Aisha Khan.")
        .sees("[Assess 23 Nov]")
        .does("x")
        .sees("The assessment was done on 23 Nov.")
        .kept();
    let caseload = senco.caseload();
    let cycle = caseload.cycles.iter().next().expect("a cycle");
    assert_eq!(cycle.barriers, "Three-step instructions.");
    assert_eq!(cycle.pupil_view, "I like maths.");
}

#[test]
fn enter_opens_the_part_under_the_cursor_with_what_was_said_last() {
    begun()
        .does("<Ctrl+N><Tab>Aisha<Tab>I like it when it is quiet.<Ctrl+S>")
        .sees("I like it when it is quiet.")
        .does("<Down><Down><Down><Down><Enter>I can't hear.<Ctrl+S>")
        .sees("Pupil's own view  I can't hear.")
        .kept();
}

#[test]
fn undo_takes_the_cycle_back() {
    begun()
        .does("<Ctrl+Z>")
        .sees("Taken back: Cycle 1 begun for Aisha Khan.")
        .sees("has no cycle yet")
        .does("<Ctrl+Y>")
        .sees("[Assess now]")
        .kept();
}

#[test]
fn a_day_that_has_not_come_is_refused_and_the_words_are_kept() {
    begun()
        .does("<End><Enter>1 jan 2027<Ctrl+S>")
        .sees("That day has not come yet.")
        .sees("1 jan 2027")
        .does("<Esc>")
        .sees("kept as a draft")
        .kept();
}

#[test]
fn an_open_cycle_has_no_second_one() {
    begun().does("n").sees("This cycle has its one assessment.");
}
