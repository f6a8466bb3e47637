//! The demo school: whole, alive on any day, and the story of the screens on the day they show.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use caseload::demo;
use caseload::domain::*;
use caseload::store::Store;
use chrono::{DateTime, Datelike, NaiveDate, Weekday};

fn day(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

/// Days on which a demo could fall on its face.
const AWKWARD: [&str; 16] = [
    "2026-11-23", // the story's day
    "2026-11-26", // its review
    "2026-11-28", // a Saturday
    "2026-11-29",
    "2026-08-12", // the middle of the summer holiday
    "2026-08-31",
    "2026-09-01",
    "2026-09-03", // the first day of school
    "2026-10-28", // half term
    "2026-12-25",
    "2027-01-01",
    "2027-02-14", // the last day before the transfer date, and the first after it
    "2027-02-15",
    "2027-03-29", // Easter Monday
    "2028-02-29",
    "2027-07-21", // the last day of school
];

/// The demo school on each of them.
static EACH: LazyLock<Vec<Demo>> =
    LazyLock::new(|| AWKWARD.iter().map(|today| Demo::on(today)).collect());

struct Demo {
    today: NaiveDate,
    edits: Vec<Edit>,
    register: Caseload,
    sessions: Vec<Session>,
    measures: Vec<Measure>,
    notes: Vec<Note>,
}

impl Demo {
    fn on(today: &str) -> Self {
        let today = day(today);
        let edits = demo::edits(today, &Ids::after(0, 1));
        let mut demo = Self {
            today,
            edits,
            register: Caseload::default(),
            sessions: vec![],
            measures: vec![],
            notes: vec![],
        };
        for change in demo.edits.iter().flat_map(|edit| edit.changes.clone()) {
            match &change {
                Change::Put(Record::Session(session)) => demo.sessions.push(session.clone()),
                Change::Put(Record::Measure(measure)) => demo.measures.push(measure.clone()),
                Change::Put(Record::Note(note)) => demo.notes.push(note.clone()),
                _ => {}
            }
            demo.register.apply(change);
        }
        demo
    }

    fn calendar(&self) -> SchoolCalendar {
        let school = self.register.school().unwrap();
        SchoolCalendar::new(&school.terms, &school.closures)
    }

    fn pupil(&self, name: &str) -> &Pupil {
        let mut pupils = self.register.pupils.iter();
        pupils.find(|pupil| pupil.full_name() == name).unwrap()
    }

    fn intervention(&self, name: &str) -> &Intervention {
        let mut interventions = self.register.interventions.iter();
        interventions
            .find(|intervention| intervention.name == name)
            .unwrap()
    }

    /// Promised before today, given, not given by reason, and how often each of these pupils came.
    fn figures(
        &self,
        name: &str,
        pupils: &[&str],
    ) -> (usize, usize, BTreeMap<String, usize>, Vec<usize>) {
        let intervention = self.intervention(name);
        let promised = self
            .calendar()
            .school_days(intervention.began_on, self.today.pred_opt().unwrap())
            .flat_map(|on| {
                intervention
                    .slots
                    .iter()
                    .filter(move |slot| slot.weekday == on.weekday())
            })
            .count();
        let sessions = || {
            self.sessions
                .iter()
                .filter(|session| session.intervention == intervention.id)
        };
        let given = sessions().filter(|session| session.was_given()).count();
        let mut reasons = BTreeMap::new();
        for reason in sessions().filter_map(|session| session.not_given.clone()) {
            *reasons.entry(reason).or_default() += 1;
        }
        let came = |name: &&str| {
            let pupil = self.pupil(name).id;
            let there = |mark: &&Attendance| mark.pupil == pupil && mark.mark == Mark::There;
            sessions()
                .filter(|session| session.marks.iter().any(|mark| there(&mark)))
                .count()
        };
        (promised, given, reasons, pupils.iter().map(came).collect())
    }
}

#[test]
fn the_demo_is_saved_and_read_back_as_it_was_told() {
    let demo = Demo::on("2026-11-23");
    let mut store = Store::in_memory().unwrap();
    for edit in &demo.edits {
        store.apply(edit, None, DateTime::UNIX_EPOCH).unwrap();
    }
    assert_eq!(store.load().unwrap(), demo.register);
}

#[test]
fn every_name_in_it_is_of_a_record_in_it() {
    for demo in EACH.iter() {
        let today = demo.today;
        let changes = || demo.edits.iter().flat_map(|edit| &edit.changes);
        let ids: BTreeSet<RecordId> = changes().map(Change::id).collect();
        assert_eq!(
            ids.len(),
            changes().count(),
            "{today}: a record is told twice"
        );
    }
    // Foreign keys and the checks of every column are the file's own; the rest of the days differ by dates alone.
    for today in ["2026-08-31", "2027-02-15", "2028-02-29"] {
        let mut store = Store::in_memory().unwrap();
        for edit in Demo::on(today).edits {
            store.apply(&edit, None, DateTime::UNIX_EPOCH).unwrap();
        }
    }
}

#[test]
fn the_same_day_gives_the_same_school() {
    let edits = |seed| demo::edits(day("2026-11-23"), &Ids::after(0, seed));
    assert_eq!(edits(1), edits(1));
}

#[test]
fn every_pupil_present_has_a_status_and_a_good_number() {
    for demo in EACH.iter() {
        let today = demo.today;
        let mut numbers = BTreeSet::new();
        for pupil in demo.register.present() {
            let name = pupil.full_name();
            assert!(
                demo.register.status_now(pupil.id).is_some(),
                "{today}: {name}"
            );
            assert!(upn::check(&pupil.upn).is_good(), "{name}: {}", pupil.upn);
            assert!(pupil.upn[1..].starts_with("999"), "{name}: {}", pupil.upn);
            assert!(numbers.insert(&pupil.upn), "{name}: {}", pupil.upn);
            let expected = NcYear::expected(pupil.dob.unwrap(), demo.today);
            assert_eq!(pupil.year, expected, "{today}: {name}");
            let teachers = demo.register.ties.of(pupil.id);
            let teachers = teachers.filter(|tie| tie.relation == "class teacher");
            assert_eq!(teachers.count(), 1, "{today}: {name}");
        }
    }
}

#[test]
fn nothing_has_happened_that_is_still_to_come() {
    for demo in EACH.iter() {
        let today = demo.today;
        let past = |what: &str, on: Option<NaiveDate>| {
            if let Some(on) = on {
                assert!(on < demo.today, "{today}: {what} on {on}");
            }
        };
        for session in &demo.sessions {
            past("session", Some(session.on));
            past("session typed", Some(session.entered_at.date_naive()));
            assert!(
                demo.calendar().is_open(session.on),
                "{today}: {}",
                session.on
            );
        }
        for note in &demo.notes {
            past("note", Some(note.happened_on));
            past("note typed", Some(note.entered_at.date_naive()));
        }
        for measure in &demo.measures {
            past("measure", Some(measure.on));
        }
        for review in demo.register.reviews.iter() {
            past("review held", review.held_on);
            past("papers", review.papers_out_on);
            past("report", review.report_sent_on);
            assert!(
                review.held_on.is_some() || review.on >= demo.today,
                "{today}: {}",
                review.on
            );
        }
        for cycle in demo.register.cycles.iter() {
            past("cycle", Some(cycle.began_on));
            past("assessed", cycle.assessed_on);
            past("planned", cycle.planned_on);
            past("reviewed", cycle.reviewed_on);
        }
        for action in demo.register.actions.iter() {
            past(&action.what, Some(action.agreed_on));
            past(&action.what, action.done_on);
        }
        for referral in demo.register.referrals.iter() {
            past(&referral.what, Some(referral.asked_on));
            past(&referral.what, referral.received_on);
        }
        for event in demo.register.ehc_events.iter() {
            past("EHC step", Some(event.on));
        }
        for period in demo.register.status_periods.iter() {
            past("status", period.from);
            past("told", period.parent_told_on);
        }
    }
}

#[test]
fn phonics_has_the_figures_of_the_log() {
    let five = [
        "Yusuf Abdi",
        "Lina Haddad",
        "Aisha Khan",
        "Zuzanna Nowak",
        "Tom Price",
    ];
    let demo = Demo::on("2026-11-23");
    let (promised, given, reasons, came) = demo.figures("Phonics catch-up", &five);
    assert_eq!((promised, given), (27, 16));
    let told = BTreeMap::from([("adult away".to_owned(), 5), ("assembly".to_owned(), 3)]);
    assert_eq!(reasons, told);
    assert_eq!(came, [15, 16, 14, 16, 9]);
    let phonics = demo.intervention("Phonics catch-up");
    assert_eq!(slot::write_slots(&phonics.slots), "Mon Wed Fri 9:10");
    assert_eq!(phonics.minutes, 20);
    assert_eq!(phonics.began_on, day("2026-09-14"));
    assert_eq!(phonics.ends_on, Some(day("2026-12-11")));
    assert_eq!(demo.register.name_of(phonics.led_by), "Mrs Bell");
    let tom = demo.pupil("Tom Price").id;
    let mut places = demo.register.places_in(phonics.id);
    let place = places.find(|place| place.pupil == tom).unwrap();
    assert_eq!(place.from, Some(day("2026-10-05")));
    // Of the sessions since he joined ten were given.
    let since = |session: &&Session| {
        session.intervention == phonics.id && session.was_given() && session.on >= day("2026-10-05")
    };
    assert_eq!(demo.sessions.iter().filter(since).count(), 10);
}

#[test]
fn on_the_day_of_her_review_the_figures_are_those_of_the_brief() {
    let demo = Demo::on("2026-11-26");
    let (promised, given, reasons, came) = demo.figures("Phonics catch-up", &["Aisha Khan"]);
    let not_given: usize = reasons.values().sum();
    assert_eq!((promised, given, not_given, came), (29, 18, 8, vec![16]));
    let (promised, given, reasons, came) = demo.figures("Colourful semantics", &["Aisha Khan"]);
    let not_given: usize = reasons.values().sum();
    assert_eq!((promised, given, not_given, came), (30, 27, 3, vec![25]));
}

#[test]
fn aishas_story_stands_in_the_records() {
    let demo = Demo::on("2026-11-23");
    let register = &demo.register;
    let aisha = demo.pupil("Aisha Khan");
    assert_eq!((aisha.year, aisha.class.as_str()), (Some(NcYear::Y4), "4B"));
    assert_eq!(aisha.works, "ask-card, quiet table, jobs with her hands");
    assert_eq!(aisha.careful, "interpreter (Urdu) not booked");
    let status = register.status_now(aisha.id).unwrap();
    assert_eq!(
        (status.status, status.from),
        (Status::K, Some(day("2025-01-09")))
    );

    let cycle = register.cycle_now(aisha.id).unwrap();
    assert_eq!((cycle.number, cycle.stage(demo.today)), (3, Stage::Do));
    assert_eq!(cycle.assessed_on, Some(day("2026-09-09")));
    assert_eq!(cycle.planned_on, Some(day("2026-09-16")));
    assert_eq!(cycle.review_on, Some(day("2026-11-26")));
    let targets: Vec<_> = register
        .targets_of(cycle)
        .into_iter()
        .map(|target| {
            let readings = demo
                .measures
                .iter()
                .filter(|measure| measure.target == Some(target.id));
            let now = readings.max_by_key(|measure| measure.on).unwrap();
            (
                target.short.as_str(),
                target.start,
                now.value,
                target.aim,
                now.on,
            )
        })
        .collect();
    assert_eq!(
        targets,
        [
            (
                "asks for help in 4-word sentences",
                Some(3.0),
                5.0,
                Some(8.0),
                day("2026-11-12")
            ),
            (
                "reads the first 100 words on sight",
                Some(41.0),
                63.0,
                Some(100.0),
                day("2026-11-06")
            ),
        ]
    );

    let reviews: Vec<_> = register.reviews.of(aisha.id).collect();
    let booked = reviews
        .iter()
        .find(|review| review.held_on.is_none())
        .unwrap();
    assert_eq!(booked.on, day("2026-11-26"));
    assert_eq!(booked.at.unwrap().to_string(), "15:30:00");
    let asked: Vec<_> = booked
        .invited
        .iter()
        .map(|invitee| invitee.name.as_str())
        .collect();
    assert_eq!(asked, ["Mrs Khan", "Mr Lowe", "Mrs Bell", "EP"]);
    let last = reviews.iter().filter_map(|review| review.held_on).max();
    assert_eq!(last, Some(day("2026-07-02")));
    let last = reviews
        .iter()
        .find(|review| review.held_on == last)
        .unwrap();
    assert_eq!(last.decision, Some(Decision::CarryOn));

    let open: Vec<_> = register
        .actions
        .of(aisha.id)
        .filter(|action| action.is_open())
        .collect();
    assert_eq!(open.len(), 1);
    assert_eq!(open[0].what, "hearing test result");
    assert_eq!(
        (open[0].by, open[0].who.as_str()),
        (Some(day("2026-07-24")), "")
    );
    let report = register
        .referrals
        .of(aisha.id)
        .find(|referral| referral.is_awaited())
        .unwrap();
    assert_eq!(
        (report.asked_on, report.due_on),
        (day("2026-10-20"), Some(day("2026-11-16")))
    );

    let said = |voice| {
        let notes = demo
            .notes
            .iter()
            .filter(|note| note.pupil == aisha.id && note.voice == voice);
        let last = notes.max_by_key(|note| note.happened_on).unwrap();
        (
            last.happened_on,
            last.said_by.as_str(),
            last.said_to.as_str(),
            last.words.as_str(),
        )
    };
    assert_eq!(
        said(Voice::Pupil),
        (
            day("2026-11-03"),
            "Aisha",
            "Mrs Bell",
            "I like it when it is quiet."
        )
    );
    assert_eq!(
        said(Voice::Family),
        (
            day("2026-07-02"),
            "Mrs Khan",
            "Mrs Ward",
            "She won't read at home any more."
        )
    );
    assert_eq!(said(Voice::Staff).3, "fell out with another pupil");
    let father = register
        .ties
        .of(aisha.id)
        .find(|tie| tie.relation == "father")
        .unwrap();
    assert_eq!(
        (father.papers, father.careful.as_str()),
        (Papers::AskFirst, "ask before sharing")
    );
}

#[test]
fn what_is_late_awaited_and_booked_is_what_today_shows() {
    let demo = Demo::on("2026-11-23");
    let register = &demo.register;
    let name = |pupil| register.pupils.get(pupil).unwrap().listed();
    let mut late: Vec<_> = register
        .actions
        .iter()
        .filter(|action| action.is_open() && action.by.is_some_and(|by| by < demo.today))
        .map(|action| (action.by.unwrap(), name(action.pupil), action.what.as_str()))
        .collect();
    late.sort();
    assert_eq!(
        late,
        [
            (
                day("2026-07-24"),
                "Khan, Aisha".to_owned(),
                "hearing test result"
            ),
            (
                day("2026-11-12"),
                "Nowak, Zuzanna".to_owned(),
                "plan to write"
            ),
            (
                day("2026-11-18"),
                "Ng, Li Wei".to_owned(),
                "teacher's sheet for the review"
            ),
        ]
    );
    let mut awaited: Vec<_> = register
        .referrals
        .iter()
        .filter(|referral| referral.is_awaited())
        .map(|referral| {
            (
                name(referral.pupil),
                referral.asked_on,
                referral.chased_on.len(),
            )
        })
        .collect();
    awaited.sort();
    assert_eq!(
        awaited,
        [
            ("Byrne, Conor".to_owned(), day("2026-11-02"), 1),
            ("Khan, Aisha".to_owned(), day("2026-10-20"), 0),
            ("Nowak, Zuzanna".to_owned(), day("2026-10-12"), 0),
        ]
    );
    let mut booked: Vec<_> = register
        .reviews
        .iter()
        .filter(|review| review.held_on.is_none() && review.on < day("2026-12-01"))
        .map(|review| (review.on, name(review.pupil), review.kind))
        .collect();
    booked.sort();
    assert_eq!(
        booked,
        [
            (
                day("2026-11-23"),
                "Osei, Kofi".to_owned(),
                ReviewKind::Support
            ),
            (
                day("2026-11-26"),
                "Khan, Aisha".to_owned(),
                ReviewKind::Support
            ),
            (
                day("2026-11-30"),
                "Byrne, Conor".to_owned(),
                ReviewKind::Transfer
            ),
        ]
    );
    let setting = register.setting().unwrap();
    assert_eq!(register.name_of(setting.senco), "Mrs Ward");
    assert_eq!(
        setting.working_days,
        [Weekday::Mon, Weekday::Tue, Weekday::Thu]
            .into_iter()
            .collect()
    );
    // Two years ago, and that was a Saturday.
    assert_eq!(setting.began_on, day("2024-11-22"));
}

#[test]
fn the_register_has_the_numbers_of_the_picture() {
    for Demo {
        today, register, ..
    } in EACH.iter()
    {
        let mut numbers = [0; 3];
        for pupil in register.present() {
            let now = register.status_now(pupil.id).unwrap();
            match now.status {
                Status::K => numbers[0] += 1,
                Status::E => numbers[1] += 1,
                Status::N => numbers[2] += usize::from(now.watching),
            }
        }
        assert_eq!(
            (register.present().count(), numbers),
            (63, [48, 11, 4]),
            "{today}"
        );
    }
}

#[test]
fn three_groups_wait_to_be_logged_for_last_week() {
    let demo = Demo::on("2026-11-23");
    let mut waiting = BTreeMap::new();
    for intervention in demo.register.interventions.iter() {
        let runs = intervention.ends_on.is_none_or(|end| end >= demo.today);
        if !runs || intervention.keeping != Keeping::EachSession {
            continue;
        }
        let sessions = demo.sessions.iter();
        let logged: BTreeSet<_> = sessions
            .filter(|session| session.intervention == intervention.id)
            .map(|session| (session.on, session.at.unwrap()))
            .collect();
        let promised = demo
            .calendar()
            .school_days(day("2026-11-16"), day("2026-11-20"))
            .flat_map(|on| intervention.slots.iter().map(move |slot| (on, slot)))
            .filter(|(on, slot)| slot.weekday == on.weekday())
            .map(|(on, slot)| (on, slot.at))
            .collect::<Vec<_>>();
        let open = promised.iter().filter(|slot| !logged.contains(slot));
        waiting.insert(intervention.name.as_str(), open.count());
    }
    waiting.retain(|_, open| *open > 0);
    let expected = [
        ("Lego-based therapy", 1),
        ("Phonics catch-up", 3),
        ("Pre-teaching words, Year 4", 1),
    ];
    assert_eq!(waiting, BTreeMap::from(expected));
}

#[test]
fn fourteen_dates_and_needs_are_to_fill_in() {
    let register = Demo::on("2026-11-23").register;
    let mut missing = 0;
    for pupil in register.present() {
        let now = register.status_now(pupil.id).unwrap();
        if !now.status.on_register() {
            continue;
        }
        let cycle = register.cycle_now(pupil.id);
        let planned = cycle.is_some_and(|cycle| cycle.planned_on.is_some() && !cycle.is_closed());
        let made = register
            .ehc_events
            .of(pupil.id)
            .any(|event| event.step == EhcStep::Made);
        let gaps = [
            now.from.is_none(),
            now.status == Status::K && now.parent_told_on.is_none(),
            planned && cycle.is_some_and(|cycle| cycle.review_on.is_none()),
            now.status == Status::E && !made,
            pupil.needs.is_empty(),
        ];
        missing += gaps.into_iter().filter(|gap| *gap).count();
    }
    assert_eq!(missing, 14);
}

#[test]
fn a_third_of_the_pupils_have_two_years_of_history() {
    let demo = Demo::on("2026-11-23");
    let register = &demo.register;
    let long = |pupil: &&Pupil| {
        let first = register
            .cycles
            .of(pupil.id)
            .map(|cycle| cycle.began_on)
            .min();
        let cycles = register.cycles.of(pupil.id).count();
        let notes = demo
            .notes
            .iter()
            .filter(|note| note.pupil == pupil.id)
            .count();
        cycles >= 3 && notes >= 5 && first < Some(day("2025-07-01"))
    };
    let count = register.present().filter(long).count();
    assert!(count >= 21, "{count}");
}

#[test]
fn brothers_and_sisters_share_their_parents() {
    let register = Demo::on("2026-11-23").register;
    let mut children: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for tie in register.ties.iter().filter(|tie| tie.care) {
        let pupil = register.pupils.get(tie.pupil).unwrap();
        children
            .entry(tie.person)
            .or_default()
            .push(pupil.full_name());
    }
    let mut shared: Vec<_> = children
        .into_values()
        .filter(|names| names.len() > 1)
        .collect();
    shared.sort();
    let eze = vec!["Chidera Eze", "Adaeze Eze"];
    assert_eq!(
        shared,
        [
            eze.clone(),
            eze,
            vec!["Conor Byrne", "Sorcha Byrne"],
            vec!["Tom Price", "Megan Price"]
        ]
    );
}

#[test]
fn plans_are_worded_as_the_program_asks_for() {
    let register = Demo::on("2026-11-23").register;
    for target in register.targets.iter() {
        let text = quality::TargetText {
            statement: &target.statement,
            unit: &target.unit,
            start: target.start,
            aim: target.aim,
            by: target.by,
        };
        let mut doubts = quality::check_target(&text);
        // Some reviews nobody has booked yet.
        doubts.retain(|check| check.field != "by");
        assert!(doubts.is_empty(), "{}: {doubts:?}", target.statement);
    }
    // The one word that the picture of the plan points at.
    let vague = register.strategies.iter();
    let vague: Vec<_> = vague
        .filter(|strategy| !quality::check_strategy(1, &strategy.words).is_empty())
        .map(|strategy| strategy.words.as_str())
        .collect();
    assert_eq!(vague, ["Offer the quiet table as appropriate."]);
}

#[test]
fn words_have_no_gaps() {
    for today in ["2026-11-23", "2027-05-05"] {
        let demo = Demo::on(today);
        let register = &demo.register;
        let mut words: Vec<String> = demo.notes.iter().map(|note| note.words.clone()).collect();
        for note in &demo.notes {
            assert!(!note.said_by.is_empty(), "{today}: {}", note.words);
        }
        for cycle in register.cycles.iter() {
            words.extend(
                [&cycle.teacher_view, &cycle.family_view, &cycle.progress].map(String::clone),
            );
        }
        words.extend(
            register
                .targets
                .iter()
                .map(|target| target.statement.clone()),
        );
        words.extend(
            register
                .strategies
                .iter()
                .map(|strategy| strategy.words.clone()),
        );
        for words in words {
            assert!(
                !words.contains(['{', '}']) && !words.contains("  "),
                "{words}"
            );
            assert!(
                !words.contains(" by ,") && !words.contains(" by ."),
                "{words}"
            );
        }
        for review in register.reviews.iter() {
            assert!(
                review
                    .invited
                    .iter()
                    .all(|invitee| !invitee.name.is_empty()),
                "{review:?}"
            );
        }
    }
}
