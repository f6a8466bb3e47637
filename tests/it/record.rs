//! The pupil's record: the EHC plan in full, diagnoses, access arrangements, referrals, attendance.

use caseload::domain::ehc_line::Means;

use caseload::domain::{Edit, NcYear, Pupil};

use super::register::{AISHA, KOFI, register};
use super::senco::Senco;

/// In a pupil's record, at the section of a letter.
fn section(name: &str, letter: char) -> Senco {
    section_of(Senco::new().with(register()), name, letter)
}

fn section_of(senco: Senco, words: &str, letter: char) -> Senco {
    senco.does(&format!("1/{words}<Enter><Enter>{letter}"))
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
    assert_eq!(kofi.named.case_officer, "");
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
        .sees("~ in your words, no group or strategy here: a visit each week")
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

#[test]
fn a_diagnosis_is_a_way_with_days_and_is_told_to_staff_only() {
    let senco = section("kha", 'N')
        .sees("none is needed for SEN support")
        .does("nADHD<Tab><Tab>2 feb<Tab>CAMHS<Tab>3 mar<Ctrl+S>")
        .sees("Saved: Aisha Khan: ADHD, waiting since 3 Mar 2026.")
        .sees("ADHD: waiting since 3 Mar 2026")
        .sees("referred 2 Feb 2026 to CAMHS")
        .kept()
        .does("ndyslexia<Tab>1 sep<Ctrl+S>")
        .sees("dyslexia: suspected 1 Sep 2026")
        .does("b")
        .sees("Pathway    ADHD: waiting since 3 Mar 2026   dyslexia")
        .does("<Esc><Delete>")
        .sees("dyslexia removed")
        .does("<Ctrl+Z>")
        .sees("dyslexia: suspected")
        .kept();
    assert_eq!(senco.caseload().diagnoses.len(), 2);
    let needs = &senco.caseload().pupils.get(AISHA).unwrap().needs;
    assert_eq!(needs.len(), 2, "no type of need by itself");
}

#[test]
fn an_access_arrangement_says_what_it_lacks_from_year_9() {
    let senco = section("kha", 'X')
        .sees("No access arrangement")
        .does("nReader<Tab>In class since Year 3.<Tab>2<Ctrl+S>")
        .sees("Saved: Aisha Khan: Reader.")
        .sees("evidence 0 of 2")
        .sees_no("missing")
        .does("<Esc>1/aa<Enter>")
        .sees("an access arrangement")
        .sees("showing 1")
        .does("/aa missing")
        .sees("with something missing")
        .sees("Nobody")
        .kept();
    assert_eq!(senco.caseload().arrangements.len(), 1);
    let year_9 = Pupil {
        year: Some(NcYear::Y9),
        ..senco.caseload().pupils.get(AISHA).unwrap().clone()
    };
    let reader = senco.caseload().arrangements.iter().next().unwrap().clone();
    let later = Edit::new("Year 9").put(year_9).put(reader);
    let senco = Senco::new().with(register().into_iter().chain([later]));
    section_of(senco, "aa missing", 'X')
        .sees("! missing: teacher evidence, form")
        .does("n1maths<Tab>Mr Lowe<Tab><Tab>Two thirds without it.<Ctrl+S>")
        .sees("23 Nov 2026, maths, Mr Lowe: Two thirds without it.")
        .sees("evidence 1 of 2")
        .does("n1English<Tab>Ms Ali<Ctrl+S>")
        .sees("! missing: form")
        .does("<Home><Enter><Tab><Tab><Tab><Right><Tab>2 oct<Tab>Ms Lin<Tab>speed 82<Tab>5 oct<Ctrl+S>")
        .sees("assessed 2 Oct 2026, by Ms Lin, speed 82; Form 8")
        .sees("expires 5 Dec 2028")
        .sees_no("! missing")
        .does("<Home><Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>4 dec<Ctrl+S>")
        .does("<Esc><Esc>0")
        .sees("Reader: approval runs out")
        .does("1/kha<Enter><Enter>X")
        .does("<End><Delete>")
        .sees("! missing: teacher evidence")
        .does("<Ctrl+Z>")
        .sees_no("! missing")
        .kept();
}

#[test]
fn referrals_have_consent_and_answer_and_stand_with_the_agencies() {
    let senco = section("kha", 'R')
        .sees("No professional is among the contacts")
        .sees("Nothing was asked of anybody outside yet")
        .does("nEP advice<Tab>Dr Lin<Tab>2 nov<Tab><Tab>Mrs Khan<Tab>1 nov<Tab>3 nov<Ctrl+S>")
        .sees("EP advice, of Dr Lin")
        .sees("asked 2 Nov 2026; consent of Mrs Khan 1 Nov 2026; sent 3 Nov 2026")
        .does("<Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab>accepted, 12 weeks<Tab>9 nov<Ctrl+S>")
        .sees("9 Nov 2026: accepted, 12 weeks")
        .kept()
        .does("<Esc>")
        .sees("awaited: EP advice")
        .does("R<Delete>")
        .sees("EP advice removed")
        .does("<Ctrl+Z>")
        .sees("EP advice, of Dr Lin")
        .kept();
    assert_eq!(senco.caseload().referrals.len(), 1);
}

#[test]
fn attendance_is_typed_by_the_term_and_called_what_the_figures_call_it() {
    let senco = section("kha", 'A')
        .sees("No figures yet")
        .does("n<Tab>130<Tab>112<Tab><Tab>5.5<Ctrl+S>")
        .sees("Saved: Aisha Khan: attendance, autumn 2026.")
        .sees("112 of 130 half-days, 86.1%")
        .sees("persistent absence")
        .sees("(at most 45 school days in a year)")
        .sees("over 5 days in a term the governors are")
        .kept()
        .does("n")
        .sees("summer 2026")
        .does("<Tab><Tab><Tab>45<Ctrl+S>")
        .sees("severe absence")
        .does("n<Left>")
        .sees("autumn 2025")
        .does("<Right><Right><Tab><Tab><Tab>90<Ctrl+S>")
        .sees("There are figures of summer 2026 already")
        .does("<Ctrl+D>")
        .does("<Esc>1/persistent absence<Enter>")
        .sees("showing 1")
        .kept();
    assert_eq!(senco.caseload().half_days.len(), 2);
}

#[test]
fn ihp_and_ihcp_find_each_other() {
    section("kha", 'H')
        .does("nasthma<Ctrl+S>")
        .does("<Ctrl+F>IHP")
        .sees("individual healthcare plan: asthma")
        .does("<Ctrl+A>ihcp")
        .sees("individual healthcare plan: asthma")
        .does("<Enter>")
        .sees("Aisha Khan: Health")
        .does("<Esc><Esc>1/ihcp<Enter>")
        .sees("an individual healthcare plan")
        .sees("showing 1")
        .does("/ihp<Enter>")
        .sees("showing 1");
}

#[test]
fn what_is_typed_in_the_place_of_a_long_text_is_seen_from_its_beginning() {
    Senco::new()
        .demo()
        .does("1/kha<Enter><Enter><Enter>S<End><Enter><Tab><Tab>")
        .sees("more with friends than with adults.")
        .does("8 of 9")
        .sees("> Why               8 of 9");
}
