use std::collections::BTreeMap;

use chrono::{DateTime, Days, Weekday};

use super::*;
use crate::domain::{
    Action, Attendance, Caseload, Cycle, Desk, Edit, Figures, Ids, Intervention, Keeping, Mark,
    NoteKind, Place, Provision, Pupil, Reading, Rules, Said, School, SchoolCalendar, SearchWords,
    SessionMarks, Slot, Target, TargetId, Voice,
};

mod changed;
mod edited;

const AISHA: PupilId = Id::new(10);
const LINA: PupilId = Id::new(11);
const PHONICS: InterventionId = Id::new(20);
const LEGO: InterventionId = Id::new(21);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(11, 23)
}

fn pupil(id: PupilId, forename: &str) -> Pupil {
    Pupil {
        forename: forename.into(),
        ..Pupil::new(id, Id::new(1))
    }
}

fn intervention(id: InterventionId) -> Intervention {
    let at = NaiveTime::from_hms_opt(9, 10, 0).unwrap();
    Intervention {
        id,
        provision: Id::new(2),
        name: "Phonics 3".into(),
        led_by: None,
        began_on: day(9, 14),
        ends_on: Some(day(12, 11)),
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: [Weekday::Mon, Weekday::Wed]
            .map(|weekday| Slot { weekday, at })
            .to_vec(),
        room: String::new(),
    }
}

fn place(id: i64, pupil: PupilId, intervention: InterventionId) -> Place {
    Place {
        id: Id::new(id),
        pupil,
        intervention,
        from: None,
        to: None,
        target: None,
    }
}

fn note(id: i64, pupil: PupilId, on: NaiveDate, words: &str) -> Note {
    Note {
        id: Id::new(id),
        pupil,
        kind: NoteKind::Conversation,
        happened_on: on,
        entered_at: DateTime::UNIX_EPOCH,
        voice: Voice::Pupil,
        said_by: "Mrs Bell".into(),
        said_to: String::new(),
        words: words.into(),
        staff_only: false,
    }
}

fn session(
    id: i64,
    intervention: InterventionId,
    on: NaiveDate,
    marks: &[(PupilId, Mark)],
) -> Session {
    Session {
        id: Id::new(id),
        intervention,
        on,
        at: None,
        not_given: None,
        told_by: "Mrs Bell".into(),
        entered_at: DateTime::UNIX_EPOCH,
        note: "All read well.".into(),
        marks: marks
            .iter()
            .map(|(pupil, mark)| Attendance {
                pupil: *pupil,
                mark: *mark,
                note: String::new(),
            })
            .collect(),
    }
}

fn measure(id: i64, target: TargetId, on: NaiveDate, value: f64) -> Measure {
    Measure {
        id: Id::new(id),
        pupil: AISHA,
        instrument: "tally".into(),
        value,
        on,
        target: Some(target),
        intervention: None,
        moment: None,
        taken_by: String::new(),
        entered_at: DateTime::UNIX_EPOCH,
    }
}

fn target(id: i64, carried_from: Option<TargetId>) -> Target {
    Target {
        id: Id::new(id),
        pupil: AISHA,
        cycle: Id::new(30),
        outcome: None,
        place: 1,
        short: "reads 100 words".into(),
        statement: String::new(),
        unit: String::new(),
        start: None,
        start_on: None,
        aim: None,
        by: None,
        home: String::new(),
        carried_from,
        waivers: vec![],
    }
}

fn desk<'a>(caseload: &'a Caseload, calendar: &'a SchoolCalendar, ids: &'a Ids) -> Desk<'a> {
    Desk {
        caseload,
        rules: Rules::england(),
        calendar,
        now: today()
            .and_hms_opt(12, 0, 0)
            .unwrap()
            .and_utc()
            .fixed_offset(),
        ids,
    }
}

/// A school with two pupils in two groups, and a cycle with one target.
fn start() -> Edit {
    Edit::new("start")
        .put(School {
            id: Id::new(1),
            name: "Oakfield".into(),
            authority: String::new(),
            leaving_years: vec![],
            terms: vec![],
            closures: vec![],
        })
        .put(Provision {
            id: Id::new(2),
            name: "Phonics".into(),
            area: None,
            wave: 2,
            minutes: None,
            group_size: None,
            pence_an_hour: None,
            words: String::new(),
        })
        .put_all([pupil(AISHA, "Aisha"), pupil(LINA, "Lina")])
        .put_all([intervention(PHONICS), intervention(LEGO)])
        .put_all([place(3, AISHA, PHONICS), place(4, LINA, PHONICS)])
        .put(place(5, LINA, LEGO))
        .put(Cycle::new(Id::new(30), AISHA, 1, day(9, 4)))
        .put(target(31, None))
}

