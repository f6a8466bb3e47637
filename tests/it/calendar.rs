//! Calendar: the month, all dates as a list, and going to a date in words.

use caseload::domain::{
    Action, Closure, ClosureKind, Decision, Edit, EhcEvent, EhcStep, Id, Ids, NeedCode, Pupil,
    PupilId, Review, ReviewKind, School, Status, StatusPeriod, term,
};
use chrono::NaiveDate;

use super::school::{OAKFIELD, oakfield};
use super::senco::Senco;

const AISHA: PupilId = PupilId::new(100);
const KOFI: PupilId = PupilId::new(101);
const LI_WEI: PupilId = PupilId::new(102);

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a date")
}

fn pupil(id: PupilId, surname: &str, forename: &str) -> Pupil {
    Pupil {
        surname: surname.into(),
        forename: forename.into(),
        needs: vec![NeedCode::new("SLCN")],
        ..Pupil::new(id, OAKFIELD)
    }
}

fn status(id: i64, pupil: PupilId, status: Status) -> StatusPeriod {
    StatusPeriod {
        id: Id::new(id),
        pupil,
        status,
        watching: false,
        from: Some(day("2025-09-02")),
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: Some(day("2025-09-02")),
        watched: Vec::new(),
    }
}

fn review(id: i64, pupil: PupilId, kind: ReviewKind, on: &str, at: &str) -> Review {
    Review {
        at: at.parse().ok(),
        ..Review::booked(Id::new(id), pupil, kind, day(on))
    }
}

fn action(id: i64, pupil: PupilId, what: &str, by: &str) -> Action {
    Action {
        id: Id::new(id),
        pupil,
        review: None,
        what: what.into(),
        who: "Mr Lowe".into(),
        person: None,
        agreed_on: day("2026-11-02"),
        by: Some(day(by)),
        done_on: None,
        dropped: String::new(),
    }
}

/// Three pupils with their dates: Aisha's review on Thursday, Kofi's annual review on 14 December, and a full Monday
/// between them.
fn dated() -> Vec<Edit> {
    let held = Review {
        held_on: Some(day("2026-11-19")),
        decision: Some(Decision::CarryOn),
        ..review(303, LI_WEI, ReviewKind::Support, "2026-11-19", "")
    };
    let made = EhcEvent {
        id: Id::new(400),
        pupil: KOFI,
        step: EhcStep::Made,
        on: day("2024-12-16"),
        note: String::new(),
    };
    let reviewed = EhcEvent {
        id: Id::new(401),
        step: EhcStep::Reviewed,
        on: day("2025-12-15"),
        ..made.clone()
    };
    let mut edits = oakfield();
    edits.push(
        Edit::new("Dates")
            .put(pupil(AISHA, "Khan", "Aisha"))
            .put(pupil(KOFI, "Osei", "Kofi"))
            .put(pupil(LI_WEI, "Ng", "Li Wei"))
            .put(status(200, AISHA, Status::K))
            .put(status(201, KOFI, Status::E))
            .put(status(202, LI_WEI, Status::K))
            .put(made)
            .put(reviewed)
            .put(review(
                300,
                AISHA,
                ReviewKind::Support,
                "2026-11-26",
                "15:30:00",
            ))
            .put(review(
                301,
                KOFI,
                ReviewKind::Annual,
                "2026-12-14",
                "14:00:00",
            ))
            .put(review(
                302,
                LI_WEI,
                ReviewKind::Support,
                "2026-11-30",
                "09:00:00",
            ))
            .put(held)
            .put(action(500, AISHA, "hearing test result", "2026-11-30"))
            .put(action(501, LI_WEI, "seat near the door", "2026-11-30"))
            .put(action(502, KOFI, "new reading book", "2026-11-30"))
            .put(action(503, LI_WEI, "teacher's sheet", "2026-11-18")),
    );
    edits
}

#[test]
fn an_empty_caseload_shows_the_schools_own_dates() {
    Senco::new()
        .does("3")
        .sees("< November 2026 >")
        .sees("no term dates")
        .sees("census")
        .does("<Enter><Esc>vv")
        .sees("< November 2026 >");
    Senco::new()
        .with(oakfield())
        .does("3")
        .sees("autumn, week 12")
        .sees("Autumn 2 ends")
        .picture("calendar-empty-80x24");
}

