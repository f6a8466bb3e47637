//! `caseload list`: the register.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::office::Office;
use super::{Failure, Out, VERSION};
use crate::app::Holding;
use crate::domain::{Code as _, Force, Pupil, Standing, date_words};
use crate::sanitize;
use crate::ui::widgets::{cut, width};

#[derive(Debug, Serialize)]
struct List {
    version: u32,
    pupils: Vec<Row>,
}

/// A pupil as scripts have her.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    id: String,
    upn: String,
    adno: String,
    surname: String,
    forename: String,
    preferred: String,
    dob: Option<NaiveDate>,
    year: Option<&'static str>,
    class: String,
    sex: Option<&'static str>,
    school: String,
    status: &'static str,
    watching: bool,
    needs: Vec<String>,
    flags: Flags,
    cycle: Option<Cycle>,
    next: Option<Next>,
}

#[derive(Debug, Serialize)]
struct Flags {
    pp: Option<bool>,
    fsm: Option<bool>,
    eal: Option<bool>,
    cla: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Cycle {
    number: u32,
    stage: &'static str,
    began_on: NaiveDate,
    review_on: Option<NaiveDate>,
}

#[derive(Debug, Serialize)]
struct Next {
    on: NaiveDate,
    what: String,
    basis: Force,
    days: i64,
}

impl Row {
    pub(super) fn of(
        holding: &Holding,
        pupil: &Pupil,
        standing: &Standing,
        today: NaiveDate,
    ) -> Self {
        let caseload = &holding.caseload;
        let cycle = caseload.cycle_now(pupil.id);
        Self {
            id: pupil.id.to_string(),
            upn: pupil.upn.clone(),
            adno: pupil.adno.clone(),
            surname: pupil.surname.clone(),
            forename: pupil.forename.clone(),
            preferred: pupil.preferred.clone(),
            dob: pupil.dob,
            year: pupil.year.map(|year| year.code()),
            class: pupil.class.clone(),
            sex: pupil.sex.map(|sex| sex.code()),
            school: caseload
                .school_of(pupil.school)
                .map(|school| school.name.clone())
                .unwrap_or_default(),
            status: standing.status.code(),
            watching: standing.watching,
            needs: pupil
                .needs
                .iter()
                .map(|need| need.as_str().to_owned())
                .collect(),
            flags: Flags {
                pp: pupil.pp,
                fsm: pupil.fsm,
                eal: pupil.eal,
                cla: pupil.cla,
            },
            cycle: cycle.map(|cycle| Cycle {
                number: cycle.number,
                stage: cycle.stage(today).code(),
                began_on: cycle.began_on,
                review_on: cycle.review_on,
            }),
            next: standing.next.as_ref().map(|next| Next {
                on: next.on,
                what: next.what.clone(),
                basis: next.force,
                days: next.days,
            }),
        }
    }
}

pub(super) fn run<W: Write>(
    office: &Office,
    words: &[String],
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let today = office.now.date_naive();
    let chosen: Vec<_> = if words.is_empty() {
        holding.caseload.present().collect()
    } else {
        holding.caseload.find(&words.join(" "))
    };
    let mut pupils: Vec<_> = chosen
        .into_iter()
        .filter_map(|pupil| Some((pupil, holding.standings.get(pupil.id)?)))
        .collect();
    pupils.sort_by_key(|(pupil, _)| (crate::domain::fold(&pupil.listed()), pupil.id));
    if json {
        let pupils = pupils
            .iter()
            .map(|(pupil, standing)| Row::of(&holding, pupil, standing, today))
            .collect();
        return Ok(out.json(&List {
            version: VERSION,
            pupils,
        })?);
    }
    for (pupil, standing) in &pupils {
        let need = pupil
            .needs
            .first()
            .map(ToString::to_string)
            .unwrap_or_default();
        let status = if standing.watching {
            "watching"
        } else {
            standing.status.code()
        };
        let stage = standing.stage.map_or("", |stage| stage.label());
        let next = standing
            .next
            .as_ref()
            .map(|next| format!("{}  {}", date_words::short(next.on, today), next.what));
        out.line(&format!(
            "{}  {:>2}  {}  {status:<8}  {need:<6}  {stage:<6}  {}",
            padded(&pupil.listed(), 28),
            pupil.year.map_or("", |year| year.code()),
            padded(&pupil.class, 4),
            next.unwrap_or_default()
        ))?;
    }
    out.line(&format!("{} pupils", pupils.len()))?;
    Ok(())
}

/// A text in a column of this width on the screen.
pub(super) fn padded(text: &str, columns: usize) -> String {
    let text = cut(&sanitize::clean(text), columns);
    format!("{text}{}", " ".repeat(columns.saturating_sub(width(&text))))
}
