//! `caseload demo --to PATH`: makes the made-up school in a file. Without a path the screen opens it.

use std::io::Write;
use std::path::Path;

use super::office::Office;
use super::{Failure, Out};
use crate::app::{DEMO_PASSPHRASE, Holding};
use crate::store::Passphrase;

pub(super) fn run<W: Write>(office: &Office, to: &Path, out: &mut Out<W>) -> Result<(), Failure> {
    if to.exists() {
        return Err(Failure::refused(format!(
            "{} is there already, and nothing is ever written over. Choose another place.",
            to.display()
        )));
    }
    let given = office.given_passphrase()?;
    let is_given = given.is_some();
    let passphrase = given.unwrap_or_else(|| Passphrase::typed(DEMO_PASSPHRASE));
    let holding = Holding::demo(to, &passphrase, office.now)?;
    let pupils = holding.caseload.present().count();
    out.line(&format!(
        "Made: {} with {pupils} pupils, none of them real.",
        to.display()
    ))?;
    if !is_given {
        out.line(&format!("Its passphrase: {DEMO_PASSPHRASE}"))?;
    }
    Ok(())
}
