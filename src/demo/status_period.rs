use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{PupilId, Status, StatusPeriod};

/// A time at one SEN status.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Standing {
    pub(super) status: Status,
    #[serde(default)]
    pub(super) watching: bool,
    pub(super) from: Option<When>,
    pub(super) to: Option<When>,
    #[serde(default)]
    pub(super) reason: String,
    /// The parent was told, on a day nobody wrote down.
    #[serde(default)]
    pub(super) told: bool,
    pub(super) told_on: Option<When>,
}

impl Standing {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        build.put(StatusPeriod {
            id,
            pupil,
            status: self.status,
            watching: self.watching,
            from: build.days.maybe(self.from),
            to: build.days.maybe(self.to),
            reason: self.reason.clone(),
            parent_told: self.told || self.told_on.is_some(),
            parent_told_on: build.days.maybe(self.told_on),
            watched: Vec::new(),
        });
    }
}
