use serde::Deserialize;

use super::build::Build;
use super::keys::Keys;
use super::strategy::Way;
use super::target::Aim;
use super::when::When;
use crate::domain::{Cycle, CycleId, Outcome, PupilId};

/// One turn of Assess, Plan, Do, Review.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Turn {
    pub(super) began: When,
    #[serde(default)]
    pub(super) light: bool,
    #[serde(default)]
    pub(super) teacher_view: String,
    #[serde(default)]
    pub(super) progress: String,
    #[serde(default)]
    pub(super) barriers: String,
    #[serde(default)]
    pub(super) family_view: String,
    #[serde(default)]
    pub(super) pupil_view: String,
    #[serde(default)]
    pub(super) advice: String,
    pub(super) assessed: Option<When>,
    #[serde(default)]
    pub(super) expected: String,
    #[serde(default)]
    pub(super) home: String,
    pub(super) agreed: Option<When>,
    pub(super) planned: Option<When>,
    pub(super) review: Option<When>,
    pub(super) reviewed: Option<When>,
    #[serde(default)]
    pub(super) target: Vec<Aim>,
    #[serde(default)]
    pub(super) strategy: Vec<Way>,
}

impl Turn {
    pub(super) fn make(
        &self,
        build: &mut Build<'_>,
        key: &str,
        (pupil, number): (PupilId, u32),
        outcomes: &Keys<Outcome>,
    ) -> CycleId {
        let days = &build.days;
        let id = build.id();
        build.put(Cycle {
            id,
            pupil,
            number,
            began_on: days.date(self.began),
            light: self.light,
            teacher_view: self.teacher_view.clone(),
            progress: self.progress.clone(),
            barriers: self.barriers.clone(),
            family_view: self.family_view.clone(),
            pupil_view: self.pupil_view.clone(),
            advice: self.advice.clone(),
            assessed_on: days.maybe(self.assessed),
            expected: self.expected.clone(),
            home: self.home.clone(),
            agreed_on: days.maybe(self.agreed),
            planned_on: days.maybe(self.planned),
            review_on: days.maybe(self.review),
            reviewed_on: days.maybe(self.reviewed),
        });
        for (target, place) in self.target.iter().zip(1..) {
            target.make(build, key, (pupil, id, place), outcomes);
        }
        for strategy in &self.strategy {
            strategy.make(build, key, pupil, id);
        }
        id
    }
}
