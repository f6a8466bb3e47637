//! A small register, for tests of lists of pupils: what stands in it changes only here.

use caseload::domain::{
    Action, Cycle, Edit, Id, Intervention, Keeping, NcYear, NeedCode, Note, NoteKind, Person,
    PersonKind, Place, Provision, Pupil, PupilId, Review, ReviewKind, Status, StatusPeriod, Target,
    Tie, Voice, Weekdays,
};
use chrono::{DateTime, NaiveDate};

use super::school::{OAKFIELD, oakfield};

pub const AISHA: PupilId = Id::new(100);
pub const KOFI: PupilId = Id::new(101);
pub const ZUZANNA: PupilId = Id::new(102);
pub const TYLER: PupilId = Id::new(103);
pub const ZOE: PupilId = Id::new(104);
pub const GONE: PupilId = Id::new(105);

fn day(words: &str) -> NaiveDate {
    words.parse().expect("a date")
}

fn pupil(id: PupilId, forename: &str, surname: &str, year: NcYear, class: &str) -> Pupil {
    Pupil {
        forename: forename.into(),
        surname: surname.into(),
        year: Some(year),
        class: class.into(),
        ..Pupil::new(id, OAKFIELD)
    }
}

fn needs(codes: &[&str]) -> Vec<NeedCode> {
    codes.iter().map(|code| NeedCode::new(code)).collect()
}

fn period(pupil: PupilId, status: Status, watching: bool, from: &str) -> StatusPeriod {
    StatusPeriod {
        id: Id::new(pupil.number() + 100),
        pupil,
        status,
        watching,
        from: Some(day(from)),
        to: None,
        reason: "language screen".into(),
        parent_told: status == Status::E,
        parent_told_on: None,
        watched: Vec::new(),
    }
}

fn cycle(pupil: PupilId, planned: Option<&str>, review_on: Option<&str>) -> Cycle {
    Cycle {
        assessed_on: planned.map(day),
        planned_on: planned.map(day),
        review_on: review_on.map(day),
        ..Cycle::new(Id::new(pupil.number() + 200), pupil, 1, day("2026-09-09"))
    }
}

pub fn note(id: i64, pupil: PupilId, on: &str, voice: Voice, by: &str, words: &str) -> Note {
    Note {
        id: Id::new(id),
        pupil,
        kind: NoteKind::Conversation,
        happened_on: day(on),
        entered_at: DateTime::UNIX_EPOCH,
        voice,
        said_by: by.into(),
        said_to: String::new(),
        words: words.into(),
        staff_only: false,
    }
}

