//! The page EHC plan: what the plan names, sections E and F, and its steps.

use super::{At, told};
use crate::domain::date_words::with_year;
use crate::domain::{
    Code, EhcLine, Outcome, OutcomeSource, Pence, PlanDates, Pupil, ehc_line::Lacking,
    ehc_line::Means,
};
use crate::ui::dialogs;
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Effect, Role};

/// The newest step, in a line, with how much of section F is not arranged.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let events = cx.desk.caseload.ehc_events.of(pupil.id);
    let newest = events.max_by_key(|event| (event.on, event.id));
    let step = newest.map(|event| format!("{}, {}", event.step.label(), with_year(event.on)));
    let lacking = match lacking(cx, pupil).len() {
        0 => None,
        count => Some(format!("! {count} not arranged")),
    };
    let known: Vec<_> = lacking.into_iter().chain(step).collect();
    match known.as_slice() {
        [] => "none".to_owned(),
        known => known.join("; "),
    }
}

/// What of section F is not arranged; nothing while somebody from outside sees the screen.
fn lacking<'a>(cx: &Context<'a>, pupil: &Pupil) -> &'a [Lacking] {
    if !cx.look.audience.sees_staff_only() {
        return &[];
    }
    cx.standing(pupil)
        .map_or(&[][..], |standing| &standing.not_arranged)
}

/// Asks what is added: a step, an outcome, a line of section F.
pub(super) fn add(cx: &Context<'_>, pupil: &Pupil) -> Effect {
    Effect::open(dialogs::Choose::new(
        "What is added to the EHC plan?",
        [
            (
                's',
                "a step, with its day: requested, made, LA decided".to_owned(),
                Effect::open(dialogs::ehc_event::new(cx, pupil.id)),
            ),
            (
                'e',
                "an outcome of section E".to_owned(),
                Effect::open(dialogs::outcome::of_plan(pupil.id)),
            ),
            (
                'f',
                "a line of section F, and what is given for it".to_owned(),
                Effect::open(dialogs::ehc_line::new(cx, pupil.id)),
            ),
        ],
    ))
}

/// The whole plan. Of a pupil with nothing of one, only how it begins.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut lines = named(cx, pupil, columns);
    lines.extend([Line::plain(), Line::heading("  Outcomes (section E)")]);
    lines.extend(outcomes(cx, pupil, columns));
    lines.extend([Line::plain(), Line::heading("  Provision (section F)")]);
    lines.extend(provision(cx, pupil, columns));
    lines.extend([Line::plain(), Line::heading("  Steps")]);
    lines.extend(steps(cx, pupil));
    lines
}

/// What the plan names, and the dates that its steps and reviews make.
fn named(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let rows = [
        ("authority", "Maintained by", authority(cx, pupil)),
        (
            "case_officer",
            "Case officer",
            pupil.named.case_officer.clone(),
        ),
        ("placement", "Placement", pupil.named.placement.clone()),
        ("band", "Band", pupil.named.band.clone()),
        (
            "top_up",
            "Top-up",
            pupil
                .top_up_pence
                .map(|pence| format!("{} a year", Pence(pence)))
                .unwrap_or_default(),
        ),
        ("funded", "Funded by the plan", hours(pupil)),
    ];
    let fields = rows
        .into_iter()
        .flat_map(|(field, label, words)| told(At::EhcPlan(field), label, &words, columns));
    let dates = PlanDates::of(cx.desk.caseload, pupil.id);
    let dates = [
        ("First made", dates.made),
        ("Last amended", dates.amended),
        ("Last meeting", dates.last_meeting),
        ("Last LA decision", dates.last_decision),
    ];
    let dates = dates.into_iter().filter_map(|(label, on)| {
        Some(Line::plain().put(3, 20, label, Role::Muted).put(
            24,
            usize::MAX,
            with_year(on?),
            Role::Text,
        ))
    });
    fields.chain(dates).collect()
}

fn authority(cx: &Context<'_>, pupil: &Pupil) -> String {
    if !pupil.authority.is_empty() {
        return pupil.authority.clone();
    }
    let school = cx.desk.caseload.school_of(pupil.school);
    match school.map_or("", |school| &school.authority) {
        "" => String::new(),
        authority => format!("{authority}, as the school's"),
    }
}

fn hours(pupil: &Pupil) -> String {
    match pupil.funded_minutes {
        Some(minutes) if minutes % 60 == 0 => format!("{} hours a week", minutes / 60),
        Some(minutes) => format!("{} h {} min a week", minutes / 60, minutes % 60),
        None => String::new(),
    }
}

