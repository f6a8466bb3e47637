//! `caseload backup`: makes a backup and checks it; with `--to`, copies it there and reads it back.

use std::io::Write;
use std::path::Path;

use super::office::Office;
use super::{Failure, Out};
use crate::app::Holding;
use crate::store::backup::{Backup, Care, Shelf, Why};

pub(super) fn run<W: Write>(
    office: &Office,
    to: Option<&Path>,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let Some(backup) = make(office, &holding, Why::Asked)? else {
        return Err(Failure::refused("There is nothing to back up."));
    };
    out.line(&format!("Backed up and checked: {}", backup.says()))?;
    out.line(&format!("  {}", backup.path.display()))?;
    if let Some(folder) = to {
        let copy = backup.copy_to(folder)?;
        Shelf::of(
            &office.places().shelves(),
            &backup.manifest.contents.caseload,
        )
        .note(|book| book.off_line_at = Some(office.now));
        out.line("Copied, and read back:")?;
        out.line(&format!("  {}", copy.path.display()))?;
    }
    Ok(())
}

/// Makes a backup of the open caseload.
pub(super) fn make(
    office: &Office,
    holding: &Holding,
    why: Why,
) -> Result<Option<Backup>, Failure> {
    let Some(store) = holding.store() else {
        return Ok(None);
    };
    let snapshot = store.snapshot(&office.places().shelves(), why, office.now)?;
    let school = holding.caseload.school();
    let terms = school.map(|school| school.terms.iter().map(|term| (term.first, term.last)));
    let care = Care {
        second: None,
        terms: terms.into_iter().flatten().collect(),
        now: office.now,
    };
    Ok(Some(snapshot.keep(&care)?))
}
