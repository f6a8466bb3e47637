use chrono::{DateTime, NaiveDate};

use super::*;
use crate::domain::{
    Attendance, Change, Desk, Figures, Id, Ids, Keeping, Mark, NoteKind, Record, Rules,
    SchoolCalendar, Standings, Voice,
};

const AISHA: PupilId = Id::new(1_000_001);
const LINA: PupilId = Id::new(1_000_002);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn pupil(id: PupilId, forename: &str) -> Pupil {
    Pupil {
        forename: forename.into(),
        ..Pupil::new(id, Id::new(1))
    }
}

fn place(id: i64, pupil: PupilId, from: Option<NaiveDate>) -> Place {
    Place {
        id: Id::new(id),
        pupil,
        intervention: Id::new(20),
        from,
        to: None,
        target: None,
    }
}

fn phonics() -> Intervention {
    Intervention {
        id: Id::new(20),
        provision: Id::new(2),
        name: "Phonics 3".into(),
        led_by: None,
        began_on: day(9, 14),
        ends_on: None,
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: vec![],
        room: String::new(),
    }
}

fn note(id: i64, pupil: PupilId, on: NaiveDate) -> Note {
    Note {
        id: Id::new(id),
        pupil,
        kind: NoteKind::Observation,
        happened_on: on,
        entered_at: DateTime::UNIX_EPOCH,
        voice: Voice::Staff,
        said_by: String::new(),
        said_to: String::new(),
        words: "Read to the class.".into(),
        staff_only: false,
    }
}

fn session(id: i64, on: NaiveDate) -> Session {
    let mark = |pupil, note: &str| Attendance {
        pupil,
        mark: Mark::There,
        note: note.into(),
    };
    Session {
        id: Id::new(id),
        intervention: Id::new(20),
        on,
        at: None,
        not_given: None,
        told_by: String::new(),
        entered_at: DateTime::UNIX_EPOCH,
        note: "Lina helped Aisha.".into(),
        marks: vec![mark(AISHA, "keen"), mark(LINA, "tired")],
    }
}

fn dossier() -> Dossier {
    let mut caseload = Caseload::default();
    let records: [Record; 5] = [
        pupil(AISHA, "Aisha").into(),
        pupil(LINA, "Lina").into(),
        phonics().into(),
        place(3, AISHA, Some(day(9, 21))).into(),
        place(4, LINA, None).into(),
    ];
    for record in records {
        caseload.apply(Change::Put(record));
    }
    let desk = Desk {
        caseload: &caseload,
        rules: Rules::england(),
        calendar: &SchoolCalendar::default(),
        now: DateTime::UNIX_EPOCH.fixed_offset(),
        ids: &Ids::after(0, 0),
    };
    let standings = Standings::of_all(&desk, &Figures::default());
    let standing = standings.get(AISHA).unwrap().clone();
    Dossier::of(
        &caseload,
        AISHA,
        standing,
        vec![
            note(102, AISHA, day(10, 2)),
            note(101, LINA, day(10, 1)),
            note(103, AISHA, day(9, 30)),
        ],
        vec![],
        vec![session(110, day(9, 14)), session(111, day(9, 21))],
    )
    .unwrap()
}

#[test]
fn no_other_child_is_in_it() {
    let dossier = dossier();
    let all = format!("{dossier:?}");
    for trace in ["Lina", "1000002", "tired"] {
        assert!(!all.contains(trace), "{trace}");
    }
    assert_eq!(dossier.group_sizes[&Id::new(20)], 2);
}

#[test]
fn it_holds_what_happened_while_she_was_there_in_order() {
    let dossier = dossier();
    let notes: Vec<i64> = dossier.notes.iter().map(|note| note.id.number()).collect();
    assert_eq!(notes, [103, 102]);
    let [session] = dossier.sessions.as_slice() else {
        panic!("the one since she joined")
    };
    assert_eq!(session.id, Id::new(111));
    assert_eq!(session.marks.len(), 1);
    assert_eq!(session.marks[0].note, "keen");
}
