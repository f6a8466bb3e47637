//! `caseload new`: makes a caseload.

use std::io::Write;

use super::office::Office;
use super::{Failure, Out};
use crate::app::Holding;

pub(super) fn run<W: Write>(
    office: &Office,
    school: &str,
    senco: &str,
    out: &mut Out<W>,
) -> Result<(), Failure> {
    let path = office
        .named_file()
        .map_or_else(|| office.places().new_file(), ToOwned::to_owned);
    if path.exists() {
        return Err(Failure::refused(format!(
            "{} is there already, and nothing is ever written over. Choose another place with --file.",
            path.display()
        )));
    }
    let passphrase = office.new_passphrase()?;
    Holding::create(&path, &passphrase, school, senco, office.now)?;
    out.line(&format!(
        "Made: {}. Only its passphrase opens it.",
        path.display()
    ))?;
    Ok(())
}
