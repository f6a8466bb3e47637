//! The plan: outcomes, targets, what adults do, and whether it is being done.

use caseload::demo;
use caseload::domain::*;

use super::school::{OAKFIELD, oakfield};
use super::senco::Senco;

fn day(words: &str) -> chrono::NaiveDate {
    words.parse().expect("a date")
}

/// Oakfield with one pupil on SEN support, of this name.
pub fn with_pupil(forename: &str, surname: &str) -> Vec<Edit> {
    let pupil = Pupil {
        forename: forename.into(),
        surname: surname.into(),
        class: "4B".into(),
        ..Pupil::new(Id::new(100), OAKFIELD)
    };
    let period = StatusPeriod {
        id: Id::new(200),
        pupil: pupil.id,
        status: Status::K,
        watching: false,
        from: Some(day("2025-01-09")),
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: Some(day("2025-01-09")),
        watched: Vec::new(),
    };
    let mut edits = oakfield();
    edits.push(Edit::new("Pupil added").put(pupil).put(period));
    edits
}

/// The demo school on the day of the story, with Aisha in hand and her plan open at the page of the stage she is at.
pub fn aisha() -> Senco {
    let today = day("2026-11-23");
    Senco::new()
        .with(demo::edits(today, &Ids::after(0, 1)))
        .does("1/aisha<Enter>p")
}

/// Oakfield with three pupils, none with a cycle.
fn three() -> Vec<Edit> {
    let mut edits = with_pupil("Aisha", "Khan");
    for (id, forename) in [(101, "Kofi"), (102, "Tom")] {
        let pupil = Pupil {
            forename: forename.into(),
            surname: "Osei".into(),
            ..Pupil::new(Id::new(id), OAKFIELD)
        };
        edits.push(Edit::new("Pupil added").put(pupil));
    }
    edits
}

/// Aisha of Oakfield, her assessment done, at her Plan page.
fn assessed() -> Senco {
    Senco::new()
        .with(with_pupil("Aisha", "Khan"))
        .does("1anx")
        .sees("Saved: Assessment done for Aisha Khan.")
        .does("p")
}

const TARGET: &str = "asks for help in 4-word sentences<Tab>Aisha asks for help in sentences of 4 words, \
                      8 times in a morning.<Tab>times<Tab>3<Tab>16 sep<Tab>8<Tab>18 dec";

#[test]
fn a_pupil_goes_from_nothing_to_do_by_keyboard_alone() {
    let senco = assessed()
        .sees("[Plan now]")
        .does("n")
        .picture("plan-new-80x24")
        .does("o")
        .sees("New outcome for Aisha")
        .does("Aisha makes her needs known to any adult.<Ctrl+S>")
        .sees("Saved: Outcome added for Aisha Khan.")
        .does("nt")
        .does(TARGET)
        .does("<Tab><Right><Ctrl+S>")
        .sees("Saved: Target added for Aisha Khan.")
        .does("ns")
        .sees("New strategy for Aisha")
        .does("Model the sentence, then wait 10 seconds.<Tab><Tab><Ctrl+S>")
        .sees("Saved: Strategy added for Aisha Khan.")
        .does("<End><Enter>")
        .does("Asks for help without being prompted.<Tab>ask-card at tea<Tab>18 dec<Tab>today<Ctrl+S>")
        .sees("Saved: Plan written for Aisha Khan.")
        .sees("+ Nothing that the Code expects here is missing.")
        .does("x")
        .sees("Saved: Plan done for Aisha Khan.")
        .sees("D now")
        .does("<Home>")
        .picture("plan-80x24")
        .does("d")
        .sees("[Do now]")
        .kept();
    let caseload = senco.caseload();
    let pupil = caseload.pupils.iter().next().expect("Aisha");
    let cycle = caseload.cycle_now(pupil.id).expect("a cycle");
    let target = caseload.targets_of(cycle)[0];
    assert_eq!((target.start, target.aim), (Some(3.0), Some(8.0)));
    assert!(target.outcome.is_some());
    let strategy = caseload.strategies.of(pupil.id).next().expect("a strategy");
    assert_eq!(strategy.target, Some(target.id));
    assert_eq!(cycle.stage(day("2026-11-23")), Stage::Do);
}

