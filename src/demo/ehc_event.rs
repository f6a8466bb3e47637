use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{EhcEvent, EhcStep, PupilId};

/// A dated step of an EHC assessment or plan.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) step: EhcStep,
    pub(super) on: When,
    #[serde(default)]
    pub(super) note: String,
}

impl Step {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) {
        let id = build.id();
        build.put(EhcEvent {
            id,
            pupil,
            step: self.step,
            on: build.days.date(self.on),
            note: self.note.clone(),
        });
    }
}
