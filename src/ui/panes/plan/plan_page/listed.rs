//! [`Listed`]: what the page Plan lists.

use super::Row;
use crate::domain::{
    Cycle, Judged, Outcome, Place, Strategy, Target, TargetId, TargetNow, date_words, measure,
};
use crate::ui::panes::plan::{Case, detail, support};
use crate::ui::widgets::Line;
use crate::ui::{Context, Role};

/// What the page lists.
pub(super) struct Listed<'a> {
    targets: Vec<&'a Target>,
    places: Vec<&'a Place>,
    strategies: Vec<&'a Strategy>,
    outcomes: Vec<&'a Outcome>,
}

impl<'a> Listed<'a> {
    /// What the plan of a cycle holds.
    pub fn of(cx: &Context<'a>, case: &Case<'_>, cycle: &Cycle) -> Self {
        let caseload = cx.desk.caseload;
        let runs = case.standing.map_or(&[][..], |standing| &standing.runs);
        let targets = caseload.targets_of(cycle);
        Self {
            places: runs
                .iter()
                .filter_map(|(place, _)| caseload.places.get(*place))
                .collect(),
            strategies: caseload
                .strategies
                .of(cycle.pupil)
                .filter(|strategy| strategy.cycle == cycle.id)
                .collect(),
            outcomes: caseload
                .outcomes
                .of(cycle.pupil)
                .filter(|outcome| {
                    if case.is_earlier() {
                        targets.iter().any(|of| of.outcome == Some(outcome.id))
                    } else {
                        outcome.ended_on.is_none()
                    }
                })
                .collect(),
            targets,
        }
    }

    /// What the cursor can be on, from the top.
    pub fn rows(&self) -> Vec<Row> {
        let targets = self.targets.iter().map(|target| Row::Target(target.id));
        let places = self.places.iter().map(|place| Row::Place(place.id));
        let strategies = self.strategies.iter();
        let strategies = strategies.map(|strategy| Row::Strategy(strategy.id));
        let outcomes = self.outcomes.iter().map(|outcome| Row::Outcome(outcome.id));
        targets
            .chain(places)
            .chain(strategies)
            .chain(outcomes)
            .chain([Row::Rest])
            .collect()
    }
}

/// The lines of the page, for so many columns.
pub(super) fn lines(
    cx: &Context<'_>,
    case: &Case<'_>,
    cycle: &Cycle,
    listed: &Listed<'_>,
    columns: usize,
) -> Vec<Line<Row>> {
    let none = |words: &str| Line::plain().put(3, usize::MAX, words, Role::Muted);
    let mut lines = vec![target_heading(cycle, columns)];
    lines.extend(listed.targets.iter().map(|target| {
        let now = case.standing.and_then(|standing| {
            let mut targets = standing.targets.iter();
            targets.find(|now| now.target == target.id)
        });
        target_line(target, now, columns)
    }));
    if listed.targets.is_empty() && !cycle.light {
        lines.push(none(case.none("none yet: n adds one")));
    }
    lines.push(Line::heading("WHAT ADULTS DO").put_right(columns - 2, "for", Role::Muted));
    let place_of = |id: Option<TargetId>| {
        let target = id.and_then(|id| listed.targets.iter().find(|target| target.id == id));
        target.map_or("the plan".to_owned(), |target| {
            format!("target {}", target.place)
        })
    };
    for place in &listed.places {
        if let Some(intervention) = cx.desk.caseload.interventions.get(place.intervention) {
            let line = Line::of(Row::Place(place.id))
                .put(
                    3,
                    columns.saturating_sub(15),
                    support::words(cx, intervention),
                    Role::Text,
                )
                .put_right(
                    columns - 2,
                    place_of(detail::serves(cx, place, cycle)),
                    Role::Muted,
                );
            lines.push(line);
        }
    }
    for strategy in &listed.strategies {
        let line = Line::of(Row::Strategy(strategy.id))
            .put(
                3,
                columns.saturating_sub(15),
                detail::strategy_words(strategy),
                Role::Text,
            )
            .put_right(columns - 2, place_of(strategy.target), Role::Muted);
        lines.push(line);
    }
    if listed.places.is_empty() && listed.strategies.is_empty() {
        lines.push(none(case.none("nothing yet: n adds a strategy or support")));
    }
    lines.push(Line::heading("OUTCOMES").put_right(columns - 2, "by", Role::Muted));
    lines.extend(listed.outcomes.iter().map(|outcome| {
        let by = outcome
            .by
            .map(|by| date_words::short(by, cx.desk.today()))
            .unwrap_or_default();
        Line::of(Row::Outcome(outcome.id))
            .put(3, columns.saturating_sub(23), outcome.listed(), Role::Text)
            .put_right(columns - 2, by, Role::Muted)
    }));
    if listed.outcomes.is_empty() && !cycle.light {
        lines.push(none(case.none("none yet: n adds one")));
    }
    lines.push(Line::heading("IMPACT, HOME, DATES"));
    lines.push(rest_line(cx, cycle));
    lines
}

fn target_heading(cycle: &Cycle, columns: usize) -> Line<Row> {
    let words = if cycle.light {
        "TARGETS (a light plan needs none)"
    } else {
        "TARGETS"
    };
    Line::heading(words)
        .put_right(columns - 34, "start", Role::Muted)
        .put_right(columns - 28, "now", Role::Muted)
        .put_right(columns - 22, "aim", Role::Muted)
        .put(columns - 20, 7, "by", Role::Muted)
        .put(columns - 12, 12, "last review", Role::Muted)
}

fn target_line(target: &Target, now: Option<&TargetNow>, columns: usize) -> Line<Row> {
    let value = |value: Option<f64>| match value {
        Some(value) => measure::value_words(&target.unit, value),
        None => "-".to_owned(),
    };
    let latest = now.and_then(|now| now.now).map(|reading| reading.value);
    let by = target.by.map_or("-".to_owned(), date_words::day_month);
    let judged = match now.and_then(|now| now.last_judged) {
        None if target.carried_from.is_none() => "new",
        None => "-",
        Some(Judged::NotYet) => "not yet",
        Some(Judged::Some) => "some",
        Some(Judged::Met) => "met",
        Some(Judged::MoreThanMet) => "beyond",
        Some(Judged::NotLookedAt) => "not judged",
    };
    let words = format!("{} {}", target.place, target.short);
    Line::of(Row::Target(target.id))
        .put(3, columns.saturating_sub(43), words, Role::Text)
        .put_right(columns - 34, value(target.start), Role::Text)
        .put_right(columns - 28, value(latest), Role::Text)
        .put_right(columns - 22, value(target.aim), Role::Text)
        .put(columns - 20, 7, by, Role::Text)
        .put(columns - 12, 12, judged, Role::Text)
}

fn rest_line(cx: &Context<'_>, cycle: &Cycle) -> Line<Row> {
    let today = cx.desk.today();
    let day = |label: &str, on: Option<chrono::NaiveDate>, none: &str| match on {
        Some(on) => format!("{label} {}", date_words::short(on, today)),
        None => none.to_owned(),
    };
    let words = [
        day("family agreed", cycle.agreed_on, "not agreed yet"),
        day("done", cycle.planned_on, "not done yet"),
        day("review", cycle.review_on, "no review date"),
    ];
    Line::of(Row::Rest).put(3, usize::MAX, words.join("   "), Role::Text)
}
