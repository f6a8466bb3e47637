//! A SENCO of more than one school.

use super::register::{AISHA, KOFI, ZUZANNA, register};
use super::senco::Senco;

/// With Northgate beside Oakfield, and Kofi and Zuzanna at it.
fn two_schools() -> Senco {
    Senco::new()
        .with(register())
        .does("<Ctrl+O>n")
        .sees("A school that is new to the caseload")
        .does("Northgate School<Ctrl+S><Esc>")
        .does("1/osei<Enter> <Esc>/nowak<Enter> <Esc>")
        .does("ch<Right><Ctrl+S>")
        .sees("Saved: Northgate School for 2 pupils")
        .kept()
}

#[test]
fn a_school_is_added_and_pupils_are_moved_to_it_as_one_change() {
    let senco = two_schools();
    let caseload = senco.caseload();
    let of = |id| {
        let pupil = caseload.pupils.get(id).expect("a pupil");
        let school = caseload.school_of(pupil.school).expect("a school");
        school.name.clone()
    };
    assert_eq!(of(KOFI), "Northgate School");
    assert_eq!(of(ZUZANNA), "Northgate School");
    assert_ne!(of(AISHA), "Northgate School");
}

#[test]
fn each_school_has_its_figures_and_is_a_filter() {
    two_schools()
        .does("<Esc>")
        .sees("Northgate School 2: K 1, E 1, watching 0")
        .picture("pupils-two-schools-80x24")
        .does("/school:north")
        .sees("showing 2")
        .sees_no("Khan")
        .does("<Esc>n<Tab><Tab>")
        .sees("A new pupil");
}

#[test]
fn each_school_has_its_own_term_dates() {
    let senco = two_schools().does("<Esc><Ctrl+O><Down><Enter>");
    let senco = senco.sees("Northgate School");
    let schools: Vec<_> = senco.caseload().schools.iter().collect();
    assert_eq!(schools.len(), 2);
    assert!(schools.iter().all(|school| !school.terms.is_empty()));
}
