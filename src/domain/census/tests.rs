use super::*;
use crate::domain::test_desk::{AISHA, OAKFIELD, TestDesk, date};
use crate::domain::{
    Edit, EhcEvent, EhcStep, Id, NcYear, NeedCode, Pupil, PupilId, Status, StatusPeriod,
};

/// A pupil of whom nothing is missing.
fn whole(desk: &TestDesk) -> Pupil {
    Pupil {
        upn: "B801200005001".into(),
        dob: Some(date("2018-02-14")),
        year: Some(NcYear::Y4),
        needs: vec![NeedCode::new("SLCN")],
        ..desk.aisha().clone()
    }
}

fn support(pupil: PupilId, status: Status, from: &str) -> StatusPeriod {
    StatusPeriod {
        id: Id::new(500 + pupil.number()),
        pupil,
        status,
        watching: false,
        from: Some(date(from)),
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: None,
        watched: Vec::new(),
    }
}

/// What is said of Aisha when her record is changed so.
fn said(status: Status, change: impl FnOnce(&mut Pupil)) -> Vec<String> {
    let desk = TestDesk::new();
    let mut pupil = whole(&desk);
    change(&mut pupil);
    let desk = desk.with(
        Edit::new("")
            .put(pupil)
            .put(support(AISHA, status, "2025-01-09")),
    );
    let census = Census::next(&desk.desk());
    let doubts = census.lines[0].doubts.iter();
    doubts.map(ToString::to_string).collect()
}

#[test]
fn the_next_spring_census_takes_status_and_two_types() {
    let desk = TestDesk::new();
    let pupil = Pupil {
        needs: ["SLCN", "SEMH", "HI"].map(NeedCode::new).to_vec(),
        ..whole(&desk)
    };
    let desk = desk.with(
        Edit::new("")
            .put(pupil)
            .put(support(AISHA, Status::K, "2025-01-09")),
    );
    let census = Census::next(&desk.desk());
    assert_eq!(census.on, date("2027-01-21"));
    assert_eq!(
        census.lines,
        [CensusLine {
            pupil: AISHA,
            status: Status::K,
            needs: ["SLCN", "SEMH"].map(NeedCode::new).to_vec(),
            doubts: vec![],
        }]
    );
    assert_eq!(census.doubted(), 0);
}

#[test]
fn no_types_are_sent_of_a_pupil_without_provision() {
    let desk = TestDesk::new();
    let pupil = whole(&desk);
    let desk = desk.with(Edit::new("").put(pupil));
    let census = Census::next(&desk.desk());
    assert_eq!(
        (census.lines[0].status, census.lines[0].needs.len()),
        (Status::N, 0)
    );
    assert_eq!(census.doubted(), 0);
}

#[test]
fn r10_types_that_are_missing_or_contradictory_are_found() {
    let with = |codes: &[&str]| {
        let codes: Vec<_> = codes.iter().map(|code| NeedCode::new(code)).collect();
        move |pupil: &mut Pupil| pupil.needs = codes
    };
    assert_eq!(said(Status::K, with(&[])), ["no type of need"]);
    assert_eq!(said(Status::K, with(&["NSA"])), Vec::<String>::new());
    assert_eq!(said(Status::E, with(&["NSA"])), ["NSA goes with K only"]);
    assert_eq!(
        said(Status::K, with(&["SLCN", "NSA"])),
        ["NSA says not assessed, but there is another type"]
    );
    assert_eq!(
        said(Status::K, with(&["SLCN", "SLCN"])),
        ["SLCN stands twice"]
    );
    assert_eq!(
        said(Status::K, with(&["XYZ"])),
        ["XYZ is no code of this census"]
    );
}

#[test]
fn who_a_pupil_is_must_be_known() {
    assert_eq!(said(Status::K, |pupil| pupil.upn.clear()), ["no UPN"]);
    assert_eq!(
        said(Status::K, |pupil| pupil.upn = "A801200005001".into()),
        ["the UPN's first letter should be B"]
    );
    assert_eq!(
        said(Status::K, |pupil| pupil.dob = None),
        ["no date of birth"]
    );
    assert_eq!(
        said(Status::K, |pupil| pupil.year = None),
        ["no year group"]
    );
    assert_eq!(
        said(Status::K, |pupil| pupil.year = Some(NcYear::Y3)),
        ["at this age most are in Year 4"]
    );
    assert_eq!(
        said(Status::K, |pupil| pupil.forename.clear()),
        ["half a name"]
    );
}

#[test]
fn a_plan_on_record_contradicts_another_status_until_one_begins_after_it() {
    let made = |on: &str| EhcEvent {
        id: Id::new(700),
        pupil: AISHA,
        step: EhcStep::Made,
        on: date(on),
        note: String::new(),
    };
    let doubts = |made| {
        let desk = TestDesk::new();
        let pupil = whole(&desk);
        let support = support(AISHA, Status::K, "2025-01-09");
        let desk = desk.with(Edit::new("").put(pupil).put(support).put(made));
        Census::next(&desk.desk()).lines[0].doubts.clone()
    };
    assert_eq!(
        doubts(made("2025-06-01")),
        [CensusDoubt::PlanButNotE {
            made: date("2025-06-01")
        }]
    );
    assert_eq!(doubts(made("2023-06-01")), []);
}

#[test]
fn those_with_doubts_come_first_and_leavers_not_at_all() {
    let desk = TestDesk::new();
    let aisha = whole(&desk);
    let named = |id, surname: &str, upn: &str| Pupil {
        id: PupilId::new(id),
        surname: surname.into(),
        upn: upn.into(),
        ..aisha.clone()
    };
    let gone = Pupil {
        left_on: Some(date("2026-07-22")),
        ..named(104, "Gone", "")
    };
    let pupils = [
        aisha.clone(),
        named(101, "Abdi", "P207000016049"),
        named(102, "Zhou", "H801200001001"),
        named(103, "Young", "H801200001001"),
        gone,
    ];
    let desk = desk.with(Edit::new("").put_all(pupils));
    let census = Census::next(&desk.desk());
    let order: Vec<_> = census
        .lines
        .iter()
        .map(|line| line.pupil.number())
        .collect();
    assert_eq!(order, [103, 102, 101, 100]);
    assert_eq!(census.doubted(), 2);
    assert_eq!(census.lines[0].doubts, [CensusDoubt::SharedUpn]);
    assert_eq!(desk.aisha().school, OAKFIELD);
}
