use serde::Deserialize;

use super::build::Build;
use crate::domain::{CycleId, PupilId, Strategy};

/// What every adult does.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Way {
    pub(super) words: String,
    #[serde(default)]
    pub(super) who: String,
    /// The target it serves, by key.
    #[serde(default)]
    pub(super) target: String,
}

impl Way {
    pub(super) fn make(&self, build: &mut Build<'_>, key: &str, pupil: PupilId, cycle: CycleId) {
        let id = build.id();
        build.put(Strategy {
            id,
            pupil,
            cycle,
            target: build.targets.find(&format!("{key}/{}", self.target)),
            words: self.words.clone(),
            who: self.who.clone(),
            waivers: Vec::new(),
        });
    }
}
