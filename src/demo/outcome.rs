use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{Area, Outcome, OutcomeId, OutcomeSource, PupilId};

/// A long-term aim.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LongAim {
    /// What targets call it.
    pub(super) key: String,
    pub(super) area: Option<Area>,
    /// As section E has it.
    #[serde(default)]
    pub(super) code: String,
    pub(super) words: String,
    pub(super) source: OutcomeSource,
    pub(super) by: Option<When>,
}

impl LongAim {
    pub(super) fn make(&self, build: &mut Build<'_>, pupil: PupilId) -> OutcomeId {
        let id = build.id();
        build.put(Outcome {
            id,
            pupil,
            area: self.area,
            code: self.code.clone(),
            words: self.words.clone(),
            source: self.source,
            by: build.days.maybe(self.by),
            ended_on: None,
        });
        id
    }
}
