//! The pages Health and Other plans.

use super::{At, told};
use crate::domain::date_words::with_year;
use crate::domain::{Code, Doubt, OtherPlan, Pupil, other_plan};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Her healthcare plans, or her other plans: those in force first.
fn plans<'a>(cx: &Context<'a>, pupil: &Pupil, is_health: bool) -> Vec<&'a OtherPlan> {
    let plans = cx.desk.caseload.other_plans.of(pupil.id);
    let mut plans: Vec<_> = plans.filter(|plan| plan.is_health() == is_health).collect();
    plans.sort_by_key(|plan| (plan.ended_on.is_some(), plan.kind, plan.id));
    plans
}

/// Those in force, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil, is_health: bool) -> String {
    let plans = plans(cx, pupil, is_health);
    let in_force: Vec<_> = plans
        .into_iter()
        .filter(|plan| plan.ended_on.is_none())
        .map(name)
        .collect();
    match (in_force.is_empty(), is_health) {
        (false, _) => in_force.join("; "),
        (true, true) if !pupil.medical.is_empty() => pupil.medical.replace('\n', " "),
        (true, _) => "none".to_owned(),
    }
}

/// The medical summary, and the healthcare plans.
pub(super) fn health(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut lines = told(At::Medical, "Medical summary", &pupil.medical, columns);
    lines.push(Line::plain());
    lines.extend(others(cx, pupil, columns, true));
    lines
}

/// The plans, each with who has it and its days.
pub(super) fn others(
    cx: &Context<'_>,
    pupil: &Pupil,
    columns: usize,
    is_health: bool,
) -> Vec<Line<At>> {
    let plans = plans(cx, pupil, is_health);
    if plans.is_empty() {
        let words = if is_health {
            "No individual healthcare plan. n adds one."
        } else {
            "No other plan: part-time timetable, risk, PEEP, Early Help, PEP. n adds one."
        };
        return vec![Line::plain().put(3, usize::MAX, words, Role::Muted)];
    }
    let plans = plans.into_iter();
    plans.flat_map(|plan| lines_of(cx, plan, columns)).collect()
}

fn lines_of(cx: &Context<'_>, plan: &OtherPlan, columns: usize) -> Vec<Line<At>> {
    let key = At::Plan(plan.id);
    let first = Line::of(key).put(3, usize::MAX, name(plan), Role::Text);
    let owner = cx.desk.caseload.who(&plan.owner, plan.person);
    let day = |label: &str, day: Option<chrono::NaiveDate>| {
        day.map(|day| format!("{label} {}", with_year(day)))
    };
    let known: Vec<_> = [
        (!owner.is_empty()).then(|| owner.to_owned()),
        day("since", plan.since),
        day("review", plan.review_on),
        day("to end", plan.ends_on),
        day("ended", plan.ended_on),
    ]
    .into_iter()
    .flatten()
    .collect();
    let parts = plan.parts.iter();
    let parts = parts.map(|(part, words)| format!("{}: {words}", part.label()));
    let words = Some(known.join(", "))
        .into_iter()
        .chain([plan.words.clone()])
        .chain(parts)
        .filter(|words| !words.is_empty());
    let below = words.flat_map(|words| wrap(&words, columns.saturating_sub(6)));
    let below = below.map(|words| Line::of(key).put(5, usize::MAX, words, Role::Muted));
    std::iter::once(first).chain(below).collect()
}

/// "Part-time timetable: mornings only".
fn name(plan: &OtherPlan) -> String {
    match plan.what.as_str() {
        "" => plan.kind.label().to_owned(),
        what => format!("{}: {what}", plan.kind.label()),
    }
}

/// What looks wrong in them and may be right.
pub(super) fn doubts(cx: &Context<'_>, pupil: &Pupil, is_health: bool) -> Vec<Doubt> {
    let plans = plans(cx, pupil, is_health).into_iter();
    plans
        .flat_map(|plan| other_plan::doubts(&cx.desk, plan))
        .collect()
}
