//! Logging a week of sessions in the register.

use caseload::demo;
use caseload::domain::{
    Closure, ClosureKind, Edit, Id, Ids, Intervention, Keeping, Person, PersonKind, Place,
    Provision, Pupil, School, Weekdays, slot, term,
};
use chrono::NaiveDate;

use super::school::{OAKFIELD, oakfield};
use super::senco::Senco;

/// The made-up school before lessons on Monday 23 November 2026: last week's Phonics is not entered yet.
fn before_school() -> Senco {
    let today = "2026-11-23".parse().expect("a date");
    Senco::on("2026-11-23T08:50:00+00:00").with(demo::edits(today, &Ids::after(1, 1)))
}

/// With the register of Mrs Bell's groups open at Phonics.
fn at_phonics() -> Senco {
    before_school()
        .does("4<Down><Enter>")
        .sees("PHONICS CATCH-UP")
}

#[test]
fn the_week_to_log_comes_first() {
    before_school()
        .does("4")
        .picture("registers-80x24")
        .at(120, 40)
        .picture("registers-120x40");
}

#[test]
fn the_week_is_chosen_by_keys_or_by_a_date() {
    before_school()
        .does("4<lt>")
        .sees("TO LOG, WEEK OF MON 9 NOV")
        .does(">>")
        .sees("TO LOG, WEEK OF MON 23 NOV")
        .does(">")
        .sees("That week has not come yet")
        .does("g12 oct<Enter>")
        .sees("TO LOG, WEEK OF MON 12 OCT")
        .does("<Esc>")
        .sees("TO LOG, WEEK OF MON 16 NOV");
}

#[test]
fn l_goes_to_the_week_to_log_and_with_a_pupil_to_her_timeline() {
    before_school()
        .does("4v1<Enter><Esc>l")
        .sees("[Timeline]")
        .sees("in hand:")
        .does("v")
        .sees("[Provision]")
        .does("v")
        .sees("TO LOG, WEEK OF MON 16 NOV");
}

#[test]
fn who_can_see_decides_which_registers_and_which_entries_there_are() {
    before_school()
        .does("4<F8>2")
        .does("<Down><Enter>")
        .sees("A. K.")
        .sees_no("Khan")
        .does("<Esc>v")
        .sees_no("Darko");
}

#[test]
fn the_register_of_phonics_reads_like_the_story() {
    at_phonics()
        .does("<Right><Right>-ass<Enter><Left><Down><Down><Down>a")
        .picture("register-80x24")
        .at(120, 40)
        .picture("register-120x40");
}

#[test]
fn a_week_is_logged_by_one_key_and_one_save() {
    at_phonics()
        .sees("27 promised = 16 given + 8 not given + 3 no entry")
        .does("=")
        .sees("As timetabled: 3 sessions ran and everyone came.")
        .sees("Not saved yet")
        .does("<Ctrl+S>")
        .sees("Saved: Register of Phonics catch-up, week of Mon 16 Nov. Ctrl+Z takes it back.")
        .sees("27 promised = 19 given + 8 not given + 0 no entry")
        .kept()
        .does("<Ctrl+Z>")
        .sees("Taken back: Register of Phonics catch-up")
        .sees("27 promised = 16 given + 8 not given + 3 no entry")
        .kept()
        .does("<Ctrl+Y>")
        .sees("27 promised = 19 given + 8 not given + 0 no entry")
        .does("<Esc>")
        .sees("entered")
        .kept();
}

#[test]
fn what_did_not_run_has_its_reason_and_what_is_not_known_stays_apart() {
    at_phonics()
        .does("-")
        .sees("Why did it not run?  Phonics catch-up on Mon 16 Nov")
        .does("fire drill<Enter>")
        .sees("[no: fire…]")
        .does("<Right>-assem<Enter>")
        .sees("Wed 18 Nov 9:10: did not run, assembly")
        .does("<Ctrl+S>")
        .sees("27 promised = 16 given + 10 not given + 1 no entry")
        .sees("5 adult away, 4 assembly, 1 fire drill")
        .kept();
}

