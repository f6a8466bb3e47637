use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{Diagnosis, PupilId};

/// A diagnosis, or the way toward one.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Pathway {
    pub(super) what: String,
    pub(super) suspected: Option<When>,
    pub(super) referred: Option<When>,
    #[serde(default)]
    pub(super) to: String,
    pub(super) waiting: Option<When>,
    pub(super) confirmed: Option<When>,
    #[serde(default)]
    pub(super) by: String,
}

impl Pathway {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        let days = &build.days;
        build.put(Diagnosis {
            what: self.what.clone(),
            suspected_on: days.maybe(self.suspected),
            referred_on: days.maybe(self.referred),
            referred_to: build.named(&self.to, days.today),
            waiting_since: days.maybe(self.waiting),
            confirmed_on: days.maybe(self.confirmed),
            confirmed_by: build.named(&self.by, days.today),
            ..Diagnosis::new(id, pupil)
        });
    }
}
