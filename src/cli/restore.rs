//! `caseload restore`: brings a backup back; what was in its place is kept.

use std::io::Write;
use std::path::Path;

use super::office::Office;
use super::{Failure, Out};
use crate::app::{self, Target};
use crate::store::Unlock;
use crate::store::backup::Backup;

pub(super) fn run<W: Write>(office: &Office, path: &Path, out: &mut Out<W>) -> Result<(), Failure> {
    // Whatever is wrong with the backup is said before anyone types a passphrase for it.
    let backup = Backup::read(path)?;
    backup.prove()?;
    let words = office.passphrase(&format!("Passphrase of {}: ", backup.made()))?;
    let unlock = Unlock::from_words(&words).map_err(|error| Failure::refused(error.to_string()))?;
    let seed = backup.seed(&unlock)?;
    let target = office.file();
    let shown = target.display().to_string();
    let restored = app::restore(
        &backup,
        &seed,
        Target::Path(target),
        false,
        &office.places().shelves(),
        office.now,
    )
    .map_err(|(error, _)| error)?;
    out.line(&format!("Brought back: {}", backup.says()))?;
    out.line(&format!("  {shown}"))?;
    if let Some(kept) = restored.kept {
        out.line("The file of before is kept:")?;
        out.line(&format!("  {}", kept.display()))?;
    }
    Ok(())
}