#[test]
fn a_measure_moves_the_target() {
    assessed()
        .does("nt")
        .does(TARGET)
        .does("<Ctrl+S>d")
        .sees("too early to say")
        .does("nm")
        .sees("New measure of Aisha")
        .picture("measure-form-80x24")
        .does("7<Tab>12 nov<Tab>Mrs Bell<Ctrl+S>")
        .sees("Saved: Measure added for Aisha Khan.")
        .sees("3 > 7")
        .sees("on the way")
        .picture("do-measured-80x24")
        .does("<Enter>")
        .sees("Measure of Aisha")
        .does("<Backspace>4<Ctrl+S>")
        .sees("3 > 4")
        .sees("! behind")
        .does("<Delete>")
        .sees("Saved: Measure removed for Aisha Khan.")
        .sees("too early to say")
        .does("<Ctrl+Z>")
        .sees("3 > 4")
        .kept();
}

#[test]
fn a_reading_that_is_no_number_says_what_to_type() {
    assessed()
        .does("nt")
        .does(TARGET)
        .does("<Ctrl+S>dnmlots<Ctrl+S>")
        .sees("\"lots\" is not a reading. Type a number such as 8, or an age such as 7:04.")
        .sees("lots")
        .does("<Backspace><Backspace><Backspace><Backspace>7<Tab>1 jan 2027<Ctrl+S>")
        .sees("That day has not come yet.")
        .kept();
}

#[test]
fn a_target_without_an_aim_is_saved_and_asked_about() {
    assessed()
        .does("ntasks for help<Tab><Tab>")
        .sees("~ no aim")
        .picture("target-doubts-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: Target added for Aisha Khan, without an aim yet.")
        .sees("~ no aim")
        .kept();
}

#[test]
fn a_target_without_words_says_what_is_missing_and_keeps_what_was_typed() {
    assessed()
        .does("nt<Tab><Tab><Tab>3<Tab>yesterday<Tab>8<Ctrl+S>")
        .sees("There are no words yet. What will the child do?")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("nt")
        .sees("yesterday")
        .does("asks for help<Ctrl+S>")
        .sees("Saved: Target added for Aisha Khan.")
        .kept();
}

#[test]
fn a_check_is_waived_with_a_word_why() {
    assessed()
        .does("nt")
        .does(TARGET)
        .does("<Ctrl+S>nsOffer help as appropriate<Tab><Tab><Ctrl+S>")
        .does("<Home>")
        .sees("~ \"as appropriate\" is vague in strategy 1 (who? when?)")
        .sees("w waive")
        .does("w<Ctrl+S>")
        .sees("Say why in a word or two")
        .does("the EP's words<Ctrl+S>")
        .sees("Saved: Check waived in the plan of Aisha Khan.")
        .sees_no("is vague")
        .does("<Ctrl+Z>")
        .sees("is vague")
        .kept();
}

#[test]
fn a_check_of_the_whole_plan_is_waived_with_a_word_why() {
    assessed()
        .does("nsPraise as appropriate.<Ctrl+S>")
        .sees("is vague in strategy 1")
        .picture("plan-check-of-the-whole-80x24")
        .does("w")
        .sees("Waive a check: it stays away from this strategy")
        .does("<Ctrl+S>")
        .sees("Say why in a word or two")
        .does("the EP's words<Ctrl+S>")
        .sees("Saved: Check waived in the plan of Aisha Khan.")
        .sees_no("is vague")
        .does("w")
        .sees("Nothing here can be waived.")
        .does("<Ctrl+Z>")
        .sees("is vague in strategy 1")
        .kept();
}

#[test]
fn a_removed_target_comes_back_with_its_strategies() {
    let senco = assessed()
        .does("nt")
        .does(TARGET)
        .does("<Ctrl+S>nsWait 10 seconds.<Tab><Tab><Ctrl+S><Home><Delete>")
        .sees("Saved: Target removed from the plan of Aisha Khan.")
        .sees_no("Wait 10 seconds.")
        .does("<Ctrl+Z>")
        .sees("Wait 10 seconds.")
        .kept();
    assert_eq!(senco.caseload().targets.len(), 1);
}

