use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Action, Change, Status};

fn nameless(desk: &TestDesk) -> Pupil {
    Pupil::new(desk.desk().ids.next(), desk.aisha().school)
}

fn watched(from: &str) -> NewStatus {
    NewStatus {
        status: Status::N,
        watching: true,
        from: Some(date(from)),
        reason: String::new(),
        parent_told: false,
        parent_told_on: None,
    }
}

#[test]
fn one_name_of_any_kind_is_enough() {
    let desk = TestDesk::new();
    let refusal = add(&desk.desk(), nameless(&desk), None).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("forename"));
    for name in 0..3 {
        let mut pupil = nameless(&desk);
        *[
            &mut pupil.forename,
            &mut pupil.surname,
            &mut pupil.preferred,
        ][name] = "Ng".into();
        let edit = add(&desk.desk(), pupil, Some(&watched("2026-11-23"))).expect("added");
        assert_eq!(edit.label, "Ng added: watching");
        assert_eq!(edit.changes.len(), 2);
    }
}

#[test]
fn nobody_is_born_or_watched_on_a_day_to_come() {
    let desk = TestDesk::new();
    let pupil = Pupil {
        forename: "Tyler".into(),
        dob: Some(date("2027-01-01")),
        ..nameless(&desk)
    };
    let refusal = add(&desk.desk(), pupil.clone(), None).unwrap_err();
    assert_eq!(refusal.field.as_deref(), Some("dob"));
    let pupil = Pupil { dob: None, ..pupil };
    assert!(add(&desk.desk(), pupil, Some(&watched("2026-11-24"))).is_err());
}

#[test]
fn a_record_left_as_it_was_is_no_change_and_a_upn_is_tidied() {
    let desk = TestDesk::new();
    let same = change(&desk.desk(), desk.aisha().clone()).expect("no change");
    assert!(same.is_empty());
    let typed = Pupil {
        upn: " b801 2000 05001".into(),
        ..desk.aisha().clone()
    };
    let edit = change(&desk.desk(), typed).expect("changed");
    let mut desk = desk;
    desk.save(edit);
    assert_eq!(desk.aisha().upn, "B801200005001");
}

#[test]
fn a_leaver_is_marked_and_can_come_back() {
    let mut desk = TestDesk::new();
    let edit = leave(&desk.desk(), AISHA, Some(date("2026-07-20")), "Northgate").expect("left");
    desk.save(edit);
    assert_eq!(desk.aisha().left_for, "Northgate");
    assert_eq!(desk.caseload.present().count(), 0);
    desk.save(leave(&desk.desk(), AISHA, None, "").expect("back"));
    assert_eq!(desk.caseload.present().count(), 1);
    assert!(desk.aisha().left_for.is_empty());
    assert!(leave(&desk.desk(), AISHA, Some(date("2026-12-01")), "").is_err());
}

#[test]
fn a_pupil_with_records_stays_and_one_typed_by_mistake_goes_with_all_that_hangs_on_her() {
    let mut desk = TestDesk::new();
    assert!(remove(&desk.desk(), AISHA, 1).is_err());
    let status = watched("2026-11-23").period(desk.desk().ids.next(), AISHA);
    desk.save(Edit::new("").put(status));
    let edit = remove(&desk.desk(), AISHA, 0).expect("removed");
    assert_eq!(edit.changes.len(), 2);
    assert!(matches!(edit.changes[1], Change::Remove(_)));
    let action = Action {
        id: desk.desk().ids.next(),
        pupil: AISHA,
        review: None,
        what: "hearing test".into(),
        who: String::new(),
        person: None,
        agreed_on: date("2026-11-23"),
        by: None,
        done_on: None,
        dropped: String::new(),
    };
    desk.save(Edit::new("").put(action));
    assert!(remove(&desk.desk(), AISHA, 0).is_err());
}
