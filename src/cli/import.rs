//! `caseload import`: looks at a file of pupils; with `--yes`, takes in all that is not held for a decision.

use std::io::Write;
use std::path::Path;

use super::office::Office;
use super::{Failure, Out, backup};
use crate::app;
use crate::import::{Intake, Preview, Report};
use crate::store::backup::Why;

pub(super) fn run<W: Write>(
    office: &Office,
    path: &Path,
    yes: bool,
    json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let (name, file) = app::read_list(path, office.now.date_naive())?;
    let mut holding = office.open()?;
    let preview = Preview::new(&holding.desk(office.now), &name, file)?;
    if json {
        out.json(&Report::of(&preview, &holding.caseload))?;
    } else {
        show(&preview, out)?;
    }
    if !yes {
        return Ok(());
    }
    let edit = preview.edit()?;
    let saved = if edit.is_empty() {
        edit.label.clone()
    } else {
        backup::make(office, &holding, Why::BeforeImport)?;
        holding.apply(&edit, None, office.now)?
    };
    if !json {
        out.line(&format!("Saved: {saved}."))?;
    }
    Ok(())
}

fn show<W: Write>(preview: &Preview, out: &mut Out<W>) -> Result<(), Failure> {
    out.line(&format!("{}: {}", preview.name, preview.counted()))?;
    for (entry, child) in preview.entries.iter().zip(&preview.file.pupils) {
        let intake = match entry.intake {
            Intake::Add => "new",
            Intake::Change => "changed",
            Intake::Same => "the same",
            Intake::Hold => "held",
            Intake::LeaveOut => "left out",
        };
        out.line(&format!("  {intake:<9} {}", child.listed()))?;
        for change in &entry.changes {
            let before = if change.before.is_empty() {
                "nothing"
            } else {
                &change.before
            };
            out.line(&format!(
                "              {}: {before} -> {}",
                change.what, change.after
            ))?;
        }
        for notice in &child.notices {
            out.line(&format!("            ~ {notice}"))?;
        }
        if entry.intake == Intake::Hold {
            for question in &entry.questions {
                out.line(&format!("            ? {}", question.words()))?;
            }
        }
    }
    for skipped in &preview.file.skipped {
        out.line(&format!(
            "  skipped   line {}: {}",
            skipped.line, skipped.reason
        ))?;
    }
    if !preview.file.left_out.is_empty() {
        out.line(&format!(
            "  left out, never stored: {}",
            preview.file.left_out.join(", ")
        ))?;
    }
    Ok(())
}
