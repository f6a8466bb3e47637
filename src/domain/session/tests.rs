use chrono::NaiveTime;

use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Mark, Place, PlaceId, ProvisionId, Pupil, PupilId, Record, SchoolId, slot};

const PHONICS: InterventionId = InterventionId::new(200);
const TOM: PupilId = PupilId::new(101);

/// Phonics on Mondays, Wednesdays and Fridays from 14 September to 11 December; Aisha from the start, Tom from 5 October.
fn desk(keeping: Keeping) -> TestDesk {
    let place = |id, pupil, from| Place {
        id: PlaceId::new(id),
        pupil,
        intervention: PHONICS,
        from,
        to: None,
        target: None,
    };
    let tom = Pupil {
        surname: "Price".into(),
        forename: "Tom".into(),
        ..Pupil::new(TOM, SchoolId::new(10))
    };
    let phonics = Intervention {
        id: PHONICS,
        provision: ProvisionId::new(300),
        name: "Phonics catch-up".into(),
        led_by: None,
        began_on: date("2026-09-14"),
        ends_on: Some(date("2026-12-11")),
        keeping,
        minutes: 20,
        slots: slot::read_slots("mon wed fri 9:10").expect("a timetable"),
        room: String::new(),
    };
    let edit = Edit::new("")
        .put(tom)
        .put(phonics)
        .put(place(400, AISHA, None))
        .put(place(401, TOM, Some(date("2026-10-05"))));
    TestDesk::new().with(edit)
}

fn told(on: &str, happened: Happened) -> Told {
    Told {
        intervention: PHONICS,
        on: date(on),
        at: NaiveTime::from_hms_opt(9, 10, 0),
        happened,
        note: String::new(),
        by: "Mrs Bell".into(),
    }
}

fn there(pupil: PupilId) -> Attendance {
    Attendance {
        pupil,
        mark: Mark::There,
        note: String::new(),
    }
}

fn session_in(edit: &Edit) -> Session {
    match edit.changes.as_slice() {
        [Change::Put(Record::Session(session))] => session.clone(),
        other => panic!("one session is put, not {other:?}"),
    }
}

fn refused(told: &Told, desk: &TestDesk) -> String {
    record(&desk.desk(), told, None)
        .expect_err("a refusal")
        .words
}

#[test]
fn a_session_is_recorded_with_who_came_who_told_and_when_it_was_typed() {
    let desk = desk(Keeping::EachSession);
    let told = told(
        "2026-11-18",
        Happened::Given(vec![there(AISHA), there(TOM)]),
    );
    let edit = record(&desk.desk(), &told, None).expect("an edit");
    assert_eq!(edit.label, "Phonics catch-up on Wed 18 Nov: given");
    let session = session_in(&edit);
    assert!(session.was_given() && session.told_by == "Mrs Bell" && session.marks.len() == 2);
    assert_eq!(session.entered_at, desk.desk().entered_at());
}

#[test]
fn recording_again_changes_the_session_and_keeps_when_it_was_first_typed() {
    let desk = desk(Keeping::EachSession);
    let given = told("2026-11-18", Happened::Given(vec![there(AISHA)]));
    let mut before = session_in(&record(&desk.desk(), &given, None).expect("an edit"));
    before.entered_at = DateTime::UNIX_EPOCH;
    let not_given = told("2026-11-18", Happened::NotGiven(" assembly ".into()));
    let edit = record(&desk.desk(), &not_given, Some(&before)).expect("an edit");
    assert_eq!(
        edit.label,
        "Phonics catch-up on Wed 18 Nov: not given, assembly"
    );
    let after = session_in(&edit);
    assert_eq!((after.id, after.entered_at), (before.id, before.entered_at));
    assert_eq!(after.not_given.as_deref(), Some("assembly"));
    assert!(after.marks.is_empty());

    let same = record(&desk.desk(), &given, Some(&before)).expect("an edit");
    assert!(same.is_empty());
    let none = record(
        &desk.desk(),
        &told("2026-11-18", Happened::NoEntry),
        Some(&before),
    );
    assert_eq!(
        none.expect("an edit").changes,
        [Change::Remove(before.id.into())]
    );
}

#[test]
fn what_cannot_be_is_refused_with_what_to_do() {
    let desk = desk(Keeping::EachSession);
    let given = |on| told(on, Happened::Given(Vec::new()));
    let table = [
        (
            given("2026-11-25"),
            "Wed 25 Nov has not come yet. Log it when it has.",
        ),
        (
            given("2026-09-11"),
            "Phonics catch-up began on Mon 14 Sep, after Fri 11 Sep. Choose a later day, or change its first day under \
             Provision on screen 4.",
        ),
        (
            told("2026-11-18", Happened::NotGiven("  ".into())),
            "Why did it not run? A word is enough: adult away, assembly, trip.",
        ),
        (
            told("2026-09-16", Happened::Given(vec![there(TOM)])),
            "Tom Price has no place in Phonics catch-up on Wed 16 Sep. Give one under Provision on screen 4, or leave \
             this pupil out.",
        ),
    ];
    for (told, words) in table {
        assert_eq!(refused(&told, &desk), words);
    }
}

