//! `caseload import`.

use std::io::Write;
use std::path::Path;

use super::office::Office;
use super::{Failure, Out};

pub(super) fn run<W: Write>(
    _office: &Office,
    path: &Path,
    _yes: bool,
    _json: bool,
    _out: &mut Out<W>,
) -> Result<(), Failure> {
    Err(Failure::usage(format!(
        "{} can't be imported yet.",
        path.display()
    )))
}
