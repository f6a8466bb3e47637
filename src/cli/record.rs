//! `caseload record`: what the forms do, from a script. One JSON object, or one a line: then all of them or none.

use std::collections::BTreeMap;
use std::io::{Read, Write};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use serde_json::Deserializer;

use super::office::{self, Office};
use super::{Failure, Out, VERSION};
use crate::app::Holding;
use crate::domain::note::Written;
use crate::domain::session::{Happened, Told};
use crate::domain::{
    Attendance, Change, Desk, Edit, EhcEvent, EhcStep, Intervention, Mark, Measure, NoteKind,
    Pupil, Refusal, ReviewKind, clock_time, ehc_event, measure, note, review, session,
};

/// Longest input that is read, in bytes.
const LONGEST: u64 = 16 * 1024 * 1024;

/// One thing to record.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
enum Given {
    Session {
        intervention: String,
        on: NaiveDate,
        #[serde(default)]
        at: Option<String>,
        #[serde(default)]
        marks: BTreeMap<String, Mark>,
        #[serde(default)]
        not_given: Option<String>,
        #[serde(default)]
        note: String,
        #[serde(default)]
        told_by: String,
    },
    Note {
        pupil: String,
        on: NaiveDate,
        note_kind: NoteKind,
        #[serde(default)]
        said_by: String,
        #[serde(default)]
        said_to: String,
        text: String,
        #[serde(default)]
        staff_only: bool,
    },
    Measure {
        pupil: String,
        on: NaiveDate,
        instrument: String,
        value: f64,
        #[serde(default)]
        target: Option<String>,
        #[serde(default)]
        taken_by: String,
    },
    Ehc {
        pupil: String,
        event: EhcStep,
        on: NaiveDate,
        #[serde(default)]
        note: String,
    },
    Review {
        pupil: String,
        on: NaiveDate,
        review_kind: ReviewKind,
        #[serde(default)]
        at: Option<String>,
        #[serde(default)]
        room: String,
        #[serde(default)]
        who: Vec<String>,
    },
}

#[derive(Debug, Serialize)]
struct Report {
    version: u32,
    saved: Vec<Saved>,
    edit: String,
}

#[derive(Debug, Serialize)]
struct Saved {
    kind: &'static str,
    id: String,
}

pub(super) fn run<W: Write>(
    office: &Office,
    input: &mut impl Read,
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    // What is wrong with the input is said before the file is opened.
    let given = read(input)?;
    let mut holding = office.open()?;
    let mut edits = Vec::new();
    for (one, number) in given.iter().zip(1..) {
        let edit = edit(&holding, &holding.desk(office.now), one);
        edits.push(
            edit.map_err(|refusal| {
                Failure::refused(format!("Object {number}: {}", refusal.words))
            })?,
        );
    }
    let whole = joined(edits);
    let label = holding.apply(&whole, None, office.now)?;
    let saved = whole
        .changes
        .iter()
        .filter(|change| matches!(change, Change::Put(_)))
        .map(|change| Saved {
            kind: change.id().kind().into(),
            id: change.id().number().to_string(),
        });
    let report = Report {
        version: VERSION,
        saved: saved.collect(),
        edit: label,
    };
    if json {
        out.json(&report)?;
    } else {
        out.line(&format!("Saved: {}.", report.edit))?;
    }
    Ok(())
}

fn read(input: &mut impl Read) -> Result<Vec<Given>, Failure> {
    let mut text = String::new();
    let whole = input.take(LONGEST).read_to_string(&mut text);
    whole.map_err(|_| Failure::usage("Standard input is not text in UTF-8."))?;
    let given: Result<Vec<Given>, _> = Deserializer::from_str(&text).into_iter().collect();
    let given = given.map_err(|error| {
        // The parser's own words may quote the data: only where it stopped is told.
        let place = format!("line {}, column {}", error.line(), error.column());
        Failure::usage(format!(
            "Standard input does not read as what can be recorded, at {place}. Nothing was saved."
        ))
    })?;
    if given.is_empty() {
        return Err(Failure::usage(
            "There is nothing on standard input. Give one JSON object, or one a line.",
        ));
    }
    Ok(given)
}

/// All edits as one, so that they stand or fall together.
fn joined(edits: Vec<Edit>) -> Edit {
    let label = match edits.as_slice() {
        [only] => only.label.clone(),
        several => format!("{} things recorded", several.len()),
    };
    Edit {
        label,
        changes: edits.into_iter().flat_map(|edit| edit.changes).collect(),
    }
}

