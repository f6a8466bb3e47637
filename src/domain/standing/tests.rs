use super::*;
use crate::domain::{
    Action, Change, Cycle, Force, Id, Ids, Invitee, Judged, Judgement, NcYear, Person, PersonKind,
    PupilId, Reading, Record, Referral, Rules, School, SchoolCalendar, Setting, Standings,
    StatusPeriod, Target, TargetStanding, Term, Tie, Voices, WhoMust,
};

mod plans;

const AISHA: PupilId = Id::new(10);

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn today() -> NaiveDate {
    day(2026, 11, 23)
}

fn period(status: Status) -> StatusPeriod {
    StatusPeriod {
        id: Id::new(20),
        pupil: AISHA,
        status,
        watching: false,
        from: Some(day(2025, 1, 9)),
        to: None,
        reason: String::new(),
        parent_told: true,
        parent_told_on: Some(day(2025, 1, 9)),
        watched: Vec::new(),
    }
}

fn aisha() -> Pupil {
    Pupil {
        forename: "Aisha".into(),
        needs: vec![crate::domain::NeedCode::new("SLCN")],
        year: Some(NcYear::Y6),
        ..Pupil::new(AISHA, Id::new(1))
    }
}

fn cycle() -> Cycle {
    Cycle {
        assessed_on: Some(day(2026, 9, 9)),
        planned_on: Some(day(2026, 9, 16)),
        review_on: Some(day(2026, 11, 26)),
        ..Cycle::new(Id::new(31), AISHA, 3, day(2026, 9, 4))
    }
}

fn school() -> School {
    let terms = [
        ((2026, 9, 2), (2026, 10, 23)),
        ((2026, 11, 2), (2026, 12, 18)),
        ((2027, 1, 4), (2027, 2, 12)),
    ];
    School {
        id: Id::new(1),
        name: "Oakfield".into(),
        authority: String::new(),
        leaving_years: vec![NcYear::Y6],
        terms: terms
            .into_iter()
            .map(|(first, last)| Term {
                name: String::new(),
                first: day(first.0, first.1, first.2),
                last: day(last.0, last.1, last.2),
            })
            .collect(),
        closures: vec![],
    }
}

fn caseload(records: impl IntoIterator<Item = Record>) -> Caseload {
    let mut caseload = Caseload::default();
    let start = [Record::from(school()), Record::from(aisha())];
    for record in start.into_iter().chain(records) {
        caseload.apply(Change::Put(record));
    }
    caseload
}

fn now_of(caseload: &Caseload, figures: &Figures, on: NaiveDate) -> Standing {
    let school = caseload.school().unwrap();
    let desk = Desk {
        caseload,
        rules: Rules::england(),
        calendar: &SchoolCalendar::new(&school.terms, &school.closures),
        now: on.and_hms_opt(12, 0, 0).unwrap().and_utc().fixed_offset(),
        ids: &Ids::after(0, 0),
    };
    let standings = Standings::of_all(&desk, figures);
    standings.get(AISHA).unwrap().clone()
}

fn standing_of(records: impl IntoIterator<Item = Record>) -> Standing {
    now_of(&caseload(records), &Figures::default(), today())
}

/// What is due: its kind's code, its day, who must act.
fn dues(standing: &Standing) -> Vec<(&'static str, Option<NaiveDate>, &str)> {
    standing
        .dues
        .iter()
        .map(|due| (due.kind.code(), due.on, due.who.as_str()))
        .collect()
}

#[test]
fn a_pupil_of_whom_nothing_is_known_stands_nowhere() {
    let standing = standing_of([]);
    assert_eq!((standing.status, standing.stage), (Status::N, None));
    assert_eq!(standing.next, None);
    assert!(standing.dues.is_empty() && standing.to_fill_in.is_empty());
}

