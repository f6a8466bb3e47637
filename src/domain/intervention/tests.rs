use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date, person};
use crate::domain::{Area, SchoolId, Status, StatusPeriod, slot};

const TOM: PupilId = PupilId::new(101);

fn desk() -> TestDesk {
    let pupil = |id, forename: &str, surname: &str| Pupil {
        surname: surname.into(),
        forename: forename.into(),
        class: "4B".into(),
        ..Pupil::new(id, SchoolId::new(10))
    };
    let edit = Edit::new("")
        .put(pupil(TOM, "Tom", "Price"))
        .put(pupil(PupilId::new(102), "Tom", "Adeyemi"))
        .put(person(500, "Mrs Bell", PersonKind::Staff));
    TestDesk::new().with(edit)
}

fn arranged() -> Arranged {
    Arranged {
        provision: "phonics catch-up".into(),
        area: None,
        wave: 2,
        name: String::new(),
        led_by: "mrs bell".into(),
        began_on: date("2026-09-14"),
        ends_on: Some(date("2026-12-11")),
        keeping: Keeping::EachSession,
        minutes: None,
        slots: slot::read_slots("mon wed fri 9:10").expect("a timetable"),
        room: String::new(),
        pupils: "aisha\nPrice, Tom; Tom Price".into(),
        joining_on: None,
    }
}

#[test]
fn starting_takes_the_provision_from_the_starter_list_and_gives_places() {
    let mut desk = desk();
    let edit = start(&desk.desk(), &arranged()).expect("an edit");
    assert_eq!(edit.label, "Phonics catch-up begun for 2 pupils");
    desk.save(edit);
    let caseload = &desk.caseload;
    let run = caseload
        .interventions
        .iter()
        .next()
        .expect("an intervention");
    assert_eq!((run.name.as_str(), run.minutes), ("Phonics catch-up", 20));
    assert_eq!(caseload.name_of(run.led_by), "Mrs Bell");
    let provision = caseload.provisions.get(run.provision).expect("a provision");
    assert_eq!(provision.area, Some(Area::CognitionLearning));
    let pupils: Vec<_> = caseload
        .places_in(run.id)
        .map(|place| (place.pupil, place.from))
        .collect();
    assert_eq!(pupils, [(AISHA, None), (TOM, None)]);

    // Once in the catalogue it is found there, whatever the case.
    let again = start(&desk.desk(), &arranged()).expect("an edit");
    desk.save(again);
    assert_eq!(desk.caseload.provisions.len(), 1);
}

#[test]
fn a_new_name_makes_a_provision_and_a_new_adult_one_of_the_staff() {
    let mut desk = desk();
    let edit = start(
        &desk.desk(),
        &Arranged {
            provision: "Chess at lunch".into(),
            area: Some(Area::SocialEmotionalMental),
            minutes: Some(30),
            led_by: "Mr Day".into(),
            pupils: String::new(),
            ..arranged()
        },
    );
    desk.save(edit.expect("an edit"));
    let provision = desk.caseload.provisions.iter().next().expect("a provision");
    assert_eq!(
        (provision.name.as_str(), provision.wave, provision.minutes),
        ("Chess at lunch", 2, Some(30))
    );
    assert!(
        desk.caseload
            .people
            .iter()
            .any(|person| person.name == "Mr Day" && person.kind == PersonKind::Staff)
    );
}

