use super::*;
use crate::domain::session::Happened;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{Change, InterventionId, Place, PlaceId, ProvisionId, SessionId, slot, term};

fn phonics(keeping: Keeping) -> Intervention {
    Intervention {
        id: InterventionId::new(200),
        provision: ProvisionId::new(300),
        name: "Phonics catch-up".into(),
        led_by: None,
        began_on: date("2026-09-14"),
        ends_on: Some(date("2026-12-11")),
        keeping,
        minutes: 20,
        slots: slot::read_slots("mon wed fri 9:10").expect("a timetable"),
        room: String::new(),
    }
}

fn calendar() -> SchoolCalendar {
    SchoolCalendar::new(&term::illustrations(), &[])
}

fn session(id: i64, on: &str, at: Option<&str>) -> Session {
    Session {
        id: SessionId::new(id),
        intervention: InterventionId::new(200),
        on: date(on),
        at: at.map(|at| at.parse().expect("a time")),
        not_given: None,
        told_by: String::new(),
        entered_at: chrono::DateTime::UNIX_EPOCH,
        note: String::new(),
        marks: Vec::new(),
    }
}

fn days(slots: &[WeekSlot]) -> Vec<(String, bool)> {
    slots
        .iter()
        .map(|slot| (slot.on.format("%a").to_string(), slot.session.is_some()))
        .collect()
}

fn time(written: &str) -> NaiveDateTime {
    written.parse().expect("a time")
}

#[test]
fn a_week_has_the_slots_within_the_dates_and_what_was_held_beside_them() {
    let phonics = phonics(Keeping::EachSession);
    let sessions = [
        session(1, "2026-11-18", None),
        session(2, "2026-11-19", Some("13:00:00")),
        session(3, "2026-11-11", Some("09:10:00")),
    ];
    let slots = slots(&phonics, &calendar(), date("2026-11-16"), &sessions);
    let expected = [("Mon", false), ("Wed", true), ("Thu", true), ("Fri", false)];
    assert_eq!(days(&slots), expected.map(|(day, is)| (day.to_owned(), is)));
    assert!(super::slots(&phonics, &calendar(), date("2026-12-14"), &[]).is_empty());
    let first = Intervention {
        began_on: date("2026-09-16"),
        ..phonics
    };
    assert_eq!(
        super::slots(&first, &calendar(), date("2026-09-14"), &[]).len(),
        2
    );
}

#[test]
fn a_week_says_how_far_it_is_entered() {
    let each = phonics(Keeping::EachSession);
    let state = |intervention: &Intervention, monday: &str, now: &str, sessions: &[Session]| {
        let slots = slots(intervention, &calendar(), date(monday), sessions);
        state(intervention, &slots, time(now)).to_string()
    };
    let monday = "2026-11-16";
    let one = [session(1, "2026-11-16", None)];
    let table = [
        ("2026-11-16T09:00:00", &[][..], "not yet"),
        ("2026-11-16T09:30:00", &[], "1 no entry"),
        ("2026-11-16T09:30:00", &one, "entered"),
        ("2026-11-23T15:20:00", &one, "2 no entry"),
    ];
    for (now, sessions, says) in table {
        assert_eq!(state(&each, monday, now, sessions), says, "{now}");
    }
    let now = "2026-11-23T15:20:00";
    assert_eq!(state(&each, "2026-10-26", now, &[]), "closed");
    assert_eq!(state(&each, "2027-01-04", now, &[]), "no session");
    let by_exception = phonics(Keeping::ByException);
    assert_eq!(state(&by_exception, monday, now, &one), "1 marked");
    assert_eq!(
        state(&phonics(Keeping::Standing), monday, now, &[]),
        "no session"
    );
}

#[test]
fn weeks_without_school_are_passed_over() {
    let calendar = calendar();
    let table = [
        ("2026-11-16", "2026-11-09", "2026-11-23"),
        ("2026-11-02", "2026-10-19", "2026-11-09"),
        ("2026-12-14", "2026-12-07", "2027-01-04"),
    ];
    for (monday, earlier, later) in table {
        assert_eq!(before(&calendar, date(monday)), Some(date(earlier)));
        assert_eq!(after(&calendar, date(monday)), Some(date(later)));
    }
}

#[test]
fn a_week_is_one_edit_or_none() {
    let place = Place {
        id: PlaceId::new(400),
        pupil: AISHA,
        intervention: InterventionId::new(200),
        from: None,
        to: None,
        target: None,
    };
    let desk = TestDesk::new().with(Edit::new("").put(phonics(Keeping::EachSession)).put(place));
    let told = |on, happened| Told {
        intervention: InterventionId::new(200),
        on: date(on),
        at: None,
        happened,
        note: String::new(),
        by: "Mrs Bell".into(),
    };
    let before = session(1, "2026-11-20", None);
    let week = [
        (told("2026-11-16", Happened::Given(Vec::new())), None),
        (
            told("2026-11-18", Happened::NotGiven("assembly".into())),
            None,
        ),
        (told("2026-11-20", Happened::NoEntry), Some(&before)),
    ];
    let edit = record(&desk.desk(), date("2026-11-16"), &week).expect("an edit");
    assert_eq!(
        edit.label,
        "Register of Phonics catch-up, week of Mon 16 Nov"
    );
    assert_eq!(edit.changes.len(), 3);
    assert_eq!(edit.changes[2], Change::Remove(before.id.into()));

    let ahead = [(told("2026-11-27", Happened::Given(Vec::new())), None)];
    assert!(record(&desk.desk(), date("2026-11-23"), &ahead).is_err());
}
