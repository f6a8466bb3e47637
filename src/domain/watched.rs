//! [`Watched`]: what was looked at while a pupil was watched, and what is done with it.

mod decide;
mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Action, Caseload, PupilId, StatusPeriod, WatchPart};
pub use decide::{Decided, decide};
pub use edits::{put, remove};

/// What was looked at while a pupil was watched: a check, a thing tried, a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Watched {
    /// What.
    pub part: WatchPart,
    /// When, as far as known.
    pub on: Option<NaiveDate>,
    /// What was found.
    pub words: String,
}

/// The time of watching that a pupil's page is about: the one that runs, else the last.
pub fn period(caseload: &Caseload, pupil: PupilId) -> Option<&StatusPeriod> {
    let periods = caseload.status_periods.of(pupil);
    periods
        .filter(|period| period.watching)
        .max_by_key(|period| (period.to.is_none(), period.from, period.id))
}

/// The days on which she is to be looked at again, the next first.
pub fn looks(caseload: &Caseload, pupil: PupilId) -> Vec<&Action> {
    let actions = caseload.actions.of(pupil);
    let mut looks: Vec<&Action> = actions
        // "Look again with the class teacher" is one too.
        .filter(|action| action.is_open() && action.what.starts_with(Action::LOOK_AGAIN))
        .collect();
    looks.sort_by_key(|action| (action.by.is_none(), action.by, action.id));
    looks
}

/// Whether a pupil is given targeted provision on a day: a place in a group that runs, of the second wave or the third.
pub fn is_targeted(caseload: &Caseload, pupil: PupilId, on: NaiveDate) -> bool {
    let places = caseload.places.of(pupil).filter(|place| place.covers(on));
    let runs = places.filter_map(|place| caseload.interventions.get(place.intervention));
    let mut provisions = runs
        .filter(|run| run.began_on <= on && run.ends_on.is_none_or(|ends| ends >= on))
        .filter_map(|run| caseload.provisions.get(run.provision));
    provisions.any(|provision| provision.wave > 1)
}

#[cfg(test)]
mod tests;