#[test]
fn a_mark_says_that_it_ran_and_is_taken_back_by_itself() {
    at_phonics()
        .does("<Down><Down><Down>a")
        .sees("Mon 16 Nov: it ran, and all but Aisha are marked there.")
        .sees("Mon 16 Nov 9:10: it ran; Aisha Khan absent")
        .does("s")
        .sees("Aisha Khan kept out by school")
        .does("<Ctrl+Z>")
        .sees("Taken back: the newest mark.")
        .sees("Aisha Khan absent")
        .does("<Delete>")
        .sees("Mon 16 Nov 9:10: no entry; Aisha Khan not marked")
        .does("<Delete>")
        .sees("Mon 16 Nov has no entry as it is.")
        .does("<Ctrl+Y><Up><Up><Up>a")
        .sees("This row says whether the session ran");
}

#[test]
fn leaving_keeps_the_marks_as_a_draft_that_opens_with_the_register() {
    at_phonics()
        .does("=<Down>a<Esc>")
        .sees("Not saved: kept as a draft.")
        .sees("3 no entry")
        .does("0<End><Enter>")
        .sees("Phonics catch-up, week of Mon 16 Nov: marks not saved")
        .sees_no("{")
        .picture("drafts-register-80x24")
        .does("<Esc>4")
        .does("<Enter>")
        .sees("Taken up where you left it.")
        .sees("Not saved yet")
        .does("<Ctrl+S>")
        .sees("27 promised = 19 given + 8 not given + 0 no entry")
        .does("<Esc><Enter>")
        .sees_no("Taken up where you left it.")
        .kept();
}

#[test]
fn marks_thrown_away_are_gone() {
    at_phonics()
        .does("=<Ctrl+D>")
        .sees("Thrown away")
        .does("<Enter>")
        .sees_no("Not saved yet")
        .kept();
}

#[test]
fn a_note_is_the_groups_or_one_pupils_own() {
    at_phonics()
        .does("=<Tab>new word cards went home<Down>")
        .sees("Told by")
        .does("<Ctrl+A><Backspace>Mr Day<Esc><Down><Down><Down><Tab>read a whole page<Ctrl+S>")
        .sees("Saved: Register of Phonics catch-up")
        .sees("Told by Mr Day, typed Mon 23 Nov.")
        .sees("read a whole page")
        .does("<Up>")
        .sees_no("read a whole page")
        .does("<Up><Up>")
        .sees("new word cards went home")
        .kept();
}

#[test]
fn a_note_waits_for_an_entry() {
    at_phonics()
        .does("<Tab>x")
        .sees("Mon 16 Nov has no entry yet.")
        .does("<Shift+Tab>.<Tab>x")
        .sees_no("has no entry yet");
}

#[test]
fn tab_goes_to_the_note_and_the_next_group() {
    at_phonics()
        .sees("2 of 4")
        .does("<Tab><Tab>")
        .sees("3 of 4")
        .does("<Shift+Tab>")
        .sees("PHONICS CATCH-UP");
}

#[test]
fn another_week_is_another_register() {
    at_phonics()
        .does("=<lt>")
        .sees("< week of Mon 9 Nov >")
        .does(">")
        .sees("< week of Mon 16 Nov >")
        .sees("Not saved yet")
        .does(">")
        .sees("< week of Mon 23 Nov >")
        .does("<Right>.")
        .sees("Wed 25 Nov has not come yet. Log it when it has.")
        .does(">")
        .sees("The week after this has not come yet.");
}

fn day(written: &str) -> NaiveDate {
    written.parse().expect("a date")
}

