//! `caseload import`: looks at a file of pupils; with `--yes`, takes in all that is not held for a decision.

use std::io::Write;
use std::path::Path;
use std::thread;
use std::time::Duration;

use super::args::Import;
use super::office::Office;
use super::progress::Progress;
use super::{Failure, Out, backup};
use crate::app::{self, Watch};
use crate::domain::Caseload;
use crate::import::{self, Intake, Preview, Report, Table, Wanted, WantedSheets};
use crate::store::backup::Why;

pub(super) fn run<W: Write>(
    office: &Office,
    args: &Import,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let mut wanted = wanted(args)?;
    let (name, table) = open(office, &args.path)?;
    let read = |wanted: &Wanted| {
        import::read_table(&table, wanted, office.now.date_naive())
            .map_err(|error| Failure::refused(format!("{name}: {error}")))
    };
    // What is no list is refused before anybody types a passphrase for it.
    let mut file = read(&wanted)?;
    let mut holding = office.open()?;
    wanted.layouts = Wanted::in_caseload(&holding.caseload).layouts;
    if !wanted.layouts.is_empty() {
        file = read(&wanted)?;
    }
    drop(table);
    let mut preview = Preview::new(&holding.desk(office.now), &name, file)?;
    preview.set_in_part(args.as_far_as_it_goes);
    for pupil in preview.leavers.clone() {
        preview.set_left(pupil, args.others_left);
    }
    if args.json {
        out.json(&Report::of(&preview, &holding.caseload))?;
    } else {
        show(&preview, &holding.caseload, out)?;
    }
    if !args.yes {
        return Ok(());
    }
    let edit = preview.edit(&holding.desk(office.now))?;
    let saved = if edit.is_empty() {
        edit.label.clone()
    } else {
        backup::make(office, &holding, Why::BeforeImport)?;
        holding.apply(&edit, None, office.now)?
    };
    if !args.json {
        out.line(&format!("Saved: {saved}."))?;
    }
    Ok(())
}

/// How the arguments want the file to be read.
fn wanted(args: &Import) -> Result<Wanted, Failure> {
    let mut wanted = Wanted::default();
    for words in &args.map {
        wanted
            .mapping
            .set_in_words(words)
            .map_err(Failure::refused)?;
    }
    wanted.sheets = match (args.all_sheets, args.sheet.is_empty()) {
        (true, _) => WantedSheets::All,
        (false, true) => WantedSheets::Only,
        (false, false) => WantedSheets::Named(args.sheet.clone()),
    };
    Ok(wanted)
}

/// Takes the file apart, and says how far it is.
fn open(office: &Office, path: &Path) -> Result<(String, Table), Failure> {
    const GLANCE: Duration = Duration::from_millis(20);
    let watch = Watch::default();
    let (seen, program, path) = (
        watch.clone(),
        office.places().program().to_owned(),
        path.to_owned(),
    );
    let reading = thread::spawn(move || app::open_list(&program, &path, &seen));
    let mut progress = Progress::standard();
    while !reading.is_finished() {
        thread::sleep(GLANCE);
        if watch.lines() > 0 {
            progress.lines(watch.lines());
        }
    }
    progress.end();
    let opened = reading
        .join()
        .map_err(|_| Failure::refused("The file could not be read. Nothing was changed."))?;
    Ok(opened?)
}

fn show<W: Write>(preview: &Preview, caseload: &Caseload, out: &mut Out<W>) -> Result<(), Failure> {
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
    for notice in preview.file.broken.iter().chain(&preview.file.notices) {
        out.line(&format!("  ! {notice}"))?;
    }
    if preview.file.broken.is_some() && !preview.is_in_part() {
        out.line("  ! Nothing is written from it, unless --as-far-as-it-goes says so.")?;
    }
    for sentence in &preview.funding {
        out.line(&format!("  ! {sentence}"))?;
    }
    for pupil in &preview.leavers {
        if let Some(pupil) = caseload.pupils.get(*pupil) {
            let left = match preview.left_on(pupil.id) {
                Some(day) => format!("left on {}", day.format("%-d %b %Y")),
                None => {
                    "nothing is done; --others-left DAY says that all of these have left".to_owned()
                }
            };
            out.line(&format!("  not in it {}: {left}", pupil.listed()))?;
        }
    }
    for column in preview.file.unknown() {
        out.line(&format!(
            "  ? the column \"{}\" is not known, and nothing is taken from it: {}. Say what it holds with --map \"{}=...\".",
            column.heading,
            column.samples.join("; "),
            column.heading
        ))?;
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
