//! What is done to several pupils at once: one edit, which one key takes back.

use caseload::domain::{NcYear, ReviewKind};

use super::register::{AISHA, KOFI, ZUZANNA, register};
use super::senco::Senco;

/// With all of the register marked.
fn all_marked() -> Senco {
    Senco::new().with(register()).does("1<Ctrl+A>")
}

#[test]
fn a_class_for_all_is_one_change_and_one_key_takes_it_back() {
    let senco = all_marked();
    let before = senco.caseload().clone();
    let senco = senco
        .does("c")
        .sees("What is to be done for")
        .picture("several-80x24")
        .does("c")
        .sees("Class for")
        .does("5A<Ctrl+S>")
        .sees("Saved: Class 5A for 5 pupils");
    assert!(senco.caseload().present().all(|pupil| pupil.class == "5A"));
    let senco = senco.does("<Ctrl+Z>");
    assert!(*senco.caseload() == before);
}

#[test]
fn two_hundred_pupils_are_changed_and_changed_back() {
    use caseload::domain::{Edit, Id, Pupil, PupilId};
    let many = (0..200).map(|n| Pupil {
        surname: format!("Family {n}"),
        ..Pupil::new(PupilId::new(5_000 + n), Id::new(10))
    });
    let senco = Senco::new().with(register()).with(
        register()
            .into_iter()
            .chain([Edit::new("Many").put_all(many)]),
    );
    let before = senco.caseload().clone();
    let senco = senco
        .does("1<Ctrl+A>cy4<Ctrl+S>")
        .sees("Saved: Year 4 for 205 pupils");
    let years = senco.caseload().present().map(|pupil| pupil.year);
    assert!(years.into_iter().all(|year| year == Some(NcYear::Y4)));
    let senco = senco.does("<Ctrl+Z>");
    assert!(*senco.caseload() == before);
}

#[test]
fn without_marks_it_is_the_one_under_the_cursor() {
    let senco = Senco::new()
        .with(register())
        .does("1/khan<Enter>cc6Z<Ctrl+S>")
        .sees("Saved: Class 6Z for 1 pupil");
    assert_eq!(senco.caseload().pupils.get(AISHA).unwrap().class, "6Z");
    assert_ne!(senco.caseload().pupils.get(KOFI).unwrap().class, "6Z");
}

#[test]
fn reviews_are_booked_for_all_and_who_has_one_is_left_out() {
    let senco = Senco::new()
        .with(register())
        .does("1/nowak<Enter>cr10 dec<Tab><Ctrl+S>")
        .sees("Saved: Review booked on");
    let booked = |senco: &Senco, pupil| {
        let reviews = senco.caseload().reviews.of(pupil);
        reviews
            .filter(|review| review.held_on.is_none() && review.kind == ReviewKind::Support)
            .count()
    };
    assert_eq!(booked(&senco, ZUZANNA), 1);
    let senco = senco
        .does("<Esc><Ctrl+A>cr11 dec<Ctrl+S>")
        .sees("not for Aisha Khan and 1");
    assert_eq!((booked(&senco, AISHA), booked(&senco, ZUZANNA)), (1, 1));
}

#[test]
fn a_new_school_year_is_shown_before_it_is_written() {
    let senco = Senco::new().demo().does("1<Ctrl+A>");
    let before = senco.caseload().clone();
    let senco = senco
        .does("cn")
        .sees("The new school year")
        .sees("are in the year of their age already")
        .picture("new-school-year-80x24")
        .does("<Esc>");
    assert!(*senco.caseload() == before);
    let senco = senco
        .does("cn<Ctrl+S>")
        .sees("Saved: New school year:")
        .sees("moved up");
    let of = |name: &str| {
        let mut pupils = senco.caseload().pupils.iter();
        pupils.find(|pupil| pupil.full_name() == name).unwrap()
    };
    let (khan, byrne) = (of("Aisha Khan"), of("Conor Byrne"));
    assert_eq!((khan.year, khan.class.as_str()), (Some(NcYear::Y5), "5B"));
    assert_eq!(
        byrne.left_on.map(|on| on.to_string()).as_deref(),
        Some("2026-07-21")
    );
    let senco = senco.does("<Ctrl+Z>");
    assert!(*senco.caseload() == before);
}

#[test]
fn cycles_are_begun_for_those_who_have_none_open() {
    Senco::new()
        .with(register())
        .does("1/tyler<Enter>cs")
        .sees("Start a cycle for Tyler?")
        .does("y")
        .sees("A cycle begun for 1 pupil");
}

#[test]
fn a_group_takes_all_that_are_not_in_it() {
    Senco::new()
        .demo()
        .does("1/4b<Enter><Ctrl+A>cg<Ctrl+S>")
        .sees("Saved: A place in");
}

#[test]
fn a_flag_for_all_is_one_change() {
    let senco = all_marked()
        .does("cf")
        .sees("A flag for")
        .does("<Right><Right><Ctrl+S>")
        .sees("Saved: EAL for 5 pupils")
        .kept();
    assert!(
        senco
            .caseload()
            .present()
            .all(|pupil| pupil.eal == Some(true))
    );
}

#[test]
fn a_run_of_reviews_is_typed_in_a_grid_and_is_one_change() {
    let senco = all_marked();
    let before = senco.caseload().clone();
    let senco = senco
        .does("cd")
        .sees("5 reviews: what was decided")
        .does("carry<Tab>20 nov<Tab>on the way<Tab>")
        .picture("review-run-80x24")
        .does("<Home>=")
        .sees("Filled down")
        .does("<Ctrl+S>")
        .sees("Saved: 2 reviews held")
        .kept();
    let held = |senco: &Senco, pupil| {
        let mut reviews = senco.caseload().reviews.of(pupil);
        reviews.any(|review| review.held_on.is_some() && review.decision.is_some())
    };
    assert!(held(&senco, AISHA) && held(&senco, ZUZANNA) && !held(&senco, KOFI));
    let senco = senco.does("<Ctrl+Z>");
    assert!(*senco.caseload() == before);
}

#[test]
fn a_decision_that_is_none_stops_the_run_at_its_cell() {
    all_marked()
        .does("cdc<Enter><Ctrl+S>")
        .sees("is none of the decisions")
        .does("<Esc>")
        .sees("kept as a draft");
}
