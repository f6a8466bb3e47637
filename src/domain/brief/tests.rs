mod last_review;

use chrono::{DateTime, NaiveDate};

use super::*;
use crate::domain::{
    Action, Caseload, Change, Cycle, Decision, Desk, Figures, Id, Ids, Intervention, Invitee,
    Keeping, Measure, NcYear, Note, NoteKind, Papers, Person, PersonKind, Place, Provision, Pupil,
    PupilId, Reading, Record, Referral, Review, ReviewKind, Rules, Run, Said, School,
    SchoolCalendar, SessionMarks, Setting, Standings, Status, StatusPeriod, Target, Tie, Voice,
    Voices,
};

const AISHA: PupilId = Id::new(10);

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

/// Aisha on the day of her review, 26 November: a late action of ours, a report not in, phonics often left out, her family
/// last heard in July.
fn records() -> Vec<Record> {
    let action = |id, what: &str, who: &str, by, done_on| {
        Record::from(Action {
            id: Id::new(id),
            pupil: AISHA,
            review: Some(Id::new(40)),
            what: what.into(),
            who: who.into(),
            person: None,
            agreed_on: day(7, 2),
            by,
            done_on,
            dropped: String::new(),
        })
    };
    let person = |id, name: &str, kind| {
        Record::from(Person {
            id: Id::new(id),
            name: name.into(),
            kind,
            role: String::new(),
            days: Default::default(),
            minutes_a_week: None,
            reach: String::new(),
        })
    };
    let tie = |id, person, papers, careful: &str| {
        Record::from(Tie {
            relation: "parent".into(),
            responsibility: Some(true),
            care: true,
            papers,
            careful: careful.into(),
            ..Tie::new(Id::new(id), AISHA, Id::new(person))
        })
    };
    let held = Review {
        held_on: Some(day(7, 2)),
        decision: Some(Decision::CarryOn),
        ..Review::booked(Id::new(40), AISHA, ReviewKind::Support, day(7, 2))
    };
    let booked = Review {
        invited: vec![Invitee {
            name: "the mother".into(),
            person: Some(Id::new(80)),
            came: None,
        }],
        ..Review::booked(Id::new(41), AISHA, ReviewKind::Support, day(11, 26))
    };
    vec![
        School {
            id: Id::new(1),
            name: "Oakfield".into(),
            authority: String::new(),
            leaving_years: vec![NcYear::Y6],
            terms: vec![],
            closures: vec![],
        }
        .into(),
        Setting {
            id: Setting::ID,
            senco: Some(Id::new(82)),
            working_days: Default::default(),
            plan_name: String::new(),
            began_on: day(1, 1),
            columns: Vec::new(),
            kept_filters: Vec::new(),
        }
        .into(),
        Pupil {
            forename: "Aisha".into(),
            year: Some(NcYear::Y4),
            works: "ask-card, quiet table".into(),
            careful: "worried about moving house".into(),
            see_dsl: true,
            ..Pupil::new(AISHA, Id::new(1))
        }
        .into(),
        StatusPeriod {
            id: Id::new(20),
            pupil: AISHA,
            status: Status::K,
            watching: false,
            from: Some(day(1, 9)),
            to: None,
            reason: String::new(),
            parent_told: true,
            parent_told_on: None,
            watched: Vec::new(),
        }
        .into(),
        person(80, "Mrs Khan", PersonKind::Family),
        person(81, "Mr Khan", PersonKind::Family),
        person(82, "Mrs Ward", PersonKind::Staff),
        tie(83, 80, Papers::Yes, "interpreter (Urdu)"),
        tie(84, 81, Papers::AskFirst, ""),
        held.into(),
        booked.into(),
        action(50, "hearing test result", "", Some(day(7, 24)), None),
        action(51, "ask-card at home", "Mrs Khan", None, Some(day(9, 1))),
        Action {
            id: Id::new(52),
            pupil: AISHA,
            review: None,
            what: "ring the social worker".into(),
            who: String::new(),
            person: Some(Id::new(82)),
            agreed_on: day(11, 1),
            by: Some(day(11, 20)),
            done_on: None,
            dropped: String::new(),
        }
        .into(),
        Referral {
            what: "EP report".into(),
            of: "Dr Sandhu".into(),
            due_on: Some(day(11, 16)),
            ..Referral::new(Id::new(60), AISHA, day(10, 20))
        }
        .into(),
        Provision {
            id: Id::new(2),
            name: "Phonics catch-up".into(),
            area: None,
            wave: 2,
            minutes: None,
            group_size: None,
            pence_an_hour: None,
            words: String::new(),
        }
        .into(),
        Intervention {
            id: Id::new(21),
            provision: Id::new(2),
            name: "Phonics 3 (Tom, Lina, Aisha)".into(),
            led_by: None,
            began_on: day(9, 14),
            ends_on: None,
            keeping: Keeping::EachSession,
            minutes: 20,
            slots: vec![],
            room: String::new(),
        }
        .into(),
        Place {
            id: Id::new(3),
            pupil: AISHA,
            intervention: Id::new(21),
            from: None,
            to: None,
            target: None,
        }
        .into(),
    ]
}