#[test]
fn a_plan_done_without_a_review_date_is_asked_about_and_not_stopped() {
    assessed()
        .does("<End><Enter><Tab><Tab><Tab><Tab>today")
        .sees("~ done, and no review date: when will you look at it together? (CoP 6.48)")
        .does("<Ctrl+S>")
        .sees("Saved: Plan done, no review date yet, for Aisha Khan.")
        .sees("a review date")
        .kept();
}

#[test]
fn a_light_plan_has_no_target_checks() {
    assessed()
        .does("<End><Enter><Tab><Tab><Tab><Tab><Tab><Right><Ctrl+S>")
        .sees("TARGETS (a light plan needs none)")
        .does("ntasks for help<Tab>")
        .sees_no("~ no aim")
        .does("<Ctrl+S>")
        .sees("Saved: Target added for Aisha Khan.")
        .sees_no("Check")
        .kept();
}

#[test]
fn the_arrows_turn_the_pages_and_esc_puts_the_pupil_down() {
    assessed()
        .does("<Right>")
        .sees("[Do]")
        .does("<Right><Right>")
        .sees("[Review]")
        .does("<Left>")
        .sees("[Do]")
        .does("<Esc>")
        .sees("No pupil is in hand. Press 1")
        .does("n")
        .sees("No pupil is in hand.");
}

#[test]
fn the_angle_brackets_go_through_the_pupils_that_the_register_showed() {
    Senco::new()
        .with(three())
        .does("1<Enter>p")
        .sees("1 of 3")
        .does(">")
        .sees("2 of 3")
        .sees("in hand: Osei")
        .does(">>")
        .sees("This is the last of the pupils you went through.")
        .does("<lt><lt><lt>")
        .sees("This is the first of the pupils you go through.");
}

#[test]
fn support_is_given_from_the_plan() {
    let senco = aisha()
        .does("ng")
        .sees("Aisha joins a group that runs")
        .picture("join-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: Aisha Khan joined")
        .does("<Delete>")
        .sees("taken away")
        .does("<Ctrl+Z>")
        .kept();
    assert!(senco.caseload().places.iter().count() > 0);
}

#[test]
fn the_next_cycle_goes_on_from_the_last_review() {
    let today = day("2026-11-23");
    let reviewed = demo::edits(today, &Ids::after(0, 1))
        .into_iter()
        .map(|edit| {
            let changes = edit.changes.into_iter().map(|change| match change {
                Change::Put(Record::Cycle(cycle)) if cycle.review_on == Some(day("2026-11-26")) => {
                    Change::Put(Record::Cycle(Cycle {
                        reviewed_on: Some(today),
                        ..cycle
                    }))
                }
                other => other,
            });
            Edit {
                label: edit.label,
                changes: changes.collect(),
            }
        });
    Senco::new()
        .with(reviewed)
        .does("1/aisha<Enter>p")
        .sees("+ Reviewed on 23 Nov. n starts cycle 4 from it.")
        .picture("plan-closed-80x24")
        .does("n")
        .sees("Saved: Cycle 4 begun for Aisha Khan, with 2 targets carried on.")
        .does("p")
        .at(80, 40)
        .sees("Since     cycle 2, where it began at")
        .sees("asks for help in 4-word sentences       5     5     8")
        .does("<Ctrl+Z>")
        .sees("n starts cycle 4 from it.")
        .kept();
}

#[test]
fn earlier_cycles_are_looked_at_and_left_as_they_were() {
    let mut senco = aisha()
        .does("v")
        .sees("cycle 2 of 3")
        .sees("kept as it was. Esc goes back to cycle 3.");
    for (key, page) in [('a', "assess"), ('p', "plan"), ('d', "do"), ('r', "review")] {
        senco = senco
            .does(&key.to_string())
            .sees("cycle 2 of 3")
            .at(80, 24)
            .picture(&format!("earlier-{page}-80x24"))
            .at(120, 40)
            .picture(&format!("earlier-{page}-120x40"));
        for key in ["<Enter>", "n", "<Delete>", "x", "w"] {
            senco = senco
                .does(key)
                .sees("and is kept as it was. Esc goes back to cycle 3.");
        }
    }
    senco
        .at(80, 24)
        .does("pv")
        .sees("cycle 1 of 3")
        .sees("[Plan")
        .does("v")
        .sees("cycle 3")
        .sees_no("of 3")
        .does("vv")
        .sees("cycle 1 of 3")
        .does("<Esc>")
        .sees_no("cycle 1")
        .sees("in hand: Khan, Aisha")
        .does("<Esc>")
        .sees("No pupil is in hand.")
        .kept();
}

