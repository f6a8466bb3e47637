//! `caseload read-rows`: what this program starts itself as, to take somebody else's file apart. It opens nothing: the file comes
//! in by standard input, and its rows go out by standard output.

use std::io::{self, BufWriter, IsTerminal as _};

use super::Failure;
use crate::app;

#[expect(
    clippy::disallowed_methods,
    reason = "another process of this program reads it, never a terminal"
)]
pub(super) fn run() -> Result<(), Failure> {
    let to = io::stdout();
    if to.is_terminal() {
        return Err(Failure::usage(
            "read-rows is what Caseload calls itself as. To read a list: caseload import FILE",
        ));
    }
    let mut rows = BufWriter::new(to.lock());
    Ok(app::answer_reader(&mut io::stdin().lock(), &mut rows)?)
}
