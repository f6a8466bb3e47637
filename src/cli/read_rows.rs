//! `caseload read-rows`: what this program starts itself as, to take somebody else's file apart. It opens nothing: the file comes
//! in by standard input, and its rows go out by standard output.

use std::io::{self, BufWriter};

use super::Failure;
use crate::app;

#[expect(
    clippy::disallowed_methods,
    reason = "another process of this program reads it, no terminal"
)]
pub(super) fn run() -> Result<(), Failure> {
    let mut rows = BufWriter::new(io::stdout().lock());
    Ok(app::answer_reader(&mut io::stdin().lock(), &mut rows)?)
}
