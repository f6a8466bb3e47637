use chrono::NaiveTime;

use super::*;
use crate::documents::width;
use crate::domain::brief::{ActionLine, Ask, ForYou, HelpLine, LastTime, NotGivenLine, SinceLine};
use crate::domain::{
    Decision, Id, Judged, Keeping, NcYear, NeedCode, Reading, Run, Said, Status, TargetNow,
    TargetStanding,
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn set(columns: usize) -> Setting<'static> {
    Setting {
        full_name: "Aisha Khan",
        called: "Aisha",
        today: day(11, 26),
        columns,
        one_column: false,
    }
}

fn action(what: &str, who: &str, by: Option<NaiveDate>, done_on: Option<NaiveDate>) -> ActionLine {
    ActionLine {
        action: Id::new(50),
        what: what.into(),
        who: who.into(),
        by,
        done_on,
        late_days: by.map(|by| (day(11, 26) - by).num_days()),
    }
}

fn target(short: &str, start: f64, now: f64, aim: f64) -> TargetNow {
    TargetNow {
        target: Id::new(60),
        short: short.into(),
        start: Some(start),
        began: Some(start),
        now: Some(Reading {
            on: day(11, 12),
            value: now,
        }),
        aim: Some(aim),
        unit: String::new(),
        by: None,
        standing: TargetStanding::OnTheWay,
        is_measured: true,
        last_judged: None,
    }
}

fn help(name: &str, given: u32, came: u32, not_given: u32, no_entry: u32) -> HelpLine {
    HelpLine {
        intervention: Id::new(70),
        name: name.into(),
        run: Run {
            promised: given + not_given + no_entry,
            given,
            came,
            not_given: vec![("adult away".into(), not_given)],
            no_entry,
            promised_to_end: None,
            to_date: None,
            keeping: Keeping::EachSession,
        },
    }
}

fn said(words: &str, on: NaiveDate, by: &str, to: &str) -> Option<Said> {
    Some(Said {
        on,
        words: words.into(),
        by: by.into(),
        to: to.into(),
    })
}

/// Aisha's story on the day of her review.
fn aisha() -> Brief {
    let ask = |prompt: &str, rule: &str| Ask {
        prompt: prompt.into(),
        rule: rule.into(),
    };
    let since = |on, text: &str| SinceLine {
        on,
        kind: "note",
        text: text.into(),
    };
    Brief {
        meeting: Some(Meeting {
            review: Id::new(40),
            on: day(11, 26),
            at: NaiveTime::from_hms_opt(15, 30, 0),
            room: String::new(),
            what: "review",
            number: Some("1 of 3".into()),
            who: ["Mrs Khan", "Mr Lowe", "Mrs Bell", "EP"]
                .map(String::from)
                .to_vec(),
        }),
        for_the_table: ForTheTable {
            pupil: Id::new(10),
            year: Some(NcYear::Y4),
            class: "4B".into(),
            status: Status::K,
            watching: false,
            since: NaiveDate::from_ymd_opt(2025, 1, 9),
            needs: vec![NeedCode::new("SLCN"), NeedCode::new("SEMH")],
            works: "ask-card, quiet table, jobs with her hands".into(),
            last_time: Some(LastTime {
                review: Id::new(41),
                held_on: day(7, 2),
                decision: Some(Decision::CarryOn),
                judged: vec![(1, Judged::Met), (2, Judged::Some)],
                reason: "Sentences are growing and need another term.".into(),
                actions: vec![
                    action("hearing test result", "Mrs Ward", Some(day(7, 24)), None),
                    action("ask-card at home", "Mrs Khan", None, Some(day(9, 1))),
                    action("quiet table", "Mr Lowe", None, Some(day(9, 4))),
                ],
            }),
            targets: vec![
                target("asks for help in 4-word sentences", 3.0, 5.0, 8.0),
                target("reads first 100 words on sight", 41.0, 63.0, 100.0),
            ],
            help: vec![
                help("Colourful semantics", 27, 25, 3, 0),
                help("Phonics catch-up", 18, 16, 8, 3),
            ],
            pupil_words: said(
                "I like it when it is quiet.",
                day(11, 3),
                "Aisha",
                "Mrs Bell",
            ),
            family_words: said(
                "She won't read at home any more.",
                day(7, 2),
                "Mrs Khan",
                "",
            ),
        },
        for_you: ForYou {
            careful: vec![
                "interpreter (Urdu) not booked".into(),
                "Mr Khan: ask before sharing".into(),
            ],
            since: vec![
                since(day(11, 12), "tally 5"),
                since(day(11, 4), "fell out with another pupil"),
                since(day(10, 20), "EP visited: report due 16 Nov, not in"),
            ],
            not_given: vec![NotGivenLine {
                name: "Phonics catch-up".into(),
                times: 8,
                reasons: vec![("adult away".into(), 5), ("assembly".into(), 3)],
            }],
            pathways: Vec::new(),
            not_arranged: Vec::new(),
            ask: vec![
                ask(
                    "hearing test result: ours, 125 days late",
                    "action past date",
                ),
                ask(
                    "Phonics catch-up, 18 of 26: change the slot?",
                    "given under 70 %",
                ),
                ask(
                    "asks for help in 4-word sentences: what gets in the way?",
                    "target behind",
                ),
            ],
        },
    }
}

