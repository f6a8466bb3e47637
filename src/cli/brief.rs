//! `caseload brief`: what to know before a meeting about one pupil.

use std::io::Write;

use chrono::NaiveDate;
use serde::Serialize;

use super::list::Row;
use super::office::{self, Office};
use super::{Failure, Out, VERSION};
use crate::documents::{self, brief::Part};
use crate::domain::brief::{ActionLine, HelpLine, Meeting, SinceLine};
use crate::domain::{Brief, Code as _, Keeping, Rules, Said, TargetNow, clock_time};

/// Columns of the text: those of a small window, and of a page.
const COLUMNS: usize = 80;

#[derive(Debug, Serialize)]
struct Told {
    version: u32,
    pupil: Row,
    meeting: Option<Met>,
    last_review: Option<LastReview>,
    actions: Vec<Action>,
    targets: Vec<Target>,
    provision: Vec<Provision>,
    words: Words,
    since: Vec<Since>,
    ask: Vec<Asked>,
    careful: Vec<String>,
    /// Diagnoses, and how far the ways toward them are.
    pathways: Vec<String>,
    /// Lines of section F for which nothing is given.
    not_arranged: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Met {
    on: NaiveDate,
    at: Option<String>,
    what: &'static str,
    who: Vec<String>,
    number_this_year: Option<String>,
}

#[derive(Debug, Serialize)]
struct LastReview {
    on: NaiveDate,
    decision: Option<&'static str>,
}

#[derive(Debug, Serialize)]
struct Action {
    what: String,
    who: String,
    by: Option<NaiveDate>,
    done_on: Option<NaiveDate>,
    late_days: Option<i64>,
}

#[derive(Debug, Serialize)]
struct Target {
    statement: String,
    start: Option<f64>,
    now: Option<f64>,
    now_on: Option<NaiveDate>,
    aim: Option<f64>,
    unit: String,
    by: Option<NaiveDate>,
    standing: &'static str,
}

#[derive(Debug, Serialize)]
struct Provision {
    name: String,
    kept: &'static str,
    promised_to_date: u32,
    promised: Option<u32>,
    given: u32,
    came: u32,
    not_given: Vec<Reason>,
    no_entry: u32,
}

#[derive(Debug, Serialize)]
struct Reason {
    reason: String,
    count: u32,
}

#[derive(Debug, Serialize)]
struct Words {
    pupil: Option<Heard>,
    family: Option<Heard>,
}

#[derive(Debug, Serialize)]
struct Heard {
    text: String,
    on: NaiveDate,
}

#[derive(Debug, Serialize)]
struct Since {
    on: NaiveDate,
    kind: &'static str,
    text: String,
}

#[derive(Debug, Serialize)]
struct Asked {
    prompt: String,
    rule: String,
}

pub(super) fn run<W: Write>(
    office: &Office,
    name: &[String],
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let today = office.now.date_naive();
    let pupil = office::pupil(&holding, name)?;
    let dossier = holding
        .log()
        .dossier(&holding.caseload, &holding.standings, pupil.id)?;
    let Some(dossier) = dossier else {
        return Err(Failure::refused(format!(
            "{} has no records yet.",
            pupil.full_name()
        )));
    };
    let brief = Brief::of(&dossier, Rules::england(), today);
    if !json {
        let set = documents::brief::Setting {
            full_name: &pupil.full_name(),
            called: pupil.called(),
            today,
            columns: COLUMNS,
            one_column: office.plain,
        };
        let page = documents::brief::page(&brief, Part::Whole, &set);
        return Ok(page
            .iter()
            .try_for_each(|line| out.line(&line.text(COLUMNS)))?);
    }
    let table = brief.for_the_table;
    let last = table.last_time.as_ref();
    out.json(&Told {
        version: VERSION,
        pupil: Row::of(&holding, pupil, &dossier.standing, today),
        meeting: brief.meeting.map(met),
        last_review: last.map(|last| LastReview {
            on: last.held_on,
            decision: last.decision.map(|decision| decision.code()),
        }),
        actions: table
            .last_time
            .into_iter()
            .flat_map(|last| last.actions)
            .map(action)
            .collect(),
        targets: table.targets.into_iter().map(target).collect(),
        provision: table.help.into_iter().map(provision).collect(),
        words: Words {
            pupil: table.pupil_words.map(heard),
            family: table.family_words.map(heard),
        },
        since: brief.for_you.since.into_iter().map(since).collect(),
        ask: brief
            .for_you
            .ask
            .into_iter()
            .map(|ask| Asked {
                prompt: ask.prompt,
                rule: ask.rule,
            })
            .collect(),
        careful: brief.for_you.careful,
        pathways: brief.for_you.pathways,
        not_arranged: brief.for_you.not_arranged,
    })?;
    Ok(())
}

fn met(meeting: Meeting) -> Met {
    Met {
        on: meeting.on,
        at: meeting.at.map(clock_time::write),
        what: meeting.what,
        who: meeting.who,
        number_this_year: meeting.number,
    }
}

fn action(line: ActionLine) -> Action {
    Action {
        what: line.what,
        who: line.who,
        by: line.by,
        done_on: line.done_on,
        late_days: line.late_days,
    }
}

fn target(now: TargetNow) -> Target {
    Target {
        statement: now.short,
        start: now.start,
        now: now.now.map(|reading| reading.value),
        now_on: now.now.map(|reading| reading.on),
        aim: now.aim,
        unit: now.unit,
        by: now.by,
        standing: now.standing.code(),
    }
}

fn provision(line: HelpLine) -> Provision {
    let run = line.run;
    Provision {
        name: line.name,
        kept: match run.keeping {
            Keeping::EachSession => "each",
            Keeping::ByException => "exception",
            Keeping::Standing => "standing",
        },
        promised_to_date: run.promised,
        promised: run.promised_to_end,
        given: run.given,
        came: run.came,
        not_given: run
            .not_given
            .into_iter()
            .map(|(reason, count)| Reason { reason, count })
            .collect(),
        no_entry: run.no_entry,
    }
}

fn heard(said: Said) -> Heard {
    Heard {
        text: said.words,
        on: said.on,
    }
}

fn since(line: SinceLine) -> Since {
    Since {
        on: line.on,
        kind: line.kind,
        text: line.text,
    }
}