#[test]
fn who_joins_later_joins_from_her_day_and_the_others_keep_their_places() {
    let mut desk = desk();
    let first = Arranged {
        pupils: "Aisha".into(),
        ..arranged()
    };
    desk.save(start(&desk.desk(), &first).expect("an edit"));
    let run = desk
        .caseload
        .interventions
        .iter()
        .next()
        .expect("an intervention")
        .clone();
    let later = Arranged {
        pupils: "Aisha Khan\nTom Price".into(),
        joining_on: Some(date("2026-10-05")),
        ..arranged()
    };
    let edit = change(&desk.desk(), &run, &later).expect("an edit");
    assert_eq!(edit.label, "Tom Price joined Phonics catch-up");
    desk.save(edit);
    let pupils: Vec<_> = desk
        .caseload
        .places_in(run.id)
        .map(|place| (place.pupil, place.from))
        .collect();
    assert_eq!(pupils, [(AISHA, None), (TOM, Some(date("2026-10-05")))]);
    let same = Arranged {
        pupils: String::new(),
        ..arranged()
    };
    assert!(
        change(&desk.desk(), &run, &same)
            .expect("an edit")
            .is_empty()
    );
}

#[test]
fn what_is_missing_or_fits_twice_is_refused_by_its_field() {
    let desk = desk();
    let table = [
        (
            Arranged {
                provision: String::new(),
                ..arranged()
            },
            "provision",
        ),
        (
            Arranged {
                ends_on: Some(date("2026-09-01")),
                ..arranged()
            },
            "ends",
        ),
        (
            Arranged {
                provision: "Chess".into(),
                ..arranged()
            },
            "minutes",
        ),
        (
            Arranged {
                pupils: "Tom".into(),
                ..arranged()
            },
            "pupils",
        ),
        (
            Arranged {
                pupils: "Zoe".into(),
                ..arranged()
            },
            "pupils",
        ),
    ];
    for (arranged, field) in table {
        let refusal = start(&desk.desk(), &arranged).expect_err("a refusal");
        assert_eq!(refusal.field.as_deref(), Some(field), "{}", refusal.words);
    }
}

#[test]
fn what_has_history_is_given_a_last_day_and_never_taken_away() {
    let mut desk = desk();
    desk.save(start(&desk.desk(), &arranged()).expect("an edit"));
    let run = desk
        .caseload
        .interventions
        .iter()
        .next()
        .expect("an intervention")
        .clone();
    assert!(remove(&desk.desk(), &run, true).is_err());
    let edit = remove(&desk.desk(), &run, false).expect("an edit");
    desk.save(edit);
    assert!(desk.caseload.interventions.is_empty() && desk.caseload.places.is_empty());
}

#[test]
fn what_may_be_right_is_a_doubt() {
    let mut desk = desk();
    let says = |desk: &TestDesk, arranged: &Arranged| -> Vec<String> {
        let doubts = doubts(&desk.desk(), arranged, None);
        doubts.into_iter().map(|doubt| doubt.words).collect()
    };
    let new = Arranged {
        led_by: "Mr Day".into(),
        slots: Vec::new(),
        ..arranged()
    };
    assert_eq!(
        says(&desk, &new),
        [
            "without a timetable no session is promised",
            "Mr Day is not among the staff: saving adds the name",
            "saving adds phonics catch-up to the catalogue",
        ]
    );
    desk.save(start(&desk.desk(), &arranged()).expect("an edit"));
    assert_eq!(
        says(&desk, &arranged()),
        ["Mrs Bell leads Phonics catch-up on Mon 9:10"]
    );
    let run = desk
        .caseload
        .interventions
        .iter()
        .next()
        .expect("an intervention")
        .id;
    assert!(doubts(&desk.desk(), &arranged(), Some(run)).is_empty());

    let watched = StatusPeriod {
        id: Id::new(700),
        pupil: AISHA,
        status: Status::N,
        watching: true,
        from: Some(date("2026-09-14")),
        to: None,
        reason: String::new(),
        parent_told: false,
        parent_told_on: None,
        watched: Vec::new(),
    };
    desk.save(Edit::new("").put(watched));
    let other_time = Arranged {
        slots: slot::read_slots("tue 14:00").expect("a timetable"),
        ..arranged()
    };
    let doubts = doubts(&desk.desk(), &other_time, None);
    assert_eq!(
        doubts[0].words,
        "Aisha Khan is watched: this may be SEN support. Has the parent been told?"
    );
}