fn edit(holding: &Holding, desk: &Desk<'_>, given: &Given) -> Result<Edit, Refusal> {
    let pupil = |name: &str| pupil(holding, name);
    match given {
        Given::Session {
            intervention,
            on,
            at,
            marks,
            not_given,
            note,
            told_by,
        } => {
            let intervention = find(desk, intervention)?;
            let attendance = |(name, mark): (&String, &Mark)| {
                Ok(Attendance {
                    pupil: pupil(name)?.id,
                    mark: *mark,
                    note: String::new(),
                })
            };
            let happened = match not_given {
                Some(reason) => Happened::NotGiven(reason.clone()),
                None => Happened::Given(
                    marks
                        .iter()
                        .map(attendance)
                        .collect::<Result<_, Refusal>>()?,
                ),
            };
            let told = Told {
                intervention: intervention.id,
                on: *on,
                at: time(at.as_deref())?,
                happened,
                note: note.clone(),
                by: told_by.clone(),
            };
            let before = holding
                .log()
                .session_on(told.intervention, told.on, told.at);
            let before = before.map_err(|error| Refusal::new(error.to_string()))?;
            session::record(desk, &told, before.as_ref()).map_err(|refusal| {
                // On the screen it says whose mark it is.
                if refusal.field.as_deref() == Some("marks") {
                    let words = "A pupil among the marks has no place in the intervention on that day. Give one under Provision on screen 4, or leave the mark out.";
                    return Refusal::of("marks", words);
                }
                refusal
            })
        }
        Given::Note {
            pupil: name,
            on,
            note_kind,
            said_by,
            said_to,
            text,
            staff_only,
        } => {
            let written = Written {
                kind: *note_kind,
                happened_on: *on,
                said_by: said_by.clone(),
                said_to: said_to.clone(),
                words: text.clone(),
                staff_only: *staff_only,
            };
            note::add(desk, pupil(name)?, written)
        }
        Given::Measure {
            pupil: name,
            on,
            instrument,
            value,
            target,
            taken_by,
        } => {
            let target = target.as_deref().map(str::parse).transpose();
            let target =
                target.map_err(|_| Refusal::of("target", "A target is named by its id."))?;
            let measure = Measure {
                id: desk.ids.next(),
                pupil: pupil(name)?.id,
                instrument: instrument.clone(),
                value: *value,
                on: *on,
                target,
                intervention: None,
                moment: None,
                taken_by: taken_by.clone(),
                entered_at: desk.entered_at(),
            };
            measure::put(desk, measure, true)
        }
        Given::Ehc {
            pupil: name,
            event,
            on,
            note,
        } => {
            let pupil = pupil(name)?.id;
            ehc_event::put(
                desk,
                EhcEvent {
                    id: desk.ids.next(),
                    pupil,
                    step: *event,
                    on: *on,
                    note: note.clone(),
                },
            )
        }
        Given::Review {
            pupil: name,
            on,
            review_kind,
            at,
            room,
            who,
        } => {
            let booking = review::Booking {
                kind: *review_kind,
                on: *on,
                at: time(at.as_deref())?,
                room: room.clone(),
                invited: who.clone(),
                papers_out_on: None,
            };
            review::book(desk, pupil(name)?, &booking)
        }
    }
}

/// The one pupil that is meant. Standard input is nobody's own typing: what is wrong with it is told without its words.
fn pupil<'a>(holding: &'a Holding, words: &str) -> Result<&'a Pupil, Refusal> {
    office::only_one(holding, words).map_err(|fitting| {
        let said = if fitting.is_empty() {
            "No pupil fits what is given for one. caseload list shows all.".to_owned()
        } else {
            format!(
                "What is given for a pupil fits {}: {}. Give an id.",
                fitting.len(),
                office::ids(&fitting)
            )
        };
        Refusal::of("pupil", said)
    })
}

fn time(words: Option<&str>) -> Result<Option<chrono::NaiveTime>, Refusal> {
    words
        .map(clock_time::read)
        .transpose()
        .map_err(|_| Refusal::of("at", "What is given as a time is none: write it as 15:30."))
}

/// The one intervention with this id or name.
fn find<'a>(desk: &Desk<'a>, words: &str) -> Result<&'a Intervention, Refusal> {
    let fits = |intervention: &&Intervention| {
        intervention.id.to_string() == words
            || crate::domain::fold(&intervention.name) == crate::domain::fold(words)
    };
    let fitting: Vec<_> = desk.caseload.interventions.iter().filter(fits).collect();
    match fitting.as_slice() {
        [only] => Ok(only),
        [] => Err(Refusal::of(
            "intervention",
            "No intervention has the name or the id that is given.",
        )),
        several => {
            let ids: Vec<_> = several.iter().map(|one| one.id.to_string()).collect();
            Err(Refusal::of(
                "intervention",
                format!(
                    "Several interventions have the name that is given: {}. Give an id.",
                    ids.join(", ")
                ),
            ))
        }
    }
}
