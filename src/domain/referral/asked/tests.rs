use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};

fn asked(due_on: Option<&str>) -> Asked {
    Asked {
        what: "EP report".into(),
        of: "EP".into(),
        on: date("2026-11-02"),
        due_on: due_on.map(date),
        consent_by: String::new(),
        consent_on: None,
        sent_on: None,
    }
}

fn awaited() -> (TestDesk, Referral) {
    let mut desk = TestDesk::new();
    let edit = add(&desk.desk(), desk.aisha(), &asked(Some("2026-11-16"))).unwrap();
    desk.save(edit);
    let referral = desk.caseload.referrals.of(AISHA).next().unwrap().clone();
    (desk, referral)
}

#[test]
fn what_is_asked_is_chased_once_a_day_and_then_comes() {
    let (mut desk, referral) = awaited();
    let edit = chase(&desk.desk(), &referral).unwrap();
    assert_eq!(edit.label, "EP report chased for Aisha Khan");
    desk.save(edit);
    let chased = desk.caseload.referrals.of(AISHA).next().unwrap().clone();
    assert_eq!(chased.chased_on, [date("2026-11-23")]);
    assert!(chase(&desk.desk(), &chased).is_err());
    let edit = receive(&desk.desk(), &chased).unwrap();
    desk.save(edit);
    let come = desk.caseload.referrals.of(AISHA).next().unwrap().clone();
    assert!(!come.is_awaited());
    assert!(chase(&desk.desk(), &come).is_err());
    assert!(receive(&desk.desk(), &come).is_err());
}

#[test]
fn dates_that_cant_be_are_refused_by_name() {
    let (desk, referral) = awaited();
    let desk = desk.desk();
    let field = |refused: Result<Edit, Refusal>| refused.unwrap_err().field.unwrap();
    let early = change(
        &desk,
        &referral,
        &asked(Some("2026-11-01")),
        &Answered::default(),
    );
    assert_eq!(field(early), "due_on");
    let ahead = Asked {
        on: date("2026-11-24"),
        ..asked(None)
    };
    assert_eq!(
        field(change(&desk, &referral, &ahead, &Answered::default())),
        "asked_on"
    );
    let came = Answered {
        received_on: Some(date("2026-11-20")),
        dropped: "not needed".into(),
        ..Answered::default()
    };
    let both = change(&desk, &referral, &asked(None), &came);
    assert_eq!(field(both), "dropped");
    let nothing = Asked {
        what: String::new(),
        ..asked(None)
    };
    assert_eq!(
        field(change(&desk, &referral, &nothing, &Answered::default())),
        "what"
    );
    let same = change(
        &desk,
        &referral,
        &asked(Some("2026-11-16")),
        &Answered::default(),
    )
    .unwrap();
    assert!(same.is_empty());
}