#[test]
fn the_date_of_the_cycle_is_next_until_a_review_is_booked() {
    let records = [period(Status::K).into(), cycle().into()];
    let standing = standing_of(records.clone());
    assert_eq!(standing.stage, Some(Stage::Do));
    assert_eq!(standing.cycle_number, Some(3));
    assert_eq!(
        dues(&standing),
        [("plan_review", Some(day(2026, 11, 26)), "school")]
    );
    let next = standing.next.unwrap();
    assert_eq!(
        (next.what.as_str(), next.days, next.force),
        ("review", 3, Force::Code)
    );

    let booked = Review {
        cycle: Some(Id::new(31)),
        room: "library".into(),
        ..Review::booked(Id::new(40), AISHA, ReviewKind::Support, day(2026, 11, 27))
    };
    let standing = standing_of(records.into_iter().chain([booked.into()]));
    assert_eq!(
        dues(&standing),
        [("review", Some(day(2026, 11, 27)), "you")]
    );
    assert_eq!(standing.dues[0].what, "review, 1 of 3: library");
    assert_eq!(standing.review_on, Some(day(2026, 11, 27)));
}

#[test]
fn a_late_action_does_not_hide_what_comes_next() {
    let action = Action {
        id: Id::new(50),
        pupil: AISHA,
        review: Some(Id::new(40)),
        what: "hearing test result".into(),
        who: String::new(),
        person: None,
        agreed_on: day(2026, 7, 2),
        by: Some(day(2026, 7, 24)),
        done_on: None,
        dropped: String::new(),
    };
    let plan = Action {
        id: Id::new(51),
        review: None,
        what: "plan to write".into(),
        who: "Mr Lowe".into(),
        by: None,
        ..action.clone()
    };
    let standing = standing_of([action.clone().into(), plan.into(), cycle().into()]);
    assert_eq!(standing.next.as_ref().unwrap().what, "review");
    assert_eq!((standing.open_actions, standing.late_actions), (2, 1));
    let late = &standing.dues[0];
    assert_eq!((late.days, late.who.as_str()), (Some(-122), "you"));
    assert_eq!(late.what, "hearing test result, from 2 Jul");
    assert_eq!(
        late.explanation(),
        "hearing test result, from 2 Jul (your own date); agreed at the review of 2 Jul 2026, \
         by 24 Jul 2026."
    );
    // What has no date comes last.
    assert_eq!(standing.dues[2].on, None);

    let alone = standing_of([Record::from(action)]);
    let next = alone.next.unwrap();
    assert_eq!(
        (next.what.as_str(), next.days),
        ("hearing test result, from 2 Jul", -122)
    );
}

#[test]
fn what_is_awaited_says_how_often_it_was_chased() {
    let referral = Referral {
        what: "EP report".into(),
        of: "Dr Shah".into(),
        due_on: Some(day(2026, 11, 16)),
        chased_on: vec![day(2026, 11, 18)],
        ..Referral::new(Id::new(60), AISHA, day(2026, 11, 2))
    };
    let standing = standing_of([Record::from(referral)]);
    let due = &standing.dues[0];
    assert_eq!(due.what, "EP report, chased once");
    assert_eq!(
        (due.who.as_str(), due.who_must),
        ("Dr Shah", WhoMust::Other)
    );
    assert!(due.is_awaited() && due.is_overdue());
}

#[test]
fn rules_are_silent_about_time_before_the_caseload_began() {
    let began_on = |on| {
        Record::from(Setting {
            id: Setting::ID,
            senco: None,
            working_days: Default::default(),
            plan_name: String::new(),
            began_on: on,
            columns: Vec::new(),
            kept_filters: Vec::new(),
        })
    };
    let stale = Cycle {
        review_on: Some(day(2026, 7, 10)),
        ..cycle()
    };
    let with = |on| dues(&standing_of([stale.clone().into(), began_on(on)])).len();
    assert_eq!(with(day(2026, 7, 10)), 1);
    assert_eq!(with(day(2026, 7, 11)), 0);
}

