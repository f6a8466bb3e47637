//! The edits that write down what was looked at.

use super::{Watched, period};
use crate::domain::{Code as _, Desk, Edit, PupilId, Refusal, StatusPeriod};

/// The edit that writes down what was looked at; `at` is its place among what is written already, none for something new.
///
/// # Errors
/// When nothing is said, its day has not come yet, or the pupil was never watched.
pub fn put(
    desk: &Desk<'_>,
    pupil: PupilId,
    at: Option<usize>,
    watched: Watched,
) -> Result<Edit, Refusal> {
    desk.has_come("on", watched.on)?;
    if watched.words.is_empty() && watched.on.is_none() {
        return Err(Refusal::of(
            "words",
            "Type what was found, or at least when it was looked at.",
        ));
    }
    let name = desk.caseload.pupil(pupil)?.full_name();
    let period = held(desk, pupil)?;
    let label = format!("{name}: {}", watched.part.label().to_lowercase());
    let mut all = period.watched.clone();
    match at.and_then(|at| all.get_mut(at)) {
        Some(before) => *before = watched,
        None => all.push(watched),
    }
    Ok(write(period, label, all))
}

/// The edit that takes it away.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, pupil: PupilId, at: usize) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(pupil)?.full_name();
    let period = held(desk, pupil)?;
    let mut all = period.watched.clone();
    if at >= all.len() {
        return Err(Refusal::new(
            "This is no longer in the record. Ctrl+Z may bring it back.",
        ));
    }
    let gone = all.remove(at);
    let label = format!("{name}: {} removed", gone.part.label().to_lowercase());
    Ok(write(period, label, all))
}

fn held<'a>(desk: &Desk<'a>, pupil: PupilId) -> Result<&'a StatusPeriod, Refusal> {
    period(desk.caseload, pupil).ok_or_else(|| {
        Refusal::new("This pupil is not watched. n on the page Status says so, with a first day.")
    })
}

fn write(period: &StatusPeriod, label: String, watched: Vec<Watched>) -> Edit {
    let edit = Edit::new(label);
    if watched == period.watched {
        return edit;
    }
    edit.put(StatusPeriod {
        watched,
        ..period.clone()
    })
}
