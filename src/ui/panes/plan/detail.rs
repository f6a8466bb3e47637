//! What is under the cursor on the page Plan, in full.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::plan_page::Row;
use super::{Case, support};
use crate::domain::quality::Check;
use crate::domain::{
    Code, Cycle, Place, Strategy, Target, TargetId, TargetNow, TargetStanding, date_words, figures,
    measure, strategy, target,
};
use crate::ui::widgets::{Paper, width, wrap};
use crate::ui::{Context, Role};

/// The column of the words.
const WORDS: usize = 14;
/// Checks shown at once.
const CHECKS: usize = 3;

/// The rows it takes, in an area of this width.
pub(super) fn rows(
    cx: &Context<'_>,
    case: &Case<'_>,
    cycle: &Cycle,
    at: Option<Row>,
    area: Rect,
) -> u16 {
    let mut nowhere = Buffer::empty(area);
    let mut paper = Paper::new(&mut nowhere, cx.look, area);
    draw(cx, case, cycle, at, &mut paper);
    paper.row()
}

/// Draws what is under the cursor in full.
pub(super) fn draw(
    cx: &Context<'_>,
    case: &Case<'_>,
    cycle: &Cycle,
    at: Option<Row>,
    paper: &mut Paper<'_>,
) {
    let caseload = cx.desk.caseload;
    match at {
        Some(Row::Target(id)) => {
            if let Some(target) = caseload.targets.get(id) {
                draw_target(cx, case, cycle, target, paper);
            }
        }
        Some(Row::Place(id)) => {
            let place = caseload.places.get(id);
            let intervention =
                place.and_then(|place| caseload.interventions.get(place.intervention));
            if let Some(intervention) = intervention {
                labelled(
                    paper,
                    "Support",
                    &support::words(cx, intervention),
                    usize::MAX,
                );
                let provision = caseload.provisions.get(intervention.provision);
                if let Some(provision) = provision.filter(|provision| !provision.words.is_empty()) {
                    labelled(paper, "What is done", &provision.words, usize::MAX);
                }
            }
        }
        Some(Row::Strategy(id)) => {
            if let Some(strategy) = caseload.strategies.get(id) {
                labelled(paper, "Strategy", &strategy.words, usize::MAX);
                let who = if strategy.who.is_empty() {
                    "every adult"
                } else {
                    &strategy.who
                };
                labelled(paper, "Who", who, usize::MAX);
                let checks = if case.is_earlier() {
                    Vec::new()
                } else {
                    strategy::checks(caseload, cycle, strategy)
                };
                draw_checks(&checks, paper);
            }
        }
        Some(Row::Outcome(id)) => {
            if let Some(outcome) = caseload.outcomes.get(id) {
                labelled(paper, "Outcome", &outcome.words, usize::MAX);
                let from = match outcome.code.as_str() {
                    "" => outcome.source.label().to_owned(),
                    code => format!("{}, {code}", outcome.source.label()),
                };
                labelled(paper, "From", &from, 1);
                if let Some(area) = outcome.area {
                    labelled(paper, "Area of need", area.label(), 1);
                }
            }
        }
        Some(Row::Rest) | None => {
            let or_none = |words: &str| match words {
                "" => "nothing yet".to_owned(),
                words => words.to_owned(),
            };
            labelled(paper, "Impact", &or_none(&cycle.expected), usize::MAX);
            labelled(paper, "Home", &or_none(&cycle.home), usize::MAX);
        }
    }
}

fn draw_target(
    cx: &Context<'_>,
    case: &Case<'_>,
    cycle: &Cycle,
    target: &Target,
    paper: &mut Paper<'_>,
) {
    let now = case.standing.and_then(|standing| {
        let mut targets = standing.targets.iter();
        targets.find(|now| now.target == target.id)
    });
    paper.put(1, 3, &target.place.to_string(), Role::Heading);
    paper.prose(4, target.in_full(), Role::Text);
    draw_path(target, now, paper);
    let checks = if case.is_earlier() {
        Vec::new()
    } else {
        target::checks(cx.desk.caseload, cycle, target)
    };
    let open = checks.len().min(CHECKS);
    let adults = adults(cx, cycle, target, case);
    if !adults.is_empty() {
        let room = paper
            .left()
            .saturating_sub(open + usize::from(!target.home.is_empty()));
        labelled(paper, "Adults", &adults.join("; "), room.max(1));
    }
    if !target.home.is_empty() {
        labelled(
            paper,
            "Home",
            &target.home,
            paper.left().saturating_sub(open).max(1),
        );
    }
    draw_checks(&checks, paper);
    let outcome = target
        .outcome
        .and_then(|id| cx.desk.caseload.outcomes.get(id));
    if let Some(outcome) = outcome {
        labelled(paper, "Toward", &outcome.listed(), 2);
    }
    if let Some(words) = history(cx, target) {
        labelled(paper, "Since", &words, 1);
    }
}

/// The checks that fail, three at most.
fn draw_checks(checks: &[Check], paper: &mut Paper<'_>) {
    for (number, check) in checks.iter().take(CHECKS).enumerate() {
        if number == 0 {
            paper.put(4, WORDS - 5, "Check", Role::Muted);
            paper.put_right(paper.width().saturating_sub(1), "w waive", Role::Muted);
        }
        let room = paper.width().saturating_sub(WORDS + 10);
        paper.put(WORDS, room, &format!("~ {}", check.words), Role::Due);
        paper.skip(1);
    }
}