#[test]
fn the_month_marks_what_is_on_and_lists_what_comes_next() {
    Senco::new()
        .with(dated())
        .does("3")
        .picture("calendar-80x24")
        .at(120, 40)
        .picture("calendar-120x40");
}

#[test]
fn a_full_day_is_counted_and_its_entries_are_gone_through() {
    Senco::new()
        .with(dated())
        .does("3<Down>")
        .sees("Mon 30 November 2026, in 7 days")
        .sees("30&5")
        .does("<Enter>")
        .picture("calendar-in-list-80x24")
        .does("<Down><Down><Down><Down><Down>")
        .sees("FROM MON 30 NOV")
        .does("<Esc>")
        .sees("Mon 14 December 2026, in 3 weeks");
}

#[test]
fn all_dates_stand_in_one_list_from_the_chosen_day() {
    Senco::new()
        .with(dated())
        .does("3v")
        .picture("calendar-agenda-80x24")
        .does("<Up>")
        .sees("review held: carry on")
        .at(120, 40)
        .picture("calendar-agenda-120x40");
}

#[test]
fn arrows_cross_months_and_pages_keep_to_the_last_day() {
    Senco::on("2027-01-31T09:00:00+00:00")
        .with(oakfield())
        .does("3")
        .sees("Sun 31 January 2027, today")
        .does("<Right>")
        .sees("< February 2027 >")
        .sees("Mon 1 February 2027, tomorrow")
        .does("<Left><PageDown>")
        .sees("Sun 28 February 2027")
        .does("<Home><Up>")
        .sees("Mon 25 January 2027")
        .does("<End>")
        .sees("Sun 31 January 2027")
        .does("<lt>")
        .sees("Thu 31 December 2026")
        .does(">>")
        .sees("Sun 28 February 2027");
}

#[test]
fn a_leap_february_has_its_day() {
    Senco::new()
        .does("3g29/2/2028<Enter>")
        .sees("< February 2028 >")
        .sees(">29")
        .does("<Right>")
        .sees("Wed 1 March 2028");
    Senco::new()
        .does("3g29/2/2027<Enter>")
        .sees("There is no 29 February 2027")
        .sees("Go to a date");
}

#[test]
fn a_date_in_words_is_echoed_in_full_before_one_goes() {
    Senco::new()
        .with(oakfield())
        .does("3gsat")
        .sees("= Sat 28 November 2026, in 5 days")
        .sees("no pupils in school: Saturday")
        .does("<Backspace><Backspace><Backspace>+6w")
        .picture("go-to-date-80x24")
        .does("<Enter>")
        .sees("Mon 4 January 2027, in 6 weeks")
        .sees("spring, week 1");
    Senco::new()
        .does("3gsoon<Enter>")
        .sees("can't be read as a date")
        .does("<Esc>")
        .sees("Mon 23 November 2026, today");
}

#[test]
fn closed_days_say_why() {
    let mut edits = dated();
    let mut school = School {
        id: OAKFIELD,
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![],
        terms: term::illustrations(),
        closures: vec![],
    };
    let closure = |on: &str, kind, name: &str| Closure {
        first: day(on),
        last: day(on),
        kind,
        name: name.into(),
    };
    school.closures = vec![
        closure("2026-12-01", ClosureKind::Inset, "phonics"),
        closure("2026-12-02", ClosureKind::Closed, "snow"),
    ];
    edits.push(Edit::new("").put(school));
    Senco::new()
        .with(edits)
        .does("3g1 dec<Enter>")
        .sees("INSET day: phonics")
        .does("<Right>")
        .sees("Closed: snow")
        .sees(" 2c")
        .does("g25 dec<Enter>")
        .sees("Bank holiday: Christmas Day")
        .does("<Left>")
        .sees("Christmas holiday")
        .picture("calendar-closed-80x24");
}

