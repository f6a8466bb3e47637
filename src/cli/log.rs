//! `caseload log`: the timeline of one pupil.

use std::io::Write;

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;

use super::office::{self, Office};
use super::{Failure, Out, VERSION};
use crate::domain::date_words;

/// Entries read at a time.
const PAGE: usize = 200;

#[derive(Debug, Serialize)]
struct Timeline {
    version: u32,
    pupil: Named,
    entries: Vec<Row>,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct Row {
    on: NaiveDate,
    entered_at: Option<DateTime<Utc>>,
    what: String,
    text: String,
    by: String,
    staff_only: bool,
}

pub(super) fn run<W: Write>(
    office: &Office,
    name: &[String],
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let pupil = office::pupil(&holding, name)?;
    let mut entries = Vec::new();
    let mut before = None;
    loop {
        let page = holding
            .log()
            .timeline(&holding.caseload, Some(pupil.id), before, PAGE)?;
        let Some(last) = page.last() else { break };
        before = Some(last.key);
        entries.extend(page);
    }
    if json {
        let pupil = Named {
            id: pupil.id.to_string(),
            name: pupil.full_name(),
        };
        let entries = entries
            .into_iter()
            .map(|entry| Row {
                on: entry.on(),
                entered_at: entry.entered_at,
                what: entry.label,
                text: entry.words,
                by: entry.by,
                staff_only: entry.staff_only,
            })
            .collect();
        return Ok(out.json(&Timeline {
            version: VERSION,
            pupil,
            entries,
        })?);
    }
    out.line(&pupil.full_name())?;
    for entry in &entries {
        let by = if entry.by.is_empty() {
            String::new()
        } else {
            format!(" ({})", entry.by)
        };
        let text = entry.words.replace('\n', " ");
        out.line(&format!(
            "{:<15}  {}  {text}{by}",
            date_words::short(entry.on(), office.now.date_naive()),
            entry.label
        ))?;
    }
    Ok(())
}
