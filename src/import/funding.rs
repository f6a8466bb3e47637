use std::collections::BTreeSet;

use super::entry::Entry;
use super::import_file::ImportFile;
use crate::domain::{Caseload, PupilId, Status};

/// The most names in a sentence.
const NAMED: usize = 8;

/// What a funding schedule says against the register, as sentences: who is funded and has no EHC plan, and who has one and is
/// not funded. A list without funding says nothing.
pub(super) fn reconcile(caseload: &Caseload, file: &ImportFile, entries: &[Entry]) -> Vec<String> {
    let children = || entries.iter().zip(&file.pupils);
    let funded: Vec<_> = children()
        .filter(|(_, child)| {
            child.top_up.is_some_and(|pence| pence > 0)
                || child.funded_minutes.is_some_and(|minutes| minutes > 0)
        })
        .collect();
    if funded.is_empty() {
        return Vec::new();
    }
    let status = |entry: &Entry, said: Option<Status>| {
        let known = entry.known.filter(|_| said.is_none());
        said.or_else(|| known.map(|id| caseload.status_of(id)))
    };
    let without_plan: Vec<String> = funded
        .iter()
        .filter(|(entry, child)| status(entry, child.status) != Some(Status::E))
        .map(|(entry, _)| entry.pupil.full_name())
        .collect();
    // Whether one who may be meant is funded is known when it is answered.
    let is_funded: BTreeSet<PupilId> = funded
        .iter()
        .flat_map(|(entry, _)| entry.known.iter().chain(&entry.perhaps))
        .copied()
        .collect();
    let new = children()
        .filter(|(entry, child)| {
            entry.known.is_none()
                && child.status == Some(Status::E)
                && !funded.iter().any(|(other, _)| std::ptr::eq(*other, *entry))
        })
        .map(|(entry, _)| entry.pupil.full_name());
    let without_funding: Vec<String> = caseload
        .present()
        .filter(|pupil| caseload.status_of(pupil.id) == Status::E && !is_funded.contains(&pupil.id))
        .map(|pupil| pupil.full_name())
        .chain(new)
        .collect();
    [
        (
            "Funded in the file, and no EHC plan is known of",
            without_plan,
        ),
        (
            "With an EHC plan, and not funded in the file",
            without_funding,
        ),
    ]
    .into_iter()
    .filter(|(_, names)| !names.is_empty())
    .map(|(what, names)| format!("{what}: {}.", listed(&names)))
    .collect()
}

fn listed(names: &[String]) -> String {
    let shown = names[..names.len().min(NAMED)].join(", ");
    match names.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{shown} and {more} more"),
        _ => shown,
    }
}