fn person(id: i64, name: &str, kind: PersonKind) -> Person {
    Person {
        id: Id::new(id),
        name: name.into(),
        kind,
        role: String::new(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: "07700 900311".into(),
    }
}

/// Oakfield with five pupils: Aisha (K, review booked, a group of Mrs Bell's), Kofi (E), Zuzanna (K, an action late), Tyler
/// (watched, one name), Zoë (no SEN); and one who has left.
pub fn register() -> Vec<Edit> {
    let mut edits = oakfield();
    edits.extend([pupils(), plans(), log()]);
    edits
}

fn pupils() -> Edit {
    let aisha = Pupil {
        dob: Some(day("2018-02-11")),
        pp: Some(true),
        eal: Some(true),
        language: "Urdu".into(),
        needs: needs(&["SLCN", "SEMH"]),
        strengths: "Makes people laugh; draws maps of places she has been to.".into(),
        works: "ask-card, quiet table".into(),
        careful: "interpreter not booked".into(),
        see_dsl: true,
        ..pupil(AISHA, "Aisha", "Khan", NcYear::Y4, "4B")
    };
    let kofi = Pupil {
        needs: needs(&["MLD"]),
        ..pupil(KOFI, "Kofi", "Osei", NcYear::Y4, "4B")
    };
    let zuzanna = Pupil {
        needs: needs(&["SPLD"]),
        ..pupil(ZUZANNA, "Zuzanna", "Nowak", NcYear::Y2, "2A")
    };
    let gone = Pupil {
        left_on: Some(day("2026-07-20")),
        left_for: "Northgate".into(),
        ..pupil(GONE, "Ella", "Marsh", NcYear::Y6, "6M")
    };
    Edit::new("Pupils added")
        .put(aisha)
        .put(kofi)
        .put(zuzanna)
        .put(pupil(TYLER, "Tyler", "", NcYear::Y3, "3B"))
        .put(pupil(ZOE, "Zoë", "Łukasik-O’Dwyer", NcYear::R, "RW"))
        .put(gone)
        .put(period(AISHA, Status::K, false, "2025-01-09"))
        .put(period(KOFI, Status::E, false, "2024-02-22"))
        .put(period(ZUZANNA, Status::K, false, "2026-09-01"))
        .put(period(TYLER, Status::N, true, "2026-11-02"))
        .put(person(500, "Mrs Khan", PersonKind::Family))
        .put(person(501, "Mrs Bell", PersonKind::Staff))
        .put(Tie {
            relation: "mother".into(),
            responsibility: Some(true),
            care: true,
            ..Tie::new(Id::new(510), AISHA, Id::new(500))
        })
}

fn plans() -> Edit {
    let target = Target {
        id: Id::new(400),
        pupil: AISHA,
        cycle: Id::new(300),
        outcome: None,
        place: 1,
        short: "asks for help in 4-word sentences".into(),
        statement: String::new(),
        unit: "times".into(),
        start: Some(3.0),
        start_on: Some(day("2026-09-16")),
        aim: Some(8.0),
        by: Some(day("2026-11-26")),
        home: String::new(),
        carried_from: None,
        waivers: Vec::new(),
    };
    let provision = Provision {
        id: Id::new(520),
        name: "Phonics".into(),
        area: None,
        wave: 2,
        minutes: Some(20),
        group_size: Some(5),
        pence_an_hour: None,
        words: String::new(),
    };
    let group = Intervention {
        id: Id::new(521),
        provision: provision.id,
        name: "Phonics 3".into(),
        led_by: Some(Id::new(501)),
        began_on: day("2026-09-14"),
        ends_on: None,
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: Vec::new(),
        room: String::new(),
    };
    let place = Place {
        id: Id::new(522),
        pupil: AISHA,
        intervention: group.id,
        from: None,
        to: None,
        target: None,
    };
    let late = Action {
        id: Id::new(530),
        pupil: ZUZANNA,
        review: None,
        what: "plan to write".into(),
        who: String::new(),
        person: None,
        agreed_on: day("2026-10-12"),
        by: Some(day("2026-11-12")),
        done_on: None,
        dropped: String::new(),
    };
    let review = Review {
        cycle: Some(Id::new(300)),
        ..Review::booked(Id::new(540), AISHA, ReviewKind::Support, day("2026-11-26"))
    };
    Edit::new("Plans made")
        .put(cycle(AISHA, Some("2026-09-16"), Some("2026-11-26")))
        .put(cycle(ZUZANNA, None, None))
        .put(target)
        .put(provision)
        .put(group)
        .put(place)
        .put(late)
        .put(review)
}

fn log() -> Edit {
    let staff_only = Note {
        staff_only: true,
        ..note(
            604,
            AISHA,
            "2026-11-12",
            Voice::Staff,
            "Mrs Bell",
            "quiet word with her about lunch",
        )
    };
    Edit::new("Notes")
        .put(note(
            600,
            AISHA,
            "2026-11-03",
            Voice::Pupil,
            "Aisha",
            "I like it when it is quiet.",
        ))
        .put(note(
            601,
            AISHA,
            "2026-07-02",
            Voice::Family,
            "Mrs Khan",
            "She won't read at home any more.",
        ))
        .put(note(
            602,
            KOFI,
            "2026-09-07",
            Voice::Pupil,
            "Kofi",
            "It was too loud. I want the quiet door. Then I can read.",
        ))
        .put(note(
            603,
            TYLER,
            "2026-11-02",
            Voice::Staff,
            "Mr Lowe",
            "hides under the table in maths",
        ))
        .put(staff_only)
}