fn text(part: Part, set: &Setting<'_>) -> String {
    let lines = page(&aisha(), part, set);
    as_text(&lines, set.columns)
}

fn as_text(lines: &[Line], columns: usize) -> String {
    let lines = lines.iter().map(|line| line.text(columns));
    let lines: Vec<_> = lines.map(|line| line.trim_end().to_owned()).collect();
    lines.join("\n")
}

#[test]
fn an_ordinary_brief_fits_a_small_window() {
    let text = text(Part::Whole, &set(80));
    assert_eq!(
        format!("\n{text}"),
        "
 BRIEF  Aisha Khan   Year 4, 4B   SEN support since 9 Jan 2025   SLCN, SEMH
 Thu 26 Nov 15:30  review, 1 of 3 this year     Mrs Khan, Mr Lowe, Mrs Bell, EP
 FOR THE TABLE ------------------------------------ may be shown in the meeting
 Works      ask-card, quiet table, jobs with her hands
 Last time  2 Jul: carry on; 1 met, 2 some progress. Sentences are growing and…
   late !   hearing test result: Mrs Ward,   done  ask-card at home (Mrs Khan)
            due 24 Jul, 125 days                   quiet table (Mr Lowe)
 Targets    1 asks for help in 4-word sentences    3 > 5  aim 8     on the way
            2 reads first 100 words on sight     41 > 63  aim 100   on the way
 Help       Colourful semantics   27 of 30 given  came to 25
            Phonics catch-up      18 of 29 given  came to 16      3 no entry
 Aisha      “I like it when it is quiet.” 3 Nov, to Mrs Bell
 Family     “She won't read at home any more.” 2 Jul, Mrs Khan
 FOR YOU ----------------------- never in the meeting, never on a family's copy
 Careful    interpreter (Urdu) not booked   Mr Khan: ask before sharing
 Ask        1 hearing test result: ours, 125 days late       (action past date)
            2 Phonics catch-up, 18 of 26: change the slot?   (given under 70 %)
            3 asks for help in 4-word sentences: what gets in the way?
                                                                (target behind)
 Since      12 Nov tally 5   4 Nov fell out with another pupil
            20 Oct EP visited: report due 16 Nov, not in
 Not given  Phonics catch-up 8: 5 adult away, 3 assembly"
    );
    assert!(text.lines().count() <= 22, "{text}");
    assert!(text.lines().all(|line| width(line) <= 80), "{text}");
}

#[test]
fn what_is_done_never_makes_the_brief_longer() {
    let mut brief = aisha();
    let last = brief.for_the_table.last_time.as_mut().unwrap();
    last.actions.retain(|action| action.done_on.is_some());
    let lines = page(&brief, Part::ForTheTable, &set(80));
    assert!(
        as_text(&lines, 80).contains(
            "
 Last time  2 Jul: carry on; 1 met, 2 some   done  ask-card at home (Mrs Khan)
            progress. Sentences are growing…       quiet table (Mr Lowe)
 Targets    1 "
        ),
        "{}",
        as_text(&lines, 80)
    );
}

