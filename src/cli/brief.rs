//! `caseload brief`.

use std::io::Write;

use super::office::{self, Office};
use super::{Failure, Out};

pub(super) fn run<W: Write>(
    office: &Office,
    name: &[String],
    _json: bool,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let holding = office.open()?;
    let pupil = office::pupil(&holding, name)?;
    out.lines(&pupil.full_name())?;
    Ok(())
}