fn sessions() -> Vec<SessionMarks> {
    (1..=10)
        .map(|of| SessionMarks {
            on: day(10, of),
            at: None,
            not_given: (of > 6).then(|| "adult away".to_owned()),
            marks: vec![],
        })
        .collect()
}

fn note(words: &str, staff_only: bool) -> Note {
    Note {
        id: Id::new(100),
        pupil: AISHA,
        kind: NoteKind::Incident,
        happened_on: day(11, 4),
        entered_at: DateTime::UNIX_EPOCH,
        voice: Voice::Staff,
        said_by: String::new(),
        said_to: String::new(),
        words: words.into(),
        staff_only,
    }
}

fn said(on: NaiveDate, words: &str) -> Option<Said> {
    Some(Said {
        on,
        words: words.into(),
        by: String::new(),
        to: String::new(),
    })
}

/// The brief of 26 November, of these records, with the notes given.
fn brief(records: Vec<Record>, notes: Vec<Note>) -> Brief {
    let today = day(11, 26);
    let mut caseload = Caseload::default();
    for record in records {
        caseload.apply(Change::Put(record));
    }
    let mut figures = Figures::default();
    figures.sessions.insert(Id::new(21), sessions());
    figures.readings.insert(
        Id::new(90),
        Reading {
            on: day(11, 12),
            value: 5.0,
        },
    );
    figures.voices.insert(
        AISHA,
        Voices {
            pupil: said(day(11, 3), "I like it when it is quiet."),
            family: said(day(7, 2), "She won't read at home any more."),
            last_note_on: None,
        },
    );
    let desk = Desk {
        caseload: &caseload,
        rules: Rules::england(),
        calendar: &SchoolCalendar::default(),
        now: today
            .and_hms_opt(15, 20, 0)
            .unwrap()
            .and_utc()
            .fixed_offset(),
        ids: &Ids::after(0, 0),
    };
    let standing = Standings::of_all(&desk, &figures)
        .get(AISHA)
        .unwrap()
        .clone();
    let measure = Measure {
        id: Id::new(120),
        pupil: AISHA,
        instrument: "tally".into(),
        value: 5.0,
        on: day(11, 12),
        target: None,
        intervention: None,
        moment: None,
        taken_by: String::new(),
        entered_at: DateTime::UNIX_EPOCH,
    };
    let dossier = Dossier::of(&caseload, AISHA, standing, notes, vec![measure], vec![]).unwrap();
    Brief::of(&dossier, Rules::england(), today)
}

fn asks(brief: &Brief) -> Vec<(&str, &str)> {
    brief
        .for_you
        .ask
        .iter()
        .map(|ask| (ask.prompt.as_str(), ask.rule.as_str()))
        .collect()
}

#[test]
fn every_prompt_names_the_rule_that_made_it() {
    let brief = brief(records(), vec![]);
    assert_eq!(
        asks(&brief),
        [
            (
                "hearing test result: ours, 125 days late",
                "action past date"
            ),
            (
                "ring the social worker: ours, 6 days late",
                "action past date"
            ),
            (
                "Phonics catch-up, 6 of 10: change the slot?",
                "given under 70 %"
            ),
            ("At home: any better?", "family last heard 21 weeks ago"),
            ("EP report: due 16 Nov, not in", "report awaited, not in"),
        ]
    );
}

#[test]
fn the_meeting_and_what_became_of_the_last_one() {
    let brief = brief(records(), vec![]);
    let meeting = brief.meeting.unwrap();
    assert_eq!(meeting.number.as_deref(), Some("1 of 3"));
    assert_eq!(meeting.who, ["Mrs Khan"]);
    let last = brief.for_the_table.last_time.unwrap();
    assert_eq!(last.decision, Some(Decision::CarryOn));
    let actions: Vec<(&str, &str, Option<i64>)> = last
        .actions
        .iter()
        .map(|line| (line.what.as_str(), line.who.as_str(), line.late_days))
        .collect();
    assert_eq!(
        actions,
        [
            ("hearing test result", "Mrs Ward", Some(125)),
            ("ask-card at home", "Mrs Khan", None),
        ]
    );
    let [help] = brief.for_the_table.help.as_slice() else {
        panic!("one intervention")
    };
    assert_eq!(help.name, "Phonics catch-up");
    let Run {
        promised, given, ..
    } = help.run;
    assert_eq!((promised, given), (10, 6));
}