#[test]
fn an_earlier_cycle_that_was_never_reviewed_is_put_right_where_it_stands() {
    let pupil = Id::new(100);
    let cycles = [
        Cycle::new(Id::new(31), pupil, 1, day("2026-01-12")),
        Cycle::new(Id::new(32), pupil, 2, day("2026-09-07")),
    ];
    let mut edits = with_pupil("Aisha", "Khan");
    edits.push(Edit::new("Cycles begun").put_all(cycles.to_vec()));
    let senco = Senco::new()
        .with(edits)
        .does("1<Enter>pv")
        .sees("cycle 1 of 2, not closed")
        .sees("From 12 Jan 2026 to 6 Sep 2026, never reviewed. Esc goes back to cycle 2.")
        .does("n")
        .sees("What is new belongs to cycle 2. Esc goes back to it.")
        .does("a<Enter>Aisha waits to be asked.<Ctrl+S>")
        .sees("Saved: Assessment written for Aisha Khan.")
        .does("<Ctrl+Z><Ctrl+Y>")
        .kept();
    let caseload = senco.caseload();
    let view = |id| {
        &caseload
            .cycles
            .get(Id::new(id))
            .expect("a cycle")
            .teacher_view
    };
    assert_eq!(
        (view(31).as_str(), view(32).as_str()),
        ("Aisha waits to be asked.", "")
    );
}

#[test]
fn another_pupil_and_another_screen_begin_at_the_newest_cycle() {
    aisha()
        .does("v")
        .sees("cycle 2 of 3")
        .does("02")
        .sees("cycle 3")
        .sees_no("cycle 2 of 3")
        .does("v<Ctrl+F>kofi<Enter>2")
        .sees_no("kept as it was");
}

#[test]
fn a_pupil_with_one_cycle_has_no_earlier_one() {
    Senco::new()
        .with(with_pupil("Aisha", "Khan"))
        .does("1<Enter>pv")
        .sees("Aisha has no cycle yet.")
        .does("nv")
        .sees("This is the only cycle that Aisha has had here: there is no earlier one.")
        .sees_no("v cycles");
}

#[test]
fn an_empty_caseload_says_how_to_take_a_pupil_in_hand() {
    Senco::new()
        .with(oakfield())
        .does("2")
        .picture("plan-nobody-80x24");
}

#[test]
fn a_long_name_leaves_the_columns_whole() {
    let name = "Wolfeschlegelsteinhausenbergerdorff-Zażółć de la Peña";
    Senco::new()
        .with(with_pupil("Maximiliana Anastasia", name))
        .does("1anp")
        .picture("plan-long-name-80x24");
}

#[test]
fn the_four_pages_of_the_demo() {
    let mut senco = aisha();
    for (key, page) in [('a', "assess"), ('p', "plan"), ('d', "do"), ('r', "review")] {
        senco = senco
            .does(&key.to_string())
            .at(80, 24)
            .picture(&format!("demo-{page}-80x24"))
            .at(120, 40)
            .picture(&format!("demo-{page}-120x40"));
    }
}

#[test]
fn the_plain_look_has_full_words_and_one_column() {
    let today = day("2026-11-23");
    Senco::plain()
        .with(demo::edits(today, &Ids::after(0, 1)))
        .at(120, 40)
        .does("1/aisha<Enter>p")
        .picture("demo-plan-plain-120x40");
}

#[test]
fn every_size_draws_every_page() {
    let mut senco = aisha();
    for page in ["a", "p", "d", "r"] {
        senco = senco.does(page);
        for (columns, rows) in (60..=130)
            .step_by(7)
            .flat_map(|columns| [(columns, 16), (columns, 17), (columns, 50)])
        {
            senco = senco.at(columns, rows);
            let (_, cursor) = senco.drawn();
            assert!(
                cursor.x < columns && cursor.y < rows,
                "the cursor left a window of {columns} by {rows} on page {page}"
            );
        }
        senco = senco.at(80, 24);
    }
}
