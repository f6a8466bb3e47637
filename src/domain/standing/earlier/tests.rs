use super::*;
use crate::domain::test_desk::{AISHA, TestDesk, date};
use crate::domain::{
    Attendance, CycleId, Edit, Id, Intervention, Keeping, Mark, Measure, Session, Standings,
    Target, slot,
};

/// Aisha's first cycle, closed on 15 October, and her second; Phonics on Mondays all along.
fn desk() -> TestDesk {
    let first = Cycle {
        reviewed_on: Some(date("2026-10-15")),
        ..Cycle::new(CycleId::new(31), AISHA, 1, date("2026-09-09"))
    };
    let second = Cycle::new(CycleId::new(32), AISHA, 2, date("2026-10-16"));
    let target = Target {
        short: "asks for help".into(),
        start: Some(3.0),
        aim: Some(8.0),
        ..Target::new(TargetId::new(41), &first, 1)
    };
    let phonics = Intervention {
        id: Id::new(200),
        provision: Id::new(300),
        name: "Phonics catch-up".into(),
        led_by: None,
        began_on: date("2026-09-14"),
        ends_on: None,
        keeping: Keeping::EachSession,
        minutes: 20,
        slots: slot::read_slots("mon 9:10").expect("a timetable"),
        room: String::new(),
    };
    let place = Place {
        id: Id::new(400),
        pupil: AISHA,
        intervention: phonics.id,
        from: None,
        to: None,
        target: None,
    };
    let edit = Edit::new("").put(first).put(second);
    TestDesk::new().with(edit.put(target).put(phonics).put(place))
}

fn measure(id: i64, on: &str, value: f64) -> Measure {
    Measure {
        id: Id::new(id),
        pupil: AISHA,
        instrument: "tally".into(),
        value,
        on: date(on),
        target: Some(TargetId::new(41)),
        intervention: None,
        moment: None,
        taken_by: String::new(),
        entered_at: chrono::DateTime::UNIX_EPOCH,
    }
}

fn given(id: i64, on: &str) -> Session {
    Session {
        id: Id::new(id),
        intervention: Id::new(200),
        on: date(on),
        at: None,
        not_given: None,
        told_by: String::new(),
        entered_at: chrono::DateTime::UNIX_EPOCH,
        note: String::new(),
        marks: vec![Attendance {
            pupil: AISHA,
            mark: Mark::There,
            note: String::new(),
        }],
    }
}

#[test]
fn an_earlier_cycle_tells_what_was_known_at_its_end() {
    let desk = desk();
    let desk = desk.desk();
    let standings = Standings::of_all(&desk, &Figures::default());
    let now = standings.get(AISHA).expect("a standing").clone();
    assert_eq!(now.cycle_number, Some(2));
    let measures = vec![measure(1, "2026-10-01", 5.0), measure(2, "2026-10-30", 7.0)];
    let sessions = vec![
        given(1, "2026-09-21"),
        given(2, "2026-10-12"),
        given(3, "2026-11-16"),
    ];
    let dossier = Dossier::of(desk.caseload, AISHA, now, Vec::new(), measures, sessions);
    let first = desk.caseload.cycles.get(CycleId::new(31)).expect("a cycle");
    let then = Standing::at_end_of(&desk, first, &dossier.expect("a dossier"));

    assert_eq!(then.cycle_number, Some(1));
    let reading = then.targets[0].now.expect("a reading");
    assert_eq!((reading.on, reading.value), (date("2026-10-01"), 5.0));
    let (_, run) = &then.runs[0];
    // Mondays from 14 September to 12 October.
    assert_eq!(
        (run.promised, run.given, run.came, run.no_entry),
        (5, 2, 2, 3)
    );
}

#[test]
fn a_cycle_ends_with_its_review_or_when_the_next_begins() {
    let mut desk = desk();
    let last_day = |desk: &TestDesk, id| {
        let cycle = desk.caseload.cycles.get(CycleId::new(id)).expect("a cycle");
        cycle.last_day(&desk.caseload)
    };
    assert_eq!(last_day(&desk, 31), Some(date("2026-10-15")));
    assert_eq!(last_day(&desk, 32), None);
    let first = desk.caseload.cycles.get(CycleId::new(31)).expect("a cycle");
    let open = Cycle {
        reviewed_on: None,
        began_on: date("2026-09-10"),
        ..first.clone()
    };
    desk.save(Edit::new("").put(open));
    assert_eq!(last_day(&desk, 31), Some(date("2026-10-15")));
}