#[test]
fn what_is_for_you_is_not_for_the_table() {
    let notes = vec![note("fell out with another pupil", true)];
    let brief = brief(records(), notes);
    assert_eq!(
        brief.for_you.careful,
        [
            "see DSL",
            "worried about moving house",
            "Mrs Khan: interpreter (Urdu)",
            "Mr Khan: ask before sharing"
        ]
    );
    let since: Vec<(&str, &str)> = brief
        .for_you
        .since
        .iter()
        .map(|line| (line.kind, line.text.as_str()))
        .collect();
    assert_eq!(
        since,
        [
            ("measure", "tally 5"),
            ("incident", "fell out with another pupil"),
            ("referral", "EP report asked for, due 16 Nov, not in"),
        ]
    );
    assert_eq!(brief.for_you.not_given[0].times, 4);
    let table = format!("{:?}", brief.for_the_table);
    for private in [
        "DSL",
        "moving house",
        "interpreter",
        "before sharing",
        "fell out",
        "social worker",
        "Tom",
        "EP report",
    ] {
        assert!(!table.contains(private), "{private}");
    }
}

#[test]
fn a_target_raises_a_question_by_how_it_stands() {
    let target = |aim, by| {
        let cycle = Cycle {
            planned_on: Some(day(9, 16)),
            ..Cycle::new(Id::new(31), AISHA, 3, day(9, 4))
        };
        let target = Target {
            id: Id::new(90),
            pupil: AISHA,
            cycle: Id::new(31),
            outcome: None,
            place: 1,
            short: "asks for help".into(),
            statement: String::new(),
            unit: String::new(),
            start: Some(3.0),
            start_on: Some(day(9, 16)),
            aim: Some(aim),
            by: Some(by),
            home: String::new(),
            carried_from: None,
            waivers: vec![],
        };
        let kept = records().into_iter().filter(|record| {
            !matches!(
                record,
                Record::Action(_) | Record::Referral(_) | Record::Place(_)
            )
        });
        kept.chain([cycle.into(), target.into()]).collect()
    };
    let last = |records| asks_owned(&brief(records, vec![])).pop().unwrap();
    assert_eq!(
        last(target(5.0, day(12, 1))),
        (
            "asks for help: met. What is the next step?".to_owned(),
            "target met".to_owned()
        )
    );
    assert_eq!(
        last(target(9.0, day(12, 1))),
        (
            "asks for help: what gets in the way?".to_owned(),
            "target behind".to_owned()
        )
    );
    // On the way, and measured a fortnight ago: nothing to ask.
    assert_eq!(
        last(target(6.0, day(12, 20))).1,
        "family last heard 21 weeks ago"
    );
}

fn asks_owned(brief: &Brief) -> Vec<(String, String)> {
    asks(brief)
        .into_iter()
        .map(|(prompt, rule)| (prompt.to_owned(), rule.to_owned()))
        .collect()
}

#[test]
fn the_brief_of_a_pupil_of_whom_nothing_is_known_asks_who_was_not_heard() {
    let bare = vec![
        Pupil {
            forename: "Aisha".into(),
            ..Pupil::new(AISHA, Id::new(1))
        }
        .into(),
    ];
    let mut caseload = Caseload::default();
    for record in bare {
        caseload.apply(Change::Put(record));
    }
    let desk = Desk {
        caseload: &caseload,
        rules: Rules::england(),
        calendar: &SchoolCalendar::default(),
        now: DateTime::UNIX_EPOCH.fixed_offset(),
        ids: &Ids::after(0, 0),
    };
    let standing = Standings::of_all(&desk, &Figures::default())
        .get(AISHA)
        .unwrap()
        .clone();
    let dossier = Dossier::of(&caseload, AISHA, standing, vec![], vec![], vec![]).unwrap();
    let brief = Brief::of(&dossier, Rules::england(), day(11, 26));
    assert_eq!(brief.meeting, None);
    assert_eq!(
        asks(&brief),
        [
            ("How does the family see it?", "family not heard yet"),
            ("What does the pupil say?", "pupil not heard yet"),
        ]
    );
}