/// The outcomes that the plan has, by code; those that ended last.
fn outcomes(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let outcomes = cx.desk.caseload.outcomes.of(pupil.id);
    let mut outcomes: Vec<&Outcome> = outcomes
        .filter(|outcome| outcome.source == OutcomeSource::EhcPlan)
        .collect();
    outcomes.sort_by_key(|outcome| (outcome.ended_on.is_some(), &outcome.code, outcome.id));
    if outcomes.is_empty() {
        return vec![nothing("No outcome is typed yet. n adds one.")];
    }
    let outcomes = outcomes.into_iter();
    outcomes
        .flat_map(|outcome| {
            let key = At::Outcome(outcome.id);
            let by = outcome.by.map(|by| format!("by {}", with_year(by)));
            let ended = outcome
                .ended_on
                .map(|on| format!("ended {}", with_year(on)));
            let area = outcome.area.map(|area| area.label().to_owned());
            let known: Vec<_> = area.into_iter().chain(by).chain(ended).collect();
            let words = cx.told(Some(pupil.id), &outcome.words);
            let known = wrapped(key, &known.join(", "), columns, Role::Muted);
            coded(key, &outcome.code, &words, columns)
                .into_iter()
                .chain(known)
        })
        .collect()
}

/// The lines of section F, each with what is given for it; what is not arranged is said loudly.
fn provision(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let caseload = cx.desk.caseload;
    let mut lines: Vec<(&str, &EhcLine)> = caseload
        .ehc_lines
        .of(pupil.id)
        .map(|line| {
            let outcome = line.outcome.and_then(|id| caseload.outcomes.get(id));
            (outcome.map_or("", |outcome| &outcome.code), line)
        })
        .collect();
    lines.sort_by_key(|(code, line)| (code.is_empty(), *code, line.id));
    if lines.is_empty() {
        return vec![nothing(
            "No line is typed yet. n adds one, with what gives it.",
        )];
    }
    let lacking = lacking(cx, pupil);
    let lines = lines.into_iter();
    lines
        .flat_map(|(code, line)| {
            let key = At::Line(line.id);
            let who = caseload.who(&line.who, line.person).to_owned();
            let known = [line.amount.clone(), who];
            let known: Vec<_> = known.into_iter().filter(|part| !part.is_empty()).collect();
            let words = cx.told(Some(pupil.id), &line.words);
            let (given, role) = match lacking.iter().find(|one| one.line == line.id) {
                Some(lacking) => (format!("! NOT ARRANGED: {}", lacking.why), Role::Overdue),
                None => {
                    let means = line.means.as_ref();
                    let given = means.and_then(|means| dialogs::ehc_line::words(cx, means));
                    let given = given.unwrap_or_default();
                    match means {
                        Some(Means::Otherwise(_)) => (
                            format!("~ in your words, no group or strategy here: {given}"),
                            Role::Due,
                        ),
                        _ => (format!("given as: {given}"), Role::Muted),
                    }
                }
            };
            coded(key, code, &words, columns)
                .into_iter()
                .chain(wrapped(key, &known.join(", "), columns, Role::Muted))
                .chain(wrapped(key, &given, columns, role))
        })
        .collect()
}

/// From which column the words of an outcome or a line stand, after its code.
const WORDS: usize = 8;

/// Words with a code before them.
fn coded(key: At, code: &str, words: &str, columns: usize) -> Vec<Line<At>> {
    let mut lines = wrapped(key, words, columns, Role::Text);
    if let Some(first) = lines.first_mut() {
        *first = std::mem::replace(first, Line::plain()).put(3, WORDS - 4, code, Role::Focus);
    }
    lines
}

fn wrapped(key: At, words: &str, columns: usize, role: Role) -> Vec<Line<At>> {
    let words = wrap(words, columns.saturating_sub(WORDS + 1)).into_iter();
    words
        .map(|words| Line::of(key).put(WORDS, usize::MAX, words, role))
        .collect()
}

/// The steps of her EHC assessment and plan, the newest first.
fn steps(cx: &Context<'_>, pupil: &Pupil) -> Vec<Line<At>> {
    let mut events: Vec<_> = cx.desk.caseload.ehc_events.of(pupil.id).collect();
    events.sort_by_key(|event| std::cmp::Reverse((event.on, event.id)));
    if events.is_empty() {
        return vec![nothing(
            "No step of an EHC assessment or plan is recorded. n adds one, with its day.",
        )];
    }
    let lines = events.into_iter().map(|event| {
        Line::of(At::Event(event.id))
            .put(3, 12, with_year(event.on), Role::Text)
            .put(17, 26, event.step.label(), Role::Text)
            .put(44, usize::MAX, &*event.note, Role::Muted)
    });
    lines.collect()
}

fn nothing(words: &str) -> Line<At> {
    Line::plain().put(3, usize::MAX, words, Role::Muted)
}