#[test]
fn standing_support_has_no_register() {
    let desk = desk(Keeping::Standing);
    let told = told("2026-11-18", Happened::Given(Vec::new()));
    assert!(refused(&told, &desk).starts_with("Phonics catch-up is standing support"));
}

#[test]
fn a_mark_that_was_recorded_stands_though_the_place_has_changed() {
    let desk = desk(Keeping::EachSession);
    let given = told("2026-09-16", Happened::Given(vec![there(TOM)]));
    let before = Session {
        id: SessionId::new(900),
        intervention: PHONICS,
        on: given.on,
        at: given.at,
        not_given: None,
        told_by: String::new(),
        entered_at: DateTime::UNIX_EPOCH,
        note: String::new(),
        marks: vec![there(TOM)],
    };
    assert!(record(&desk.desk(), &given, Some(&before)).is_ok());
}

#[test]
fn a_closed_day_and_a_day_without_a_slot_are_doubts() {
    let desk = desk(Keeping::EachSession);
    let words = |on| {
        let told = told(on, Happened::Given(Vec::new()));
        assert!(
            record(&desk.desk(), &told, None).is_ok(),
            "{on} is not blocked"
        );
        doubts(&desk.desk(), &told)
            .first()
            .map(|doubt| doubt.words.clone())
    };
    assert_eq!(
        words("2026-10-26").as_deref(),
        Some(
            "the school was closed on Mon 26 Oct (half term): is the day right? It counts as one more session"
        )
    );
    assert_eq!(
        words("2026-11-19").as_deref(),
        Some("Phonics catch-up has no slot on Thu 19 Nov: it counts as one more session")
    );
    assert_eq!(words("2026-11-18"), None);
}

#[test]
fn taking_a_session_away_leaves_no_entry() {
    let desk = desk(Keeping::EachSession);
    let given = told("2026-11-18", Happened::Given(Vec::new()));
    let session = session_in(&record(&desk.desk(), &given, None).expect("an edit"));
    let edit = remove(&desk.desk(), &session);
    assert_eq!(edit.label, "Phonics catch-up on Wed 18 Nov: no entry");
    assert_eq!(edit.changes, [Change::Remove(session.id.into())]);
}

#[test]
fn an_extra_session_is_one_more_and_has_a_time_of_its_own() {
    let desk = desk(Keeping::EachSession);
    let at = |written: &str| Some(written.parse::<NaiveTime>().expect("a time"));
    let given = told("2026-11-18", Happened::Given(vec![there(AISHA)]));
    let on_timetable = session_in(&record(&desk.desk(), &given, None).expect("an edit"));
    let extra = Told {
        at: at("13:30:00"),
        ..given.clone()
    };
    let record = |told: &Told, that_day: &[Session]| record_extra(&desk.desk(), told, that_day);
    let doubts = |told: &Told, that_day: &[Session]| {
        let doubts = extra_doubts(&desk.desk(), told, that_day);
        doubts
            .into_iter()
            .map(|doubt| doubt.words)
            .collect::<Vec<_>>()
    };
    let that_day = [on_timetable];
    assert_eq!(doubts(&extra, &that_day), [""; 0]);
    let edit = record(&extra, &that_day).expect("an edit");
    assert_eq!(edit.label, "Phonics catch-up on Wed 18 Nov: given");

    let again = record(&given, &that_day).expect_err("a refusal");
    assert_eq!(again.field.as_deref(), Some("at"));
    assert!(
        again
            .words
            .starts_with("Phonics catch-up on Wed 18 Nov at 9:10 is logged already.")
    );
    let timeless = |told: &Told| Told {
        at: None,
        ..told.clone()
    };
    let untimed = Session {
        at: None,
        ..that_day[0].clone()
    };
    assert!(record(&timeless(&given), &[untimed]).is_err());

    let stands = "9:10 that day has no entry yet, so this counts for it";
    assert_eq!(doubts(&extra, &[]), [stands]);
    assert_eq!(doubts(&timeless(&extra), &[]), [stands]);
    let closed = Told {
        on: date("2026-10-26"),
        ..extra
    };
    assert!(
        doubts(&closed, &[])
            .concat()
            .contains("the school was closed")
    );
    assert!(record(&closed, &[]).is_ok());
}
