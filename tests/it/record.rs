//! The pupil's record: the EHC plan in full.

use caseload::domain::ehc_line::Means;

use super::register::{KOFI, register};
use super::senco::Senco;

/// In a pupil's record, at the section of a letter.
fn section(name: &str, letter: char) -> Senco {
    Senco::new()
        .with(register())
        .does(&format!("1/{name}<Enter><Enter>{letter}"))
}

#[test]
fn an_ehc_plan_names_who_maintains_it_and_what_it_pays() {
    let senco = section("kof", 'E')
        .sees("Maintained by")
        .does("<Home><Enter><Ctrl+A>Oakshire<Tab>Ms Lin<Tab>Oakfield Primary<Tab>Band D")
        .does("<Tab><Ctrl+A>6120<Tab><Ctrl+A>15<Ctrl+S>")
        .sees("Saved: Record of Kofi Osei changed.")
        .sees("Ms Lin")
        .sees("£6,120.00 a year")
        .sees("15 hours a week")
        .kept()
        .does("<Ctrl+Z>")
        .sees_no("Ms Lin")
        .kept();
    let kofi = senco.caseload().pupils.get(KOFI).unwrap();
    assert_eq!(kofi.case_officer, "");
}

#[test]
fn a_line_of_section_f_is_loud_until_something_is_given_for_it() {
    let senco = section("kof", 'E')
        .sees("No line is typed yet")
        .does("neUses money on his own.<Tab><Tab><Tab>E1<Ctrl+S>")
        .sees("Saved: Outcome added for Kofi Osei.")
        .does("nfSpeech work in a pair<Tab>30 min weekly<Tab>Mrs Bell<Tab><Right><Ctrl+S>")
        .sees("Saved: Kofi Osei: section F, Speech work in a pair.")
        .sees("E1   Speech work in a pair")
        .sees("30 min weekly, Mrs Bell")
        .sees("! NOT ARRANGED: nothing is named for it")
        .kept()
        .does("<Esc>")
        .sees("! 1 not arranged")
        .does("<Esc>1/not arranged<Enter>")
        .sees("a line of section F not arranged")
        .sees("showing 1")
        .does("b")
        .sees("not arranged: Speech work in a pair, 30 min weekly")
        .does("<Esc><Enter>E<End><Enter><Tab><Tab><Tab><Tab>a visit each week<Ctrl+S>")
        .sees("given as: a visit each week")
        .sees_no("NOT ARRANGED")
        .kept();
    let line = senco.caseload().ehc_lines.iter().next().unwrap();
    assert_eq!(
        line.means,
        Some(Means::Otherwise("a visit each week".into()))
    );
    assert!(line.outcome.is_some());
    let senco = senco.does("<Ctrl+Z><Ctrl+Z>").sees("No line is typed yet");
    assert!(senco.kept().caseload().ehc_lines.is_empty());
}
