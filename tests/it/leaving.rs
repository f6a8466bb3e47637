//! Leaving: the pack for the next school, and until when the file is kept.

use caseload::domain::{Change, Edit, HandOverItem, Pupil, Record};

use super::register::{AISHA, register};
use super::senco::Senco;

/// The register, with Aisha's record changed so.
fn with_aisha(change: impl FnOnce(&mut Pupil)) -> Vec<Edit> {
    let mut edits = register();
    let mut changes = edits.iter().flat_map(|edit| &edit.changes);
    let aisha = changes.find_map(|change| match change {
        Change::Put(Record::Pupil(pupil)) if pupil.id == AISHA => Some(pupil.clone()),
        _ => None,
    });
    let mut aisha = aisha.unwrap();
    change(&mut aisha);
    edits.push(Edit::new("Aisha").put(aisha));
    edits
}

#[test]
fn a_pack_is_ticked_sent_and_received() {
    let born = with_aisha(|aisha| aisha.dob = "2018-03-29".parse().ok());
    let senco = Senco::new()
        .with(born)
        .does("1/kha<Enter><Enter>L")
        .sees("The file is kept")
        .sees("until 29 Mar 2049")
        .sees("IRMS toolkit")
        .sees("plan, last review: in the record, not in the pack")
        .does("<End><Up><Up><Enter>fri<Tab>Northgate<Ctrl+S>")
        .sees("by 11 Dec 2026: 15 school days")
        .does("<Down><Enter><Right><Tab><Right>")
        .sees("one-page profile")
        .picture("hand-over-80x24")
        .does("<Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>Ms Ray<Tab>today<Ctrl+S>")
        .sees("Saved: Aisha Khan: what becomes of the file.")
        .sees("sent 23 Nov 2026 to Ms Ray, no receipt yet")
        .sees("+ plan, last review")
        .picture("record-leaving-80x24")
        .kept();
    let hand_over = senco.caseload().hand_over_of(AISHA).unwrap();
    assert_eq!(hand_over.items, [HandOverItem::Profile, HandOverItem::Plan]);
    senco.does("<Ctrl+Z>").sees("not sent").kept();
}

#[test]
fn another_day_to_keep_a_file_until_has_a_reason() {
    Senco::new()
        .with(register())
        .does("1/kha<Enter><Enter>L<End>")
        .does("<Enter>1 jan 2060<Ctrl+S>")
        .sees("Why is it kept until another day")
        .does("A claim is open.<Ctrl+S>")
        .sees("until 1 Jan 2060")
        .sees("chosen here: A claim is open.")
        .kept();
}

#[test]
fn files_that_were_kept_for_long_enough_are_found_and_stay() {
    let old = with_aisha(|aisha| {
        aisha.dob = "1990-01-01".parse().ok();
        aisha.left_on = "2006-07-20".parse().ok();
    });
    let senco = Senco::new()
        .with(old)
        .does("1/retention")
        .sees("past the day their file is kept until")
        .sees("Khan, Aisha")
        .sees("showing 1")
        .does("<Enter><Enter>L<End>")
        .sees("until 1 Jan 2021. It is over")
        .kept();
    assert!(senco.caseload().pupils.get(AISHA).is_some());
}
