//! Writing the assessment and the plan of a cycle.

use chrono::NaiveDate;

use crate::domain::{Cycle, Desk, Doubt, Edit, Refusal, gap};

/// Writes the assessment of a cycle.
///
/// # Errors
/// When the day it was done has not come yet.
pub fn assess(desk: &Desk<'_>, cycle: Cycle) -> Result<Edit, Refusal> {
    has_come(desk, "assessed_on", cycle.assessed_on)?;
    let done = before(desk, &cycle).is_none_or(|before| before.assessed_on.is_none())
        && cycle.assessed_on.is_some();
    let label = if done {
        "Assessment done for"
    } else {
        "Assessment written for"
    };
    Ok(write(desk, cycle, label))
}

/// Writes the plan's own part of a cycle: expected impact, home, dates. Its targets are records of their own.
///
/// # Errors
/// When the day it was done or agreed has not come yet.
pub fn plan(desk: &Desk<'_>, cycle: Cycle) -> Result<Edit, Refusal> {
    has_come(desk, "agreed_on", cycle.agreed_on)?;
    has_come(desk, "planned_on", cycle.planned_on)?;
    let done = before(desk, &cycle).is_none_or(|before| before.planned_on.is_none())
        && cycle.planned_on.is_some();
    let label = match (done, cycle.review_on) {
        (true, Some(_)) => "Plan done for",
        (true, None) => "Plan done, no review date yet, for",
        (false, _) => "Plan written for",
    };
    Ok(write(desk, cycle, label))
}

/// What looks wrong in a plan and may be right.
pub fn plan_doubts(desk: &Desk<'_>, cycle: &Cycle) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut doubt = |words: String, basis: &str| {
        doubts.push(Doubt {
            field: "review_on",
            words,
            basis: basis.to_owned(),
        });
    };
    match (cycle.review_on, cycle.planned_on) {
        (None, Some(_)) => doubt(
            "done, and no review date: when will you look at it together?".to_owned(),
            gap::PLAN,
        ),
        (Some(review), Some(done)) if review < done => doubt(
            "the review is before the day the plan was done".to_owned(),
            "the dates typed here",
        ),
        _ => {}
    }
    let changed = before(desk, cycle).and_then(|before| before.review_on) != cycle.review_on;
    if let Some(on) = cycle.review_on.filter(|_| changed) {
        let began_on = desk.caseload.setting().map(|setting| setting.began_on);
        if began_on.is_some_and(|began_on| on < began_on) {
            doubt(
                "that is before this caseload began: it will not show as late".to_owned(),
                "Ctrl+O, You: when it began",
            );
        } else if on < desk.today() {
            doubt("that review date is past".to_owned(), "today's date");
        } else if let Some(why) = desk.calendar.why_closed(on) {
            doubt(
                format!("the school is closed on the review date: {why}"),
                "your term dates",
            );
        }
    }
    doubts
}

fn has_come(desk: &Desk<'_>, field: &'static str, on: Option<NaiveDate>) -> Result<(), Refusal> {
    match on {
        Some(on) if on > desk.today() => Err(Refusal::of(
            field,
            "That day has not come yet. Type the day it was done, or leave it empty until it is.",
        )),
        _ => Ok(()),
    }
}

fn before<'a>(desk: &Desk<'a>, cycle: &Cycle) -> Option<&'a Cycle> {
    desk.caseload.cycles.get(cycle.id)
}

fn write(desk: &Desk<'_>, cycle: Cycle, label: &str) -> Edit {
    let name = desk.caseload.full_name(cycle.pupil);
    let edit = Edit::new(format!("{label} {name}"));
    if before(desk, &cycle) == Some(&cycle) {
        return edit;
    }
    edit.put(cycle)
}

#[cfg(test)]
mod tests;
