use super::*;
use crate::domain::test_desk::{TestDesk, date};
use crate::domain::{Edit, Id, NeedCode};

fn fields(desk: &TestDesk, pupil: &Pupil, status: Status) -> Vec<&'static str> {
    let doubts = doubts(&desk.desk(), pupil, status);
    doubts.iter().map(|doubt| doubt.field).collect()
}

#[test]
fn r11_a_wrong_check_letter_is_doubted_with_the_right_one() {
    let desk = TestDesk::new();
    let pupil = Pupil {
        upn: "A801200005001".into(),
        ..desk.aisha().clone()
    };
    let doubts = doubts(&desk.desk(), &pupil, Status::K);
    assert_eq!(doubts[0].field, "upn");
    assert!(doubts[0].words.contains('B'), "{}", doubts[0].words);
    let good = Pupil {
        upn: "b801 200005001".into(),
        ..pupil
    };
    assert!(fields(&desk, &good, Status::K).is_empty());
}

#[test]
fn a_upn_or_a_name_that_another_pupil_has_is_doubted() {
    let desk = TestDesk::new();
    let twin = Pupil {
        id: Id::new(200),
        upn: "B801200005001".into(),
        class: "4B".into(),
        ..desk.aisha().clone()
    };
    let desk = desk.with(Edit::new("").put(twin));
    let pupil = Pupil {
        upn: "B801200005001".into(),
        ..desk.aisha().clone()
    };
    assert_eq!(fields(&desk, &pupil, Status::K), ["surname", "upn"]);
}

#[test]
fn a_year_is_doubted_against_the_date_of_birth_and_never_filled_in() {
    let desk = TestDesk::new();
    let pupil = Pupil {
        dob: Some(date("2018-02-14")),
        year: Some(NcYear::Y4),
        ..desk.aisha().clone()
    };
    assert!(fields(&desk, &pupil, Status::K).is_empty());
    for (year, doubted) in [(NcYear::Y5, true), (NcYear::X, false)] {
        let pupil = Pupil {
            year: Some(year),
            ..pupil.clone()
        };
        assert_eq!(!fields(&desk, &pupil, Status::K).is_empty(), doubted);
    }
}

#[test]
fn r10_no_specialist_assessment_goes_with_support_only() {
    let desk = TestDesk::new();
    let pupil = Pupil {
        needs: vec![NeedCode::new("SLCN"), NeedCode::new("NSA")],
        ..desk.aisha().clone()
    };
    assert!(fields(&desk, &pupil, Status::K).is_empty());
    assert_eq!(fields(&desk, &pupil, Status::E), ["needs"]);
    assert!(fields(&desk, &pupil, Status::N).is_empty());
}
