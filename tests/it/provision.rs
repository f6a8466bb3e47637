//! Provision: interventions begun, changed and taken away, with their pupils' places.

use caseload::demo;
use caseload::domain::{Edit, Id, Ids, Pupil};

use super::school::{OAKFIELD, oakfield};
use super::senco::Senco;

/// The made-up school on Monday 23 November 2026, at Provision.
fn at_demo() -> Senco {
    let today = "2026-11-23".parse().expect("a date");
    Senco::new()
        .with(demo::edits(today, &Ids::after(1, 1)))
        .does("4vv")
}

/// Oakfield with three pupils and nothing given to them yet, at Provision.
fn at_oakfield() -> Senco {
    let pupil = |id, forename: &str, surname: &str| Pupil {
        forename: forename.into(),
        surname: surname.into(),
        class: "4B".into(),
        ..Pupil::new(Id::new(id), OAKFIELD)
    };
    let edit = Edit::new("Pupils")
        .put(pupil(50, "Aisha", "Khan"))
        .put(pupil(51, "Tom", "Price"))
        .put(pupil(52, "Tom", "Adeyemi"));
    Senco::new()
        .with(oakfield().into_iter().chain([edit]))
        .does("4vv")
}

#[test]
fn what_runs_and_the_catalogue_stand_in_one_list() {
    at_demo()
        .picture("provision-80x24")
        .at(120, 40)
        .picture("provision-120x40");
}

#[test]
fn an_intervention_is_begun_from_the_starter_list_for_named_pupils() {
    at_oakfield()
        .sees("Nothing runs yet.")
        .does("nphon<Tab><Tab>Mrs Bell<Tab><Ctrl+A>14 sep<Tab>11 dec<Tab>mon wed fri 9:10<Tab><Tab><Tab><Tab>aisha<Enter>price")
        .sees("saving adds Phonics catch-up to the catalogue (from the starter list)")
        .picture("intervention-80x24")
        .does("<Ctrl+S>")
        .sees("Saved: Phonics catch-up begun for 2 pupils.")
        .sees("36 sessions x 20 min = 12 h; 3 a week x 20 min = 1 h a week")
        .sees("Mrs Bell: 1 h a week promised")
        .kept()
        .does("<Right>")
        .sees("Khan, Aisha")
        .sees("Price, Tom")
        .does("<Ctrl+Z>")
        .sees("Nothing runs yet.")
        .kept()
        .does("<Ctrl+Y>v")
        .sees("3 no entry");
}

#[test]
fn what_does_not_read_is_told_at_its_field() {
    at_oakfield()
        .does("n<Ctrl+S>")
        .sees("What kind of support is it?")
        .does("Chess<Ctrl+S>")
        .sees("How many minutes is a session?")
        .does("30<Shift+Tab>mon funday 9<Ctrl+S>")
        .sees("“funday” is not a day of the week")
        .does("<Ctrl+A>mon 9<Tab><Tab><Tab><Tab>tom<Ctrl+S>")
        .sees("tom fits several pupils: Tom Price 4B, Tom Adeyemi 4B. Type more of the name.")
        .does("<Esc>")
        .sees("kept as a draft")
        .does("n")
        .sees("Chess")
        .does(" price<Ctrl+S>")
        .sees("Saved: Chess begun for Tom Price.")
        .kept();
}

#[test]
fn a_pupil_joins_later_and_leaves_before_the_end() {
    at_oakfield()
        .does("nphon<Tab><Tab>Mrs Bell<Tab><Ctrl+A>14 sep<Tab>11 dec<Tab>mon wed fri 9:10<Tab><Tab><Tab><Tab>aisha<Ctrl+S>")
        .does("<Enter><Shift+Tab><Shift+Tab><Shift+Tab><Shift+Tab>tom price<Tab><Ctrl+A>5 oct<Ctrl+S>")
        .sees("Saved: Tom Price joined Phonics catch-up.")
        .does("<Right><Down><Down>")
        .sees("from 5 Oct")
        .does("<Enter>")
        .sees("Tom Price in Phonics catch-up")
        .does("<Tab>1 oct<Ctrl+S>")
        .sees("is before Mon 5 Oct, the day of joining.")
        .does("<Ctrl+A>20 nov<Ctrl+S>")
        .sees("Saved: Place of Tom Price in Phonics catch-up changed.")
        .sees("from 5 Oct to 20 Nov")
        .does("<Delete>")
        .sees("Saved: Place of Tom Price in Phonics catch-up taken away.")
        .sees_no("Price, Tom")
        .kept();
}

#[test]
fn what_is_on_record_is_never_taken_away() {
    at_demo()
        .does("<Down><Down><Down><Down><Delete>")
        .sees("is on record: its sessions would go with it.")
        .does("<End><Delete>")
        .sees("can't be taken away")
        .kept();
    at_oakfield()
        .does("nphon<Tab><Tab><Tab><Tab><Tab>mon 9<Ctrl+S><Delete>")
        .sees("Saved: Phonics catch-up taken away.")
        .does("<Delete>")
        .sees("Saved: Provision taken away: Phonics catch-up.")
        .sees("Nothing runs yet.")
        .kept();
}

#[test]
fn a_provision_of_the_catalogue_is_changed() {
    at_oakfield()
        .does("nphon<Tab><Tab><Tab><Tab><Tab>mon 9<Ctrl+S><End><Enter>")
        .sees("Provision: Phonics catch-up")
        .does("<Tab><Tab><Tab><Ctrl+A>25<Tab><Tab>17.2o<Ctrl+S>")
        .sees("is not an amount. Type pounds and pence: 17.20.")
        .does("<Backspace>0<Ctrl+S>")
        .sees("Saved: Provision changed: Phonics catch-up.")
        .sees("25 min, 5 in group")
        .kept();
}
