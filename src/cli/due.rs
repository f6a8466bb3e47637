//! `caseload due`: what is due and overdue, each with its basis.

use std::collections::BTreeMap;
use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::list::padded;
use super::office::Office;
use super::{Failure, Out, VERSION};
use crate::app::Holding;
use crate::domain::{Code as _, Due, Force, WhoMust, date_words};

#[derive(Debug, Serialize)]
struct List {
    version: u32,
    today: NaiveDate,
    due: Vec<Row>,
    to_fill_in: Vec<ToFillIn>,
}

#[derive(Debug, Serialize)]
struct Row {
    on: Option<NaiveDate>,
    days: Option<i64>,
    overdue: bool,
    kind: &'static str,
    what: String,
    who_must: WhoMust,
    force: Force,
    pupil: Option<Named>,
    basis: String,
    formula: String,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct ToFillIn {
    what: &'static str,
    count: usize,
}

pub(super) fn run<W: Write>(
    office: &Office,
    days: u16,
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let today = office.now.date_naive();
    let dues = within(&holding, days, today);
    let to_fill_in = to_fill_in(&holding);
    if json {
        let due = dues.into_iter().map(|due| row(&holding, due)).collect();
        return Ok(out.json(&List {
            version: VERSION,
            today,
            due,
            to_fill_in,
        })?);
    }
    for due in &dues {
        let pupil = due.pupil.and_then(|id| holding.caseload.pupils.get(id));
        let name = pupil.map_or_else(|| "school".to_owned(), |pupil| pupil.listed());
        let on = due
            .on
            .map_or_else(|| "no date".to_owned(), |on| date_words::short(on, today));
        let mark = if due.is_overdue() { "!" } else { " " };
        out.line(&format!(
            "{mark} {}  {}  {}  {:<10}  {}  ({})",
            padded(&on, 15),
            padded(&name, 22),
            padded(due.force.short(), 6),
            due.who,
            due.what,
            due.basis
        ))?;
    }
    for one in &to_fill_in {
        out.line(&format!("  to fill in: {} ({})", one.what, one.count))?;
    }
    out.line(&format!("{} due within {days} days", dues.len()))?;
    Ok(())
}

/// What is late, awaited, or due within so many days, the earliest first.
fn within(holding: &Holding, days: u16, today: NaiveDate) -> Vec<&Due> {
    let last = today + chrono::Days::new(days.into());
    holding.standings.due_by(last)
}

fn row(holding: &Holding, due: &Due) -> Row {
    let pupil = due.pupil.and_then(|id| holding.caseload.pupils.get(id));
    Row {
        on: due.on,
        days: due.days,
        overdue: due.is_overdue(),
        kind: due.kind.code(),
        what: due.what.clone(),
        who_must: due.who_must,
        force: due.force,
        pupil: pupil.map(|pupil| Named {
            id: pupil.id.to_string(),
            name: pupil.full_name(),
        }),
        basis: due.basis.clone(),
        formula: due.formula.clone(),
    }
}

fn to_fill_in(holding: &Holding) -> Vec<ToFillIn> {
    let mut counts = BTreeMap::new();
    for one in holding
        .standings
        .iter()
        .flat_map(|(_, standing)| &standing.to_fill_in)
    {
        *counts.entry(*one).or_insert(0) += 1;
    }
    counts
        .into_iter()
        .map(|(one, count)| ToFillIn {
            what: one.label(),
            count,
        })
        .collect()
}
