//! `caseload record`.

use std::io::{BufRead, Write};

use super::office::Office;
use super::{Failure, Out};

pub(super) fn run<W: Write>(
    _office: &Office,
    _input: &mut impl BufRead,
    _json: bool,
    _out: &mut Out<W>,
) -> Result<(), Failure> {
    Err(Failure::usage("Nothing can be recorded from a script yet."))
}
