//! The story of the screens, told by the demo: standing, Today and brief say the same numbers.

use caseload::app::Holding;
use caseload::demo;
use caseload::domain::brief::Brief;
use caseload::domain::*;
use caseload::store::Store;
use chrono::{DateTime, FixedOffset, NaiveDate};

fn now(words: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(words).unwrap()
}

fn day(words: &str) -> NaiveDate {
    words.parse().unwrap()
}

/// The demo made and opened at a time.
fn demo_at(time: &str) -> Holding {
    let now = now(time);
    let mut store = Store::in_memory().unwrap();
    for edit in demo::edits(now.date_naive(), &Ids::after(0, 1)) {
        store.apply(&edit, None, now.to_utc()).unwrap();
    }
    Holding::load(store, now).unwrap()
}

fn pupil(holding: &Holding, name: &str) -> PupilId {
    holding.caseload.find(name)[0].id
}

#[test]
fn so_far_27_were_promised_16_given_8_not_and_3_have_no_entry() {
    let holding = demo_at("2026-11-23T08:00:00+00:00");
    let mut interventions = holding.caseload.interventions.iter();
    let phonics = interventions
        .find(|intervention| intervention.name == "Phonics catch-up")
        .unwrap();
    let Group { run, week, to_log } = holding.standings.group(phonics.id).unwrap();
    assert_eq!((run.promised, run.given, run.no_entry), (27, 16, 3));
    let reasons = [("adult away".to_owned(), 5), ("assembly".to_owned(), 3)];
    assert_eq!(run.not_given, reasons);
    assert_eq!(run.promised_to_end, Some(36));
    assert_eq!(run.to_date, Some(day("2026-11-20")));
    assert_eq!(*week, day("2026-11-16"));
    assert!(!to_log.is_empty());
}

#[test]
fn today_lists_the_story_by_urgency() {
    let holding = demo_at("2026-11-23T08:00:00+00:00");
    let now = now("2026-11-23T08:00:00+00:00");
    let today = Today::of(&holding.desk(now), &holding.standings);
    let rows = |section: Section| -> Vec<(String, String)> {
        let mut sections = today.sections.iter();
        let dues = sections
            .find(|(one, _)| *one == section)
            .map(|(_, dues)| dues);
        dues.into_iter()
            .flatten()
            .map(|due| {
                let pupil = due.pupil.and_then(|id| holding.caseload.pupils.get(id));
                let name = pupil.map_or("school".to_owned(), Pupil::listed);
                (name, due.what.clone())
            })
            .collect()
    };
    let has = |section, name: &str, what: &str| {
        let rows = rows(section);
        let found = rows
            .iter()
            .any(|(one, other)| one == name && other.starts_with(what));
        assert!(found, "{name}: {what} among {rows:?}");
    };
    has(Section::Today, "Osei, Kofi", "review, 1 of 3: Mr Osei");
    has(
        Section::ByLaw,
        "Osei, Kofi",
        "papers out for review of 14 Dec",
    );
    has(
        Section::ByLaw,
        "Byrne, Conor",
        "transfer meeting is booked 30 Nov, 8 days after",
    );
    has(
        Section::Late,
        "Khan, Aisha",
        "hearing test result, from 2 Jul",
    );
    has(
        Section::Late,
        "Ng, Li Wei",
        "teacher's sheet for the review",
    );
    has(Section::Late, "Nowak, Zuzanna", "plan to write");
    has(Section::Waiting, "Byrne, Conor", "EP report, chased once");
    has(
        Section::Waiting,
        "Nowak, Zuzanna",
        "SaLT: answer to the referral",
    );
    let next = |name: &str| {
        let standing = holding.standings.get(pupil(&holding, name)).unwrap();
        let next = standing.next.clone().unwrap();
        (next.what, next.days, next.urgent)
    };
    assert_eq!(next("Khan"), ("review".to_owned(), 3, false));
    assert_eq!(next("Byrne"), ("transfer".to_owned(), 7, true));
    assert_eq!(next("Nowak"), ("plan to write".to_owned(), -11, false));
}

#[test]
fn the_brief_before_aishas_review() {
    let now = now("2026-11-26T15:20:00+00:00");
    let holding = demo_at("2026-11-26T15:20:00+00:00");
    let aisha = pupil(&holding, "Aisha");
    let dossier = holding
        .log()
        .dossier(&holding.caseload, &holding.standings, aisha)
        .unwrap()
        .unwrap();
    let brief = Brief::of(&dossier, Rules::england(), now.date_naive());

    let meeting = brief.meeting.unwrap();
    assert_eq!(meeting.number.as_deref(), Some("1 of 3"));
    let table = brief.for_the_table;
    let help: Vec<(u32, u32, u32, u32)> = ["Colourful semantics", "Phonics catch-up"]
        .iter()
        .map(|name| {
            let line = table.help.iter().find(|line| line.name == *name).unwrap();
            let run = &line.run;
            (run.given, run.promised, run.came, run.no_entry)
        })
        .collect();
    assert_eq!(help, [(27, 30, 25, 0), (18, 29, 16, 3)]);
    let last = table.last_time.unwrap();
    assert_eq!(last.held_on, day("2026-07-02"));
    let late = &last.actions[0];
    assert_eq!(
        (late.what.as_str(), late.late_days),
        ("hearing test result", Some(125))
    );
    assert_eq!(table.family_words.unwrap().on, day("2026-07-02"));
    let asks: Vec<(&str, &str)> = brief
        .for_you
        .ask
        .iter()
        .map(|ask| (ask.prompt.as_str(), ask.rule.as_str()))
        .collect();
    for ask in [
        (
            "hearing test result: ours, 125 days late",
            "action past date",
        ),
        (
            "Phonics catch-up, 18 of 26: change the slot?",
            "given under 70 %",
        ),
    ] {
        assert!(asks.contains(&ask), "{asks:?}");
    }
    assert!(
        asks.iter()
            .any(|(_, rule)| *rule == "family last heard 21 weeks ago")
    );
}