#[test]
fn a_target_that_was_carried_on_tells_where_it_began_and_how_it_was_judged() {
    let carried = TargetNow {
        began: Some(40.0),
        standing: TargetStanding::NotStarted,
        is_measured: false,
        last_judged: Some(Judged::Some),
        ..target("reads 60 words a minute", 52.0, 52.0, 60.0)
    };
    let shown = |target: &TargetNow| {
        let mut brief = aisha();
        brief.for_the_table.targets = vec![target.clone()];
        as_text(&page(&brief, Part::ForTheTable, &set(80)), 80)
    };
    let row = " Targets    1 reads 60 words a minute            40 > 52  aim 60    some so far";
    let text = shown(&carried);
    assert!(text.contains(row), "{text}");
    let rows = [
        (
            TargetStanding::NotStarted,
            false,
            Some(Judged::NotYet),
            "not yet",
        ),
        (
            TargetStanding::TooEarly,
            false,
            Some(Judged::Some),
            "some so far",
        ),
        (
            TargetStanding::TooEarly,
            true,
            Some(Judged::Some),
            "too early",
        ),
        (TargetStanding::Behind, true, Some(Judged::Some), "behind !"),
        (
            TargetStanding::NotStarted,
            true,
            Some(Judged::Some),
            "no date set",
        ),
        (
            TargetStanding::NotStarted,
            false,
            Some(Judged::Met),
            "not started",
        ),
        (TargetStanding::NotStarted, false, None, "not started"),
    ];
    for (standing, is_measured, last_judged, words) in rows {
        let text = shown(&TargetNow {
            standing,
            is_measured,
            last_judged,
            ..carried.clone()
        });
        let from = if is_measured { 52 } else { 40 };
        let end = format!("{from} > 52  aim 60    {words}");
        assert!(text.contains(&end), "{words}:\n{text}");
    }
}

#[test]
fn nothing_for_staff_only_is_on_the_table() {
    let table = text(Part::ForTheTable, &set(80));
    for words in ["FOR YOU", "Urdu", "fell out", "adult away", "Ask"] {
        assert!(!table.contains(words), "{words} is on the table:\n{table}");
    }
    assert!(table.contains("ask-card at home (Mrs Khan)"));
}

#[test]
fn no_line_is_wider_than_the_page_and_in_one_column_nothing_is_beside() {
    for columns in [30, 60, 75, 76, 120] {
        let text = text(Part::Whole, &set(columns));
        let wide = text.lines().find(|line| width(line) > columns);
        assert_eq!(wide, None, "at {columns}:\n{text}");
    }
    let one_column = Setting {
        one_column: true,
        ..set(80)
    };
    let text = text(Part::Whole, &one_column);
    assert!(text.contains("1 asks for help in 4-word sentences: 3 > 5, aim 8, on the way"));
    assert!(text.contains("done +"), "{text}");
}

#[test]
fn a_pupil_of_whom_nothing_is_known_has_a_brief_too() {
    let mut brief = aisha();
    brief.meeting = None;
    let table = &mut brief.for_the_table;
    table.last_time = None;
    table.works.clear();
    table.targets.clear();
    table.help.clear();
    table.pupil_words = None;
    table.family_words = None;
    brief.for_you.since.clear();
    brief.for_you.careful.clear();
    brief.for_you.ask.clear();
    brief.for_you.not_given.clear();
    let lines = page(&brief, Part::Whole, &set(80));
    assert_eq!(
        format!("\n{}", as_text(&lines, 80)),
        "
 BRIEF  Aisha Khan   Year 4, 4B   SEN support since 9 Jan 2025   SLCN, SEMH
 No review is booked.
 FOR THE TABLE ------------------------------------ may be shown in the meeting
 Last time  no review held yet
 Targets    none in this cycle
 Help       none running
 Aisha      not heard yet
 Family     not heard yet
 FOR YOU ----------------------- never in the meeting, never on a family's copy
 Since      nothing is written down since the last review"
    );
}
