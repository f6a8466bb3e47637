//! `caseload export`: everything as CSV and JSON in a new folder, or the register or the access arrangements as a
//! spreadsheet.

use std::fs;
use std::io::Write;
use std::path::Path;

use strum::VariantArray as _;

use super::office::Office;
use super::{Failure, Out};
use crate::documents::{access, everything, register};
use crate::domain::{Caseload, Kind, PupilId};
use crate::os::files;
use crate::store::Store;

/// Writes all records: two files for each kind, readable to this user alone.
pub(super) fn all<W: Write>(
    office: &Office,
    folder: &Path,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let is_free = match fs::read_dir(folder) {
        Ok(mut inside) => inside.next().is_none(),
        Err(_) => !folder.exists(),
    };
    if !is_free {
        return Err(Failure::refused(format!(
            "{} is no empty folder, and nothing is written over. Name a new folder.",
            folder.display()
        )));
    }
    let holding = office.open()?;
    let Some(store) = holding.store() else {
        return Err(Failure::refused("No caseload is open."));
    };
    let not_written = |error: std::io::Error| {
        Failure::refused(format!(
            "{} can't be written: {error}. Delete what is in it and try again.",
            folder.display()
        ))
    };
    files::create_private_folder(folder).map_err(not_written)?;
    let (mut kinds, mut records) = (0, 0);
    for &kind in Kind::VARIANTS {
        let name: &str = kind.into();
        let every = store.every(kind)?;
        if every.is_empty() {
            continue;
        }
        let told = |error: serde_json::Error| not_written(error.into());
        let json = everything::json(&every).map_err(told)?;
        let csv = everything::csv(&every).map_err(told)?;
        for (ending, text) in [("json", json), ("csv", csv)] {
            let path = folder.join(format!("{name}.{ending}"));
            files::replace(&path, text.as_bytes()).map_err(not_written)?;
        }
        kinds += 1;
        records += every.len();
    }
    let attached = documents(store, &holding.caseload, &folder.join("documents"))?;
    out.line(&format!(
        "Exported {records} records of {kinds} kinds to {}.",
        folder.display()
    ))?;
    if attached > 0 {
        out.line(&format!(
            "What {attached} documents hold is in its folder \"documents\", each under its id."
        ))?;
    }
    warn(out)
}

/// Writes what documents hold, each under its id: names may be anything. Gives how many there are.
fn documents(store: &Store, caseload: &Caseload, folder: &Path) -> Result<usize, Failure> {
    let not_written = |error: std::io::Error| {
        Failure::refused(format!("{} can't be written: {error}.", folder.display()))
    };
    for document in caseload.documents.iter() {
        files::create_private_folder(folder).map_err(not_written)?;
        let content = store.content(document)?.ok_or_else(|| {
            Failure::refused(format!(
                "What document {} holds is not as it was attached. caseload check says more.",
                document.id
            ))
        })?;
        let name = format!("{}.{}", document.id, document.format.ending());
        files::replace(&folder.join(name), &content).map_err(not_written)?;
    }
    Ok(caseload.documents.len())
}

/// Writes the register as CSV or as a workbook, by the ending of the file's name.
pub(super) fn register<W: Write>(
    office: &Office,
    path: &Path,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let ending = path.extension().map(|ending| ending.to_ascii_lowercase());
    let is_book = match ending.as_ref().and_then(|ending| ending.to_str()) {
        Some("csv") => false,
        Some("xlsx") => true,
        _ => {
            return Err(Failure::usage(
                "The file's name says how the register is written: end it in .csv or .xlsx.",
            ));
        }
    };
    is_free(path)?;
    let holding = office.open()?;
    let caseload = &holding.caseload;
    let mut pupils: Vec<_> = caseload.present().collect();
    pupils.sort_by_key(|pupil| pupil.listed());
    let pupils: Vec<PupilId> = pupils.into_iter().map(|pupil| pupil.id).collect();
    let rows = register::rows(caseload, &pupils);
    let bytes = match is_book {
        true => register::xlsx(&rows).map_err(|error| {
            Failure::refused(format!("The workbook can't be made: {error}. Try .csv."))
        })?,
        false => register::csv(rows).into_bytes(),
    };
    write(path, &bytes)?;
    out.line(&format!(
        "Exported {} pupils to {}.",
        pupils.len(),
        path.display()
    ))?;
    warn(out)
}

/// Writes the access arrangements of all pupils as CSV.
pub(super) fn access<W: Write>(
    office: &Office,
    path: &Path,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let ending = path.extension();
    if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return Err(Failure::usage(
            "Access arrangements are written as CSV: end the file's name in .csv.",
        ));
    }
    is_free(path)?;
    let holding = office.open()?;
    let desk = holding.desk(office.now);
    let count = access::wanted(&desk, |_| true).count();
    write(path, access::csv(&desk, |_| true).as_bytes())?;
    out.line(&format!(
        "Exported {count} access arrangements to {}.",
        path.display()
    ))?;
    warn(out)
}

/// Nothing is written over.
fn is_free(path: &Path) -> Result<(), Failure> {
    if !path.exists() {
        return Ok(());
    }
    Err(Failure::refused(format!(
        "{} is there already, and nothing is written over. Give another name.",
        path.display()
    )))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    files::replace(path, bytes)
        .map_err(|error| Failure::refused(format!("{} can't be written: {error}.", path.display())))
}

fn warn<W: Write>(out: &mut Out<W>) -> Result<(), Failure> {
    Ok(out.line(
        "It is not encrypted: keep it where only those may read it who need to, and delete it when it has served.",
    )?)
}