fn store(edits: impl IntoIterator<Item = Edit>) -> Store {
    let mut store = Store::in_memory().unwrap();
    for edit in [start()].into_iter().chain(edits) {
        store.apply(&edit, None, DateTime::UNIX_EPOCH).unwrap();
    }
    store
}

fn figures(store: &Store) -> Figures {
    let caseload = store.load().unwrap();
    store.log().figures_of_all(&caseload, today()).unwrap()
}

#[test]
fn figures_are_read_from_the_file() {
    let told = Note {
        voice: Voice::Family,
        said_to: "Mr Lowe".into(),
        ..note(101, AISHA, day(11, 5), "She won't read at home any more.")
    };
    let for_staff = Note {
        staff_only: true,
        ..note(103, AISHA, day(11, 20), "not for the screen")
    };
    let not_given = Session {
        not_given: Some("assembly".into()),
        ..session(111, PHONICS, day(11, 18), &[])
    };
    let store = store([Edit::new("log")
        .put(told)
        .put(note(102, AISHA, day(11, 3), "I like it when it is quiet."))
        .put(for_staff)
        .put(session(
            110,
            PHONICS,
            day(11, 16),
            &[(AISHA, Mark::Absent), (LINA, Mark::There)],
        ))
        .put(not_given)
        .put(measure(120, Id::new(31), day(11, 12), 5.0))
        .put(measure(121, Id::new(31), day(11, 12), 6.0))
        .put(measure(122, Id::new(31), day(10, 1), 9.0))]);
    let figures = figures(&store);
    let voices = &figures.voices[&AISHA];
    let quiet = Said {
        on: day(11, 3),
        words: "I like it when it is quiet.".into(),
        by: "Mrs Bell".into(),
        to: String::new(),
    };
    assert_eq!(voices.pupil, Some(quiet));
    assert_eq!(voices.family.as_ref().unwrap().to, "Mr Lowe");
    assert_eq!(voices.last_note_on, Some(day(11, 20)));
    let reading = Reading {
        on: day(11, 12),
        value: 6.0,
    };
    assert_eq!(figures.readings, BTreeMap::from([(Id::new(31), reading)]));
    let [given, missed] = figures.sessions_of(PHONICS) else {
        panic!("two sessions")
    };
    assert_eq!(given.mark_of(AISHA), Some(Mark::Absent));
    assert_eq!(given.mark_of(LINA), Some(Mark::There));
    assert_eq!(missed.not_given.as_deref(), Some("assembly"));
    assert!(figures.sessions_of(LEGO).is_empty());
}

#[test]
fn a_week_and_a_slot_are_read_by_the_day() {
    let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    let afternoon = Session {
        at: at(14),
        ..session(112, PHONICS, day(11, 16), &[])
    };
    let store = store([Edit::new("log").put(afternoon).put_all([
        session(110, PHONICS, day(11, 16), &[(AISHA, Mark::There)]),
        session(111, PHONICS, day(11, 22), &[]),
        session(113, PHONICS, day(11, 23), &[]),
        session(114, LEGO, day(11, 18), &[]),
    ])]);
    let log = store.log();
    let week = |interventions: &[InterventionId]| -> Vec<i64> {
        let sessions = log.week(interventions, day(11, 16)).unwrap();
        sessions.iter().map(|session| session.id.number()).collect()
    };
    assert_eq!(week(&[PHONICS]), [110, 111, 112]);
    assert_eq!(week(&[PHONICS, LEGO]), [110, 111, 112, 114]);
    assert!(week(&[]).is_empty());
    let on = |at| log.session_on(PHONICS, day(11, 16), at).unwrap();
    assert_eq!(on(None).unwrap().marks.len(), 1);
    assert_eq!(on(at(14)).unwrap().id, Id::new(112));
    assert_eq!(on(at(15)), None);
}

