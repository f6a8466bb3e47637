use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{Action, PupilId, ReviewId};

/// Who does what by when.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Deed {
    pub(super) what: String,
    /// By name; nobody is the SENCO.
    #[serde(default)]
    pub(super) who: String,
    /// The day it was agreed; at a review, the day of that.
    pub(super) agreed: Option<When>,
    pub(super) by: Option<When>,
    pub(super) done: Option<When>,
    #[serde(default)]
    pub(super) dropped: String,
}

impl Deed {
    pub(super) fn make(
        &self,
        build: &mut Build<'_>,
        key: &str,
        pupil: PupilId,
        review: Option<(ReviewId, When)>,
    ) {
        let id = build.id();
        let agreed = self.agreed.or(review.map(|(_, on)| on));
        let agreed_on = build.days.maybe(agreed).unwrap_or(build.days.today);
        let who = build.named(&self.who, agreed_on);
        build.put(Action {
            id,
            pupil,
            review: review.map(|(id, _)| id),
            what: self.what.clone(),
            person: build.person(key, &who),
            who,
            agreed_on,
            by: build.days.maybe(self.by),
            done_on: build.days.maybe(self.done),
            dropped: self.dropped.clone(),
        });
    }
}