#[test]
fn missing_is_to_fill_in_and_never_late() {
    let bare = StatusPeriod {
        from: None,
        parent_told_on: None,
        ..period(Status::K)
    };
    let planned = Cycle {
        review_on: None,
        ..cycle()
    };
    let without_needs = Pupil {
        needs: vec![],
        ..aisha()
    };
    let records = [
        bare.clone().into(),
        planned.into(),
        Record::from(without_needs),
    ];
    let standing = standing_of(records);
    use FillIn::{NeedType, ParentTold, PlanMade, ReviewDate, StatusSince};
    assert_eq!(
        standing.to_fill_in,
        [StatusSince, ParentTold, ReviewDate, NeedType]
    );
    assert!(standing.dues.is_empty());
    let with_plan = StatusPeriod {
        status: Status::E,
        ..bare
    };
    let standing = standing_of([Record::from(with_plan)]);
    assert_eq!(standing.to_fill_in, [StatusSince, PlanMade]);
}

#[test]
fn a_review_without_a_decision_waits_to_be_written_up() {
    let held = Review {
        held_on: Some(day(2026, 11, 20)),
        ..Review::booked(Id::new(40), AISHA, ReviewKind::Support, day(2026, 11, 20))
    };
    let standing = standing_of([Record::from(held.clone())]);
    let due = &standing.dues[0];
    assert_eq!(due.what, "write up the review of 20 Nov");
    assert!(!due.is_overdue());
    assert_eq!(due.section(), crate::domain::Section::Today);
    let decided = Review {
        decision: Some(crate::domain::Decision::CarryOn),
        ..held
    };
    assert!(standing_of([Record::from(decided)]).dues.is_empty());
}

#[test]
fn r2_a_plan_that_is_being_made_needs_no_review_date_yet() {
    let missing = |cycle: Option<Cycle>| {
        let records = [Record::from(period(Status::K))];
        let records = records.into_iter().chain(cycle.map(Record::from));
        let standing = standing_of(records);
        standing.to_fill_in.contains(&FillIn::ReviewDate)
    };
    let undated = Cycle {
        review_on: None,
        ..cycle()
    };
    let being_made = Cycle {
        planned_on: None,
        ..undated.clone()
    };
    let closed = Cycle {
        reviewed_on: Some(day(2026, 11, 20)),
        ..cycle()
    };
    assert!(missing(None) && missing(Some(undated)) && missing(Some(closed)));
    assert!(!missing(Some(being_made)) && !missing(Some(cycle())));
}

#[test]
fn r1_an_offer_that_no_parent_took_up_is_counted_apart() {
    let mother = Person {
        id: Id::new(80),
        name: "Mrs Khan".into(),
        kind: PersonKind::Family,
        role: String::new(),
        days: Default::default(),
        minutes_a_week: None,
        reach: String::new(),
    };
    let tie = Tie {
        relation: "mother".into(),
        responsibility: Some(true),
        care: true,
        ..Tie::new(Id::new(81), AISHA, mother.id)
    };
    let review = |id, on, came| {
        Record::from(Review {
            held_on: Some(on),
            invited: vec![
                Invitee {
                    name: String::new(),
                    person: Some(Id::new(80)),
                    came,
                },
                Invitee {
                    name: "Mr Lowe".into(),
                    person: None,
                    came: Some(Came::Came),
                },
            ],
            family_words: "She won't read at home.".into(),
            ..Review::booked(Id::new(id), AISHA, ReviewKind::Support, on)
        })
    };
    let standing = standing_of([
        mother.into(),
        tie.into(),
        review(41, day(2026, 7, 2), Some(Came::Came)),
        review(42, day(2026, 9, 24), Some(Came::Came)),
        review(43, day(2026, 10, 14), Some(Came::DidNotCome)),
    ]);
    assert_eq!(standing.reviews_this_year.to_string(), "offered 2, met 1");
    assert_eq!(standing.last_review, Some((Id::new(43), day(2026, 10, 14))));
    assert_eq!(standing.last_family_words.unwrap().on, day(2026, 10, 14));
}