#[test]
fn a_search_gives_the_newest_first_in_one_pupil_and_in_all() {
    let store = store([Edit::new("log").put_all([
        note(101, AISHA, day(11, 3), "The quiet table works."),
        note(102, LINA, day(11, 12), "Quietly sat at the table."),
        note(103, AISHA, day(9, 30), "QUI\u{c9}T table, again"),
        note(104, AISHA, day(11, 20), "Loud."),
    ])]);
    let found = |typed: &str, pupil, limit| -> Vec<i64> {
        let words = SearchWords::of(typed);
        let notes = store.log().search(&words, pupil, limit).unwrap();
        notes.iter().map(|note| note.id.number()).collect()
    };
    assert_eq!(found("quiet tab", None, 9), [102, 101, 103]);
    assert_eq!(found("quiet tab", Some(AISHA), 9), [101, 103]);
    assert_eq!(found("quiet", None, 1), [102]);
    assert_eq!(found("quiet", Some(AISHA), 1), [101]);
    assert_eq!(found("bell lou", None, 9), [104]);
    assert_eq!(found("nowhere", None, 9), [0_i64; 0]);
    // What would be the search language's own is words, or nothing.
    assert_eq!(found("\"quiet* OR -", None, 9), [0_i64; 0]);
    assert_eq!(found("*", None, 9), [0_i64; 0]);
}

#[test]
fn the_timeline_tells_register_and_log_by_the_day_it_happened() {
    let action = Action {
        id: Id::new(40),
        pupil: AISHA,
        review: None,
        what: "ask-card at home".into(),
        who: "Mrs Khan".into(),
        person: None,
        agreed_on: day(11, 16),
        by: None,
        done_on: Some(day(11, 16)),
        dropped: String::new(),
    };
    let store = store([Edit::new("log")
        .put(action)
        .put(note(101, AISHA, day(11, 17), "Fell out with a friend."))
        .put(session(110, PHONICS, day(11, 16), &[(AISHA, Mark::Absent)]))
        .put(session(111, PHONICS, day(11, 18), &[(LINA, Mark::There)]))
        .put(measure(120, Id::new(31), day(11, 12), 5.0))]);
    let caseload = store.load().unwrap();
    let labels = |pupil| -> Vec<(NaiveDate, String)> {
        let page = store.log().timeline(&caseload, pupil, None, 20).unwrap();
        page.into_iter()
            .map(|entry| (entry.on(), entry.label))
            .collect()
    };
    let expected = [
        (day(11, 17), "conversation"),
        (day(11, 16), "Phonics 3: absent"),
        (day(11, 16), "action done"),
        (day(11, 16), "action agreed"),
        (day(11, 12), "tally: 5"),
    ];
    assert_eq!(
        labels(Some(AISHA)),
        expected.map(|(on, label)| (on, label.to_owned()))
    );
    assert_eq!(
        labels(None)[0],
        (day(11, 18), "Phonics 3: given".to_owned())
    );
    // A child's page has her own part of a session alone.
    let page = store
        .log()
        .timeline(&caseload, Some(AISHA), None, 20)
        .unwrap();
    assert!(page.iter().all(|entry| entry.words != "All read well."));
}

#[test]
fn one_query_serves_any_number_of_ids() {
    assert_eq!(list([AISHA, LINA]), "[10,11]");
    assert_eq!(list(Vec::<PupilId>::new()), "[]");
}

#[test]
fn history_is_a_session_or_a_measure_of_the_intervention() {
    let measured = Measure {
        intervention: Some(LEGO),
        target: None,
        ..measure(120, Id::new(31), day(11, 12), 5.0)
    };
    let marks = [(AISHA, Mark::There)];
    let phonics = session(110, PHONICS, day(11, 16), &marks);
    let with = store([Edit::new("log").put(phonics.clone()).put(measured.clone())]);
    let log = with.log();
    assert!(log.has_history(PHONICS).unwrap() && log.has_history(LEGO).unwrap());
    assert!(log.was_marked(AISHA, PHONICS).unwrap());
    assert!(!log.was_marked(LINA, PHONICS).unwrap());
    assert_eq!(log.session(phonics.id).unwrap(), Some(phonics));
    assert_eq!(log.measure(measured.id).unwrap(), Some(measured));
    let without = store([]);
    assert!(!without.log().has_history(PHONICS).unwrap());
}
