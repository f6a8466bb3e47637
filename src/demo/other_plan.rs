use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{HealthPart, OtherPlan, OtherPlanKind, PupilId};

/// A healthcare plan, or another plan beside the SEN support plan and the EHC plan.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Planned {
    pub(super) kind: OtherPlanKind,
    #[serde(default)]
    pub(super) what: String,
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) owner: String,
    pub(super) since: Option<When>,
    pub(super) review: Option<When>,
    pub(super) ends: Option<When>,
    #[serde(default)]
    pub(super) parts: Vec<(HealthPart, String)>,
}

impl Planned {
    pub(super) fn make(&self, build: &mut Build<'_>, key: &str, pupil: PupilId) {
        let id = build.id();
        let owner = build.named(&self.owner, build.days.today);
        let person = build.person(key, &owner);
        let days = &build.days;
        build.put(OtherPlan {
            what: self.what.clone(),
            words: self.words.clone(),
            since: days.maybe(self.since),
            review_on: days.maybe(self.review),
            ends_on: days.maybe(self.ends),
            parts: self.parts.clone(),
            person,
            owner,
            ..OtherPlan::new(id, pupil, self.kind)
        });
    }
}
