//! From a first concern to a decision.

use caseload::domain::{Status, WatchPart, watched};

use super::register::{TYLER, register};
use super::senco::Senco;

/// On the page Watching of Tyler, who is watched.
fn tyler() -> Senco {
    Senco::new()
        .with(register())
        .does("1/tyler<Enter><Enter>W")
        .sees("Watching")
}

#[test]
fn the_checklist_is_filled_in_with_days_and_words() {
    let senco = tyler()
        .sees("EAL is not SEN")
        .picture("record-watching-80x24")
        .does("n")
        .sees("Tyler, watched: parent spoken to")
        .does("worried about his speech<Ctrl+S>")
        .sees("Saved: Tyler: parent spoken to")
        .does("n")
        .sees("watched: child spoken to")
        .does("<Esc>")
        .kept();
    let period = watched::period(senco.caseload(), TYLER).expect("watched");
    assert_eq!(period.watched.len(), 1);
    assert_eq!(period.watched[0].part, WatchPart::Parent);
    assert!(period.watched[0].on.is_some());
}

#[test]
fn watching_on_sets_a_day_that_stands_on_today_and_in_the_calendar() {
    let senco = tyler()
        .does("<End><Enter>")
        .sees("Tyler, watched: what is decided")
        .does("<Tab><Tab>two words together now<Tab>+2w<Ctrl+S>")
        .sees("Saved: Tyler: keep watching until 7 Dec 2026")
        .sees("in 2 weeks")
        .at(120, 40)
        .picture("record-watching-120x40")
        .at(80, 40)
        .does("<Esc><Esc>3")
        .sees("look again")
        .kept();
    let looks = watched::looks(senco.caseload(), TYLER);
    assert_eq!(looks.len(), 1);
}

#[test]
fn onto_the_register_with_a_reason_a_day_and_the_parent_told() {
    let senco = tyler()
        .does("<End><Enter><Right><Ctrl+S>")
        .sees("Why? A few words are enough")
        .does("language screen: 2 years behind<Tab><Tab>20 nov<Ctrl+S>")
        .sees("Saved: Tyler: onto the register: SEN support")
        .kept();
    let now = senco.caseload().status_now(TYLER).expect("a status");
    assert_eq!(now.status, Status::K);
    assert!(now.parent_told_on.is_some());
    senco
        .sees("onto the register: SEN support. language")
        .does("<Ctrl+Z>")
        .sees("Taken back")
        .kept();
}

#[test]
fn r26_a_watched_pupil_with_targeted_help_is_asked_about() {
    tyler()
        .sees_no("This may be SEN support")
        .does("<Esc><Esc>1/tyler<Enter>cg")
        .does("<Ctrl+S>")
        .sees("Saved: A place in")
        .does("<Enter>W")
        .sees("This may be SEN support: has the parent been told?")
        .does("<Esc><Esc>0")
        .sees("given targeted help: SEN support?");
}
