//! A process of ours that works on a file, for a trial to watch, stop or kill: this same program, told so by its
//! environment.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

#[cfg(unix)]
use super::rekeyed;
#[cfg(target_os = "linux")]
use super::{
    attached, given_back, hands_off, power_cut, refused, rubbish, synced, unclean, untold,
    versions, writers,
};
use super::{backup, killed, taken_back};

const WORK: &str = "CASELOAD_TEST_WORK";
const FILE: &str = "CASELOAD_TEST_FILE";

/// What a worker does with its file.
pub type Work = fn(&Path);

/// What a worker can be told to do, by name.
fn works() -> Vec<(&'static str, Work)> {
    let mut works: Vec<(&str, Work)> = vec![("edits", killed::edits_for_ever)];
    works.extend(backup::works());
    works.extend(taken_back::WORKS);
    #[cfg(target_os = "linux")]
    {
        works.extend(power_cut::works().chain(refused::works()));
        works.extend(unclean::WORKS.into_iter().chain(writers::WORKS));
        works.extend(hands_off::WORKS.into_iter().chain(synced::WORKS));
        works.extend(versions::WORKS.into_iter().chain(rubbish::WORKS));
        works.extend(untold::WORKS.into_iter().chain(attached::WORKS));
        works.push(("fault", given_back::has_a_fault));
    }
    #[cfg(unix)]
    works.push(("rekeys", rekeyed::changes_for_ever));
    works
}

/// Whether this process is a worker.
pub fn is_one() -> bool {
    std::env::var_os(WORK).is_some()
}

/// Does the work this process was told to do.
pub fn work() -> ExitCode {
    let told: Option<OsString> = std::env::var_os(WORK);
    let file = std::env::var_os(FILE).map(PathBuf::from);
    let known = works()
        .into_iter()
        .find(|(name, _)| told.as_deref() == Some(name.as_ref()));
    match (known, file) {
        (Some((_, does)), Some(file)) => {
            does(&file);
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}

/// A process that does this work on a file, not yet started.
pub fn doing(work: &str, file: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this program"));
    command.env(WORK, work).env(FILE, file);
    command
}
