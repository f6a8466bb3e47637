use super::*;
use crate::domain::Pupil;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Action, Id};

fn mother() -> Contact {
    Contact {
        name: "Mrs Khan".into(),
        kind: PersonKind::Family,
        role: String::new(),
        reach: "07700 900311".into(),
        relation: "mother".into(),
        responsibility: Some(true),
        care: true,
        papers: Papers::Yes,
        papers_why: String::new(),
        way: Some(ContactWay::Phone),
        interpreter: "Urdu".into(),
        careful: "ask before sharing".into(),
    }
}

fn with_mother() -> (TestDesk, TieId) {
    let mut desk = TestDesk::new();
    desk.save(add(&desk.desk(), AISHA, &mother()).expect("added"));
    let tie = desk.caseload.ties.of(AISHA).next().expect("a tie").id;
    (desk, tie)
}

fn brother(desk: &TestDesk) -> Pupil {
    Pupil {
        forename: "Bilal".into(),
        id: Id::new(200),
        ..desk.aisha().clone()
    }
}

#[test]
fn a_contact_is_an_adult_and_a_tie_in_one_edit() {
    let (desk, tie) = with_mother();
    assert_eq!(desk.caseload.people.len(), 1);
    let tie = desk.caseload.ties.get(tie).expect("a tie");
    let person = desk.caseload.people.get(tie.person).expect("a person");
    assert_eq!(Contact::of(person, tie), mother());
}

#[test]
fn a_name_that_is_here_already_means_that_person_and_empty_fields_keep_what_is_known() {
    let (desk, _) = with_mother();
    let brother = brother(&desk);
    let mut desk = desk.with(Edit::new("").put(brother.clone()));
    let bare = Contact {
        name: "mrs khan".into(),
        reach: String::new(),
        ..mother()
    };
    desk.save(add(&desk.desk(), brother.id, &bare).expect("added"));
    assert_eq!(desk.caseload.people.len(), 1);
    let person = desk.caseload.people.iter().next().expect("a person");
    assert_eq!(person.reach, "07700 900311");
    let twice = add(&desk.desk(), brother.id, &bare).unwrap_err();
    assert_eq!(twice.field.as_deref(), Some("name"));
}

#[test]
fn a_contact_put_right_changes_only_what_was_changed() {
    let (desk, tie) = with_mother();
    let change = |contact: &Contact| change(&desk.desk(), tie, contact);
    assert!(change(&mother()).expect("the same").is_empty());
    let guardian = Contact {
        relation: "guardian".into(),
        ..mother()
    };
    assert_eq!(change(&guardian).expect("changed").changes.len(), 1);
    let nobody = Contact {
        name: String::new(),
        ..mother()
    };
    assert!(change(&nobody).is_err());
}

#[test]
fn a_parent_goes_with_her_last_tie_unless_something_speaks_of_her() {
    let (mut desk, tie) = with_mother();
    let edit = remove(&desk.desk(), tie).expect("removed");
    assert_eq!(edit.changes.len(), 2);
    let person = desk.caseload.people.iter().next().expect("a person").id;
    let action = Action {
        id: Id::new(300),
        pupil: AISHA,
        review: None,
        what: "ask-card at home".into(),
        who: String::new(),
        person: Some(person),
        agreed_on: date("2026-07-02"),
        by: None,
        done_on: None,
        dropped: String::new(),
    };
    desk.save(Edit::new("").put(action));
    assert_eq!(remove(&desk.desk(), tie).expect("removed").changes.len(), 1);
}
