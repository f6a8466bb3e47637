use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::incoming::Incoming;
use super::intake::Intake;
use super::line_counts::LineCounts;
use super::parent_told::ParentTold;
use super::preview::Preview;
use crate::domain::{Caseload, Status};

/// A preview for other programs, as `import --json` prints it. Fields are added, never renamed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    version: u32,
    file: FileReport,
    counts: LineCounts,
    pupils: Vec<PupilReport>,
    skipped: Vec<SkippedReport>,
    leavers: Vec<LeaverReport>,
    left_out: Vec<String>,
    notices: Vec<String>,
}

/// How the file is written.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct FileReport {
    encoding: Option<String>,
    delimiter: Option<String>,
    heading_line: u32,
    sheet: Option<String>,
}

/// One child, as the file tells of her, and what becomes of her.
#[derive(Clone, Debug, PartialEq, Serialize)]
struct PupilReport {
    lines: Vec<u32>,
    action: Intake,
    id: Option<String>,
    upn: Option<String>,
    adno: Option<String>,
    surname: Option<String>,
    forename: Option<String>,
    preferred: Option<String>,
    dob: Option<NaiveDate>,
    year: Option<&'static str>,
    class: Option<String>,
    sex: Option<&'static str>,
    status: Option<Status>,
    watching: bool,
    status_since: Option<NaiveDate>,
    next_review: Option<NaiveDate>,
    parent_told: Option<String>,
    top_up: Option<i64>,
    funded_minutes: Option<i64>,
    needs: Vec<String>,
    flags: FlagsReport,
    language: Option<String>,
    authority: Option<String>,
    plan_made: Option<NaiveDate>,
    notes: BTreeMap<String, String>,
    changes: Vec<ChangeReport>,
    questions: Vec<String>,
    notices: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct FlagsReport {
    pp: Option<bool>,
    fsm: Option<bool>,
    eal: Option<bool>,
    cla: Option<bool>,
    cla_before: Option<bool>,
    service: Option<bool>,
    young_carer: Option<bool>,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct ChangeReport {
    what: &'static str,
    before: Option<String>,
    after: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct SkippedReport {
    line: u32,
    reason: String,
}

#[derive(Clone, Debug, PartialEq, Serialize)]
struct LeaverReport {
    id: String,
    name: String,
}

impl Report {
    /// The report of a preview that was made with this register.
    pub fn of(preview: &Preview, caseload: &Caseload) -> Self {
        let file = &preview.file;
        let entries = || preview.entries.iter().zip(&file.pupils);
        let mut skipped: Vec<SkippedReport> = file
            .skipped
            .iter()
            .map(|skipped| SkippedReport {
                line: skipped.line,
                reason: skipped.reason.clone(),
            })
            .collect();
        let left_out = entries().filter(|(entry, _)| entry.intake == Intake::LeaveOut);
        skipped.extend(
            left_out
                .flat_map(|(_, child)| &child.lines)
                .map(|&line| SkippedReport {
                    line,
                    reason: "left out".to_owned(),
                }),
        );
        skipped.sort_by_key(|skipped| skipped.line);
        let unknown = file.unknown().map(|column| {
            format!(
                "The column \"{}\" is not known and nothing was taken from it.",
                column.heading
            )
        });
        Self {
            version: 1,
            file: FileReport {
                encoding: file.encoding.map(|encoding| encoding.to_string()),
                delimiter: file.delimiter.map(|delimiter| delimiter.to_string()),
                heading_line: file.heading_line,
                sheet: Some(file.sheets.join(", ")).filter(|sheets| !sheets.is_empty()),
            },
            counts: preview.counts(),
            pupils: entries()
                .filter(|(entry, _)| entry.intake != Intake::LeaveOut)
                .map(|(entry, child)| PupilReport {
                    action: entry.intake,
                    id: entry.known.map(|id| id.to_string()),
                    changes: entry
                        .changes
                        .iter()
                        .map(|change| ChangeReport {
                            what: change.what,
                            before: Some(change.before.clone()).filter(|words| !words.is_empty()),
                            after: change.after.clone(),
                        })
                        .collect(),
                    questions: entry.questions.iter().map(|asked| asked.words()).collect(),
                    ..PupilReport::of(child)
                })
                .collect(),
            skipped,
            leavers: preview
                .leavers
                .iter()
                .filter_map(|id| caseload.pupils.get(*id))
                .map(|pupil| LeaverReport {
                    id: pupil.id.to_string(),
                    name: pupil.listed(),
                })
                .collect(),
            left_out: file.left_out.clone(),
            notices: file
                .broken
                .iter()
                .chain(&file.notices)
                .chain(&preview.funding)
                .cloned()
                .chain(unknown)
                .collect(),
        }
    }
}

impl PupilReport {
    fn of(child: &Incoming) -> Self {
        let flags = child.flags;
        Self {
            lines: child.lines.clone(),
            action: Intake::Same,
            id: None,
            upn: child.upn.clone(),
            adno: child.adno.clone(),
            surname: child.surname.clone(),
            forename: child.forename.clone(),
            preferred: child.preferred.clone(),
            dob: child.dob,
            year: child.year.map(|year| year.code()),
            class: child.class.clone(),
            sex: child.sex.map(|sex| sex.code()),
            status: child.status,
            watching: child.watching,
            status_since: child.status_since,
            next_review: child.next_review,
            parent_told: child.parent_told.map(|told| match told {
                ParentTold::Yes => "yes".to_owned(),
                ParentTold::On(day) => day.to_string(),
            }),
            top_up: child.top_up,
            funded_minutes: child.funded_minutes,
            needs: child
                .needs
                .iter()
                .map(|need| need.as_str().to_owned())
                .collect(),
            flags: FlagsReport {
                pp: flags.pp,
                fsm: flags.fsm,
                eal: flags.eal,
                cla: flags.cla,
                cla_before: flags.cla_before,
                service: flags.service,
                young_carer: flags.young_carer,
            },
            language: child.language.clone(),
            authority: child.authority.clone(),
            plan_made: child.plan_made,
            notes: child
                .notes
                .iter()
                .map(|note| (note.heading.clone(), note.words.clone()))
                .collect(),
            changes: Vec::new(),
            questions: Vec::new(),
            notices: child.notices.clone(),
        }
    }
}