/// "start 3 (16 Sep)   now 5 (12 Nov)   aim 8 by 26 Nov            on the way"
fn draw_path(target: &Target, now: Option<&TargetNow>, paper: &mut Paper<'_>) {
    let value = |value: f64| measure::value_words(&target.unit, value);
    let on = |on: Option<chrono::NaiveDate>| {
        on.map(|on| format!(" ({})", date_words::day_month(on)))
            .unwrap_or_default()
    };
    let mut parts = Vec::new();
    if let Some(start) = target.start {
        parts.push(format!("start {}{}", value(start), on(target.start_on)));
    }
    if let Some(reading) = now.and_then(|now| now.now) {
        parts.push(format!(
            "now {}{}",
            value(reading.value),
            on(Some(reading.on))
        ));
    }
    if let Some(aim) = target.aim {
        let by = target
            .by
            .map(|by| format!(" by {}", date_words::day_month(by)));
        parts.push(format!("aim {}{}", value(aim), by.unwrap_or_default()));
    }
    let (standing, role) = standing_words(now.map(|now| now.standing));
    let room = paper.width().saturating_sub(standing.len() + 7);
    let mut path = parts.join("   ");
    let with_unit = format!("{path}   {}", target.unit);
    if width(&with_unit) <= room {
        path = with_unit;
    }
    paper.put(4, room, &path, Role::Text);
    paper.put_right(paper.width().saturating_sub(1), &standing, role);
    paper.skip(1);
}

/// How a target stands, with its mark; nothing for one that can't be judged.
pub(super) fn standing_words(standing: Option<TargetStanding>) -> (String, Role) {
    let (mark, role) = match standing {
        None | Some(TargetStanding::NotStarted) => return (String::new(), Role::Muted),
        Some(TargetStanding::Met) => ("+ ", Role::Done),
        Some(TargetStanding::OnTheWay) => ("", Role::Done),
        Some(TargetStanding::Behind) => ("! ", Role::Overdue),
        Some(TargetStanding::TooEarly) => ("", Role::Muted),
    };
    let label = standing.map_or("", TargetStanding::label);
    (format!("{mark}{label}"), role)
}

/// What adults do for a target: interventions that serve it, then strategies.
fn adults(cx: &Context<'_>, cycle: &Cycle, target: &Target, case: &Case<'_>) -> Vec<String> {
    let caseload = cx.desk.caseload;
    let runs = case.standing.map_or(&[][..], |standing| &standing.runs);
    let interventions = runs
        .iter()
        .filter_map(|(place, _)| caseload.places.get(*place))
        .filter(|place| serves(cx, place, cycle) == Some(target.id))
        .filter_map(|place| caseload.interventions.get(place.intervention))
        .map(|intervention| support::words(cx, intervention));
    let strategies = caseload
        .strategies
        .of(target.pupil)
        .filter(|strategy| strategy.target == Some(target.id))
        .map(strategy_words);
    interventions.chain(strategies).collect()
}

/// A strategy on one line, with who does it where that is not everybody.
pub(super) fn strategy_words(strategy: &Strategy) -> String {
    let words = strategy.words.replace('\n', " ");
    if strategy.who.is_empty() {
        words
    } else {
        format!("{words} ({})", strategy.who)
    }
}

/// The target of a cycle that a place serves: its own, the one that goes on with it, or the one that it goes on with.
pub(super) fn serves(cx: &Context<'_>, place: &Place, cycle: &Cycle) -> Option<TargetId> {
    let served = place.target?;
    let caseload = cx.desk.caseload;
    let line = caseload.targets.get(served);
    let line = line.map_or(Vec::new(), |target| figures::line_of(caseload, target));
    caseload
        .targets_of(cycle)
        .into_iter()
        .find(|target| {
            line.contains(&target.id) || figures::line_of(caseload, target).contains(&served)
        })
        .map(|target| target.id)
}

/// Since when a target that was carried on is worked at: "cycle 2, where it began at 1 (9 Jan)".
fn history(cx: &Context<'_>, target: &Target) -> Option<String> {
    let caseload = cx.desk.caseload;
    target.carried_from?;
    let first = figures::line_of(caseload, target).last().copied()?;
    let first = caseload.targets.get(first)?;
    let cycle = caseload.cycles.get(first.cycle)?;
    let began = first.start.map(|start| {
        let on = first
            .start_on
            .map(|on| date_words::short(on, cx.desk.today()));
        let on = on.map(|on| format!(" ({on})")).unwrap_or_default();
        format!(
            ", where it began at {}{on}",
            measure::value_words(&first.unit, start)
        )
    });
    Some(format!(
        "cycle {}{}",
        cycle.number,
        began.unwrap_or_default()
    ))
}

/// Draws a label and its words in at most so many lines.
fn labelled(paper: &mut Paper<'_>, label: &str, words: &str, most: usize) {
    let mut lines = wrap(words, paper.width().saturating_sub(WORDS + 1));
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            last.push_str(" …");
        }
    }
    paper.put(4, WORDS - 5, label, Role::Muted);
    for line in &lines {
        paper.put(WORDS, paper.width(), line, Role::Text);
        paper.skip(1);
    }
    if lines.is_empty() {
        paper.skip(1);
    }
}