#[test]
fn the_pupil_in_hand_comes_first_and_is_marked() {
    Senco::new()
        .with(dated())
        .does("3<Down><Enter><Down>a3")
        .sees("in hand: Osei, Kofi")
        .does("<Esc>")
        .sees("[Osei, Kofi]")
        .picture("calendar-in-hand-80x24")
        .does("<Esc>")
        .sees_no("in hand");
}

#[test]
fn a_date_by_law_opens_its_sum_and_goes_to_the_work() {
    Senco::new()
        .with(dated())
        .does("3<Down><Enter>")
        .does("<Down>")
        .sees("papers out")
        .does("<Enter>")
        .sees("Osei, Kofi: ")
        .sees("by law")
        .sees("14 Dec 2026")
        .picture("sum-80x24")
        .does("<Enter>")
        .sees("Booked review: Kofi")
        .sees("in hand: Osei, Kofi");
}

#[test]
fn a_review_of_a_pupil_without_one_in_hand_says_what_to_do() {
    Senco::new()
        .with(dated())
        .does("3n")
        .sees("No pupil is in hand");
}

#[test]
fn a_review_is_booked_on_the_chosen_day_and_a_draft_of_it_keeps_the_day() {
    let yusuf = PupilId::new(103);
    let mut edits = dated();
    edits.push(
        Edit::new("Yusuf")
            .put(pupil(yusuf, "Abdi", "Yusuf"))
            .put(status(203, yusuf, Status::K)),
    );
    Senco::new()
        .with(edits)
        .does("1/abdi<Enter><Enter><Esc>3g10 dec<Enter>n")
        .sees("= Thu 10 December 2026, in 17 days")
        .does("<Esc>")
        .sees_no("kept as a draft")
        .does("n3.15pm<Tab>library<Esc>")
        .sees("kept as a draft")
        .does("gfri<Enter>n")
        .sees("10 Dec 2026")
        .sees("library")
        .does("<Ctrl+S>")
        .sees("Saved:")
        .kept()
        .does("g10 dec<Enter>")
        .sees("10*")
        .sees("[Abdi, Yusuf]")
        .sees("15:15")
        .does("<Ctrl+Z>")
        .sees_no("10*")
        .kept();
}

#[test]
fn the_story_stands_in_the_calendar() {
    let edits = caseload::demo::edits(day("2026-11-23"), &Ids::after(100, 1));
    Senco::new()
        .with(edits)
        .does("3")
        .sees("Thu 26 Khan, Aisha  review 15:30")
        .sees("Mon 30 Osei, Kofi   papers out    law")
        .does("g31 dec<Enter>")
        .sees("inclusion strategy")
        .does("g21 jan<Enter><Enter>")
        .sees("census")
        .kept();
}

#[test]
fn every_size_draws_with_the_cursor_inside() {
    let mut senco = Senco::new().with(dated()).does("3");
    for script in ["", "<Enter>", "v", "g", "<Esc><Ctrl+O>", "<Enter>"] {
        senco = senco.at(80, 24).does(script);
        for (columns, rows) in [(60, 16), (61, 40), (75, 17), (99, 16), (100, 24), (200, 60)] {
            senco = senco.at(columns, rows);
            let (_, cursor) = senco.drawn();
            assert!(
                cursor.x < columns && cursor.y < rows,
                "the cursor left a window of {columns} by {rows} after {script}"
            );
        }
    }
    senco
        .does("<Esc><Esc><Esc>v")
        .at(60, 16)
        .picture("calendar-60x16");
}

#[test]
fn a_family_sees_no_other_childs_dates_and_staff_see_initials() {
    Senco::new()
        .with(dated())
        .does("1/osei<Enter><Enter><Esc><F8>33")
        .sees("papers out")
        .sees("30#2")
        .sees_no("Khan")
        .sees_no("Ng")
        .sees_no("hearing")
        .does("v")
        .sees("annual review")
        .sees_no("Khan")
        .does("<Up><Up><Up>")
        .sees_no("Ng, Li Wei");
    Senco::new()
        .with(dated())
        .does("<F8>23")
        .sees("A. K.")
        .sees("hearing test")
        .sees_no("Khan");
}
