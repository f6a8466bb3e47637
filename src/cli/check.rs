//! `caseload check`: checks every page and every record of the file.

use std::io::Write;

use serde::Serialize;

use super::office::Office;
use super::{Failure, Out, VERSION};
use crate::store::Problem;

#[derive(Debug, Serialize)]
struct Report {
    version: u32,
    ok: bool,
    problems: Vec<Problem>,
}

pub(super) fn run<W: Write>(office: &Office, json: bool, out: &mut Out<W>) -> Result<(), Failure> {
    let holding = office.open()?;
    let problems = holding
        .store()
        .map(|store| store.check())
        .transpose()?
        .unwrap_or_default();
    let ok = problems.is_empty();
    if json {
        out.json(&Report {
            version: VERSION,
            ok,
            problems,
        })?;
    } else if ok {
        out.line("The file is good: every page, every record, every tie between them, and the search index.")?;
    } else {
        for problem in &problems {
            out.line(&format!(
                "! {}: {}. To mend it: {}.",
                problem.place, problem.what, problem.repair
            ))?;
        }
    }
    if ok {
        Ok(())
    } else {
        Err(Failure::damaged(
            "The file is damaged. Nothing was changed.",
        ))
    }
}
