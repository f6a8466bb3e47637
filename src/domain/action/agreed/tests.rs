use super::*;
use crate::domain::PersonKind;
use crate::domain::test_desk::{AISHA, TestDesk, date, person};

fn agreed(what: &str, who: &str) -> Agreed {
    Agreed {
        what: what.into(),
        who: who.into(),
        by: Some(date("2026-12-04")),
    }
}

#[test]
fn an_action_is_matched_to_its_person_but_never_to_another_childs_family() {
    let desk = TestDesk::new().with(
        Edit::new("")
            .put(person(50, "Mr Lowe", PersonKind::Staff))
            .put(person(51, "Mrs Khan", PersonKind::Family)),
    );
    let action = |who| agreed("look", who).action(&desk.desk(), AISHA, None, date("2026-11-23"));
    assert!(action("mr lowe").person.is_some());
    assert_eq!(action("mr lowe").who, "Mr Lowe");
    assert_eq!(action("Mrs Khan").person, None);
    assert_eq!(action("").person, None);
}

#[test]
fn an_action_is_added_done_and_done_only_once() {
    let mut desk = TestDesk::new();
    assert!(add(&desk.desk(), desk.aisha(), &agreed("", "")).is_err());
    let edit = add(&desk.desk(), desk.aisha(), &agreed("ring the clinic", "")).unwrap();
    desk.save(edit);
    let action = desk.caseload.actions.of(AISHA).next().unwrap().clone();
    let edit = done(&desk.desk(), &action).unwrap();
    assert_eq!(edit.label, "Done for Aisha Khan: ring the clinic");
    desk.save(edit);
    let action = desk.caseload.actions.of(AISHA).next().unwrap().clone();
    assert_eq!(action.done_on, Some(date("2026-11-23")));
    assert!(done(&desk.desk(), &action).is_err());
}

#[test]
fn an_action_cant_be_done_on_a_day_to_come_nor_done_and_dropped() {
    let mut desk = TestDesk::new();
    let ring = agreed("ring", "");
    let edit = add(&desk.desk(), desk.aisha(), &ring).unwrap();
    desk.save(edit);
    let action = desk.caseload.actions.of(AISHA).next().unwrap().clone();
    let desk = desk.desk();
    let ahead = change(&desk, &action, &ring, Some(date("2026-11-24")), "");
    assert_eq!(ahead.unwrap_err().field.as_deref(), Some("done_on"));
    let both = change(
        &desk,
        &action,
        &ring,
        Some(date("2026-11-23")),
        "moved away",
    );
    assert_eq!(both.unwrap_err().field.as_deref(), Some("dropped"));
    let same = change(&desk, &action, &ring, None, "").unwrap();
    assert!(same.is_empty());
}