/// Two pupils in a group of Mrs Bell's at Oakfield, kept so, on the timetable given; 18 November is an INSET day.
fn group(keeping: Keeping, slots: &str) -> Senco {
    let pupil = |id, forename: &str, surname: &str| Pupil {
        forename: forename.into(),
        surname: surname.into(),
        ..Pupil::new(Id::new(id), OAKFIELD)
    };
    let place = |id, pupil| Place {
        id: Id::new(id),
        pupil: Id::new(pupil),
        intervention: Id::new(40),
        from: None,
        to: None,
        target: None,
    };
    let school = School {
        id: OAKFIELD,
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![],
        terms: term::illustrations(),
        closures: vec![Closure {
            first: day("2026-11-18"),
            last: day("2026-11-18"),
            kind: ClosureKind::Inset,
            name: String::new(),
        }],
    };
    let bell = Person {
        id: Id::new(30),
        name: "Mrs Bell".into(),
        kind: PersonKind::Staff,
        role: "TA".into(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: String::new(),
    };
    let provision = Provision {
        id: Id::new(35),
        name: "Number catch-up".into(),
        area: None,
        wave: 2,
        minutes: None,
        group_size: None,
        pence_an_hour: None,
        words: String::new(),
    };
    let intervention = Intervention {
        id: Id::new(40),
        provision: Id::new(35),
        name: "Number catch-up".into(),
        led_by: Some(Id::new(30)),
        began_on: day("2026-11-09"),
        ends_on: None,
        keeping,
        minutes: 30,
        slots: slot::read_slots(slots).expect("a timetable"),
        room: String::new(),
    };
    let edit = Edit::new("Group")
        .put(school)
        .put(bell)
        .put(provision)
        .put(pupil(50, "Zoë", "Łukasiewicz-Brzęczyszczykiewicz"))
        .put(pupil(51, "明", "王"))
        .put(intervention)
        .put(place(60, 50))
        .put(place(61, 51));
    let edits = oakfield().into_iter().chain([edit]);
    Senco::new().with(edits)
}

#[test]
fn a_closed_day_shows_why_and_a_session_on_it_is_a_doubt_that_saves() {
    group(Keeping::EachSession, "mon wed 9:10")
        .does("4<Enter>=")
        .sees("As timetabled: 1 session ran")
        .sees("INSET day")
        .does("<Right>.")
        .sees("~ The school was closed on Wed 18 Nov (INSET day): is the day right?")
        .does("<Ctrl+S>")
        .sees("Saved: Register of Number catch-up")
        .sees("5 promised = 2 given + 0 not given + 3 no entry")
        .kept();
}

#[test]
fn a_group_kept_by_exception_is_as_timetabled_but_for_what_is_marked() {
    group(Keeping::ByException, "mon fri 9:10")
        .does("4")
        .sees("as timetabled")
        .does("<lt><Enter>=")
        .sees("is kept by exception: it is as timetabled already")
        .sees("(yes)")
        .does("<Down>a<Ctrl+S>")
        .sees("Saved")
        .does("<Esc>")
        .sees("1 marked")
        .kept();
}

#[test]
fn standing_support_has_no_register() {
    group(Keeping::Standing, "")
        .does("4")
        .sees("No group with a register ran in this week.");
}

#[test]
fn long_and_wide_names_and_two_sessions_a_day_keep_to_their_columns() {
    group(Keeping::EachSession, "mon tue thu fri 9:10 14:00")
        .does("4<Enter>=<Right><Right><Right><Right><Right><Right><Right><Down>a")
        .sees("Fri 20 Nov 14:00")
        .picture("register-many-80x24")
        .at(60, 16)
        .picture("register-many-60x16");
}

#[test]
fn what_was_entered_before_is_changed_in_its_week() {
    at_phonics()
        .does("<lt>")
        .sees("Told by Mrs Bell, typed")
        .does("-trip<Enter><Ctrl+S>")
        .sees("Saved: Register of Phonics catch-up, week of Mon 9 Nov.")
        .sees("4 adult away, 3 assembly, 1 trip")
        .does("<Delete><Ctrl+S>")
        .sees("7 not given + 4 no entry")
        .kept();
}

#[test]
fn a_session_that_was_not_on_the_timetable_counts_as_one_more() {
    at_phonics()
        .sees("27 promised = 16 given + 8 not given + 3 no entry")
        .does("<Esc>n")
        .sees("s  a session that was not on the timetable, of Phonics catch-up")
        .picture("registers-new-80x24")
        .does("s")
        .sees("A session that was not on the timetable: Phonics catch-up")
        .does("<Ctrl+A>thu<Tab>13:30")
        .sees("Phonics catch-up has no slot on Thu 19 Nov: it counts as one more session")
        .does("<Tab><Tab><Tab>a")
        .picture("extra-session-80x24")
        .at(120, 40)
        .picture("extra-session-120x40")
        .at(80, 24)
        .does("<Ctrl+S>")
        .sees("Saved: Phonics catch-up on Thu 19 Nov: given. Ctrl+Z takes it back.")
        .does("<Enter>")
        .sees("28 promised = 17 given + 8 not given + 3 no entry")
        .sees("Thu 19")
        .kept()
        .does("<Ctrl+Z>")
        .sees("27 promised = 16 given + 8 not given + 3 no entry")
        .does("<Ctrl+Y>")
        .sees("28 promised = 17 given + 8 not given + 3 no entry")
        .kept();
}

#[test]
fn an_extra_session_that_did_not_run_needs_a_reason_and_a_day_that_has_come() {
    at_phonics()
        .does("<Esc>ns<Ctrl+A>fri 27 nov<Ctrl+S>")
        .sees("Fri 27 Nov has not come yet. Log it when it has.")
        .does("<Ctrl+D>ns<Ctrl+A>thu<Tab>quarter<Ctrl+S>")
        .sees("“quarter” is not a time of day")
        .does("<Ctrl+D>ns<Ctrl+A>thu<Tab><Tab>n<Ctrl+S>")
        .sees("Why did it not run? A word is enough: adult away, assembly, trip.")
        .does("trip<Ctrl+S>")
        .sees("Saved: Phonics catch-up on Thu 19 Nov: not given, trip.")
        .does("<Enter>")
        .sees("28 promised = 16 given + 9 not given + 3 no entry")
        .does("<Esc>ns<Ctrl+A>thu<Ctrl+S>")
        .sees("is logged already. If this was one more, give")
        .does("13:30<Tab><Tab>trip<Ctrl+S>")
        .sees("There is a reason why it did not run. Say no here, or empty the reason.")
        .kept();
}

#[test]
fn a_closed_day_and_a_session_with_no_entry_are_told_and_stop_nothing() {
    at_phonics()
        .does("<Esc>ns<Ctrl+A>wed")
        .sees("~ 9:10 that day has no entry yet, so this counts for it (the timetable)")
        .does("<Ctrl+D>ns<Ctrl+A>26 oct<Tab>")
        .sees("the school was closed on Mon 26 Oct (half term): is the day right?")
        .does("<Esc>")
        .sees("Not saved: kept as a draft.")
        .does("ns")
        .sees("Taken up where you left it.")
        .does("<Ctrl+S>")
        .sees("Saved: Phonics catch-up on Mon 26 Oct: given.")
        .kept();
}

#[test]
fn a_session_that_was_not_on_the_timetable_is_logged_from_the_do_page() {
    before_school()
        .does("1/aisha<Enter>dn")
        .sees("a session that was not on the timetable")
        .does("s")
        .does("<Ctrl+A>thu<Ctrl+S>")
        .sees("on Thu 19 Nov: given. Ctrl+Z takes it back.")
        .kept()
        .does("<End>ns")
        .sees("A session of which group?")
        .picture("extra-session-which-80x24")
        .does("b")
        .sees("A session that was not on the timetable: Colourful semantics");
}

#[test]
fn a_week_with_nothing_to_log_tells_of_the_gaps_in_others() {
    group(Keeping::EachSession, "mon fri 9:10")
        .does("4<lt>")
        .does("<Enter>=<Ctrl+S><Esc>")
        .sees("nothing in this week; 3 of other weeks have no entry: < goes back")
        .kept();
}