#[test]
fn a_carried_target_keeps_its_measures_and_its_judgement() {
    let target = |id, cycle, carried_from| Target {
        id: Id::new(id),
        pupil: AISHA,
        cycle: Id::new(cycle),
        outcome: None,
        place: 1,
        short: "reads 100 words".into(),
        statement: String::new(),
        unit: "words".into(),
        start: Some(41.0),
        start_on: Some(day(2026, 9, 16)),
        aim: Some(100.0),
        by: Some(day(2026, 11, 26)),
        home: String::new(),
        carried_from,
        waivers: vec![],
    };
    let review = Review {
        held_on: Some(day(2026, 7, 2)),
        judgements: vec![Judgement {
            target: Id::new(90),
            judged: Judged::Some,
            evidence: String::new(),
        }],
        ..Review::booked(Id::new(40), AISHA, ReviewKind::Support, day(2026, 7, 2))
    };
    let caseload = caseload([
        cycle().into(),
        review.into(),
        Target {
            start: Some(30.0),
            ..target(90, 30, None)
        }
        .into(),
        target(91, 31, Some(Id::new(90))).into(),
    ]);
    let reading = |value, month, of_day| Reading {
        on: day(2026, month, of_day),
        value,
    };
    let mut figures = Figures::default();
    figures.readings.insert(Id::new(90), reading(41.0, 7, 1));
    let now = |figures: &Figures| now_of(&caseload, figures, today()).targets[0].clone();
    assert_eq!(now(&figures).now, Some(reading(41.0, 7, 1)));
    assert_eq!(now(&figures).standing, TargetStanding::TooEarly);
    assert_eq!(now(&figures).last_judged, Some(Judged::Some));
    assert!(!now(&figures).is_measured);
    // The start of this cycle is where the last one ended; the work began further back.
    assert_eq!(
        (now(&figures).start, now(&figures).began),
        (Some(41.0), Some(30.0))
    );
    figures.readings.insert(Id::new(91), reading(89.0, 11, 12));
    assert_eq!(now(&figures).now, Some(reading(89.0, 11, 12)));
    assert!(now(&figures).is_measured);
    assert_eq!(now(&figures).standing, TargetStanding::OnTheWay);
}

#[test]
fn the_latest_words_are_those_of_a_note_or_of_a_review() {
    let review = Review {
        held_on: Some(day(2026, 7, 2)),
        pupil_words: "I like the quiet table.".into(),
        ..Review::booked(Id::new(40), AISHA, ReviewKind::Support, day(2026, 7, 2))
    };
    let caseload = caseload([Record::from(review)]);
    let mut figures = Figures::default();
    let words = |figures: &Figures| {
        let standing = now_of(&caseload, figures, today());
        standing.last_pupil_words.unwrap().words
    };
    assert_eq!(words(&figures), "I like the quiet table.");
    let heard = Said {
        on: day(2026, 11, 3),
        words: "I like it when it is quiet.".into(),
        by: "Aisha".into(),
        to: "Mrs Bell".into(),
    };
    figures.voices.insert(
        AISHA,
        Voices {
            pupil: Some(heard),
            ..Voices::default()
        },
    );
    assert_eq!(words(&figures), "I like it when it is quiet.");
}

#[test]
fn nothing_is_due_about_a_pupil_who_has_left() {
    let left = Pupil {
        left_on: Some(day(2026, 11, 20)),
        ..aisha()
    };
    let standing = standing_of([cycle().into(), period(Status::K).into(), Record::from(left)]);
    assert!(standing.dues.is_empty() && standing.next.is_none());
    assert_eq!(standing.status, Status::K);
}
