use serde::Deserialize;

use super::build::Build;
use super::when::When;
use crate::domain::{PupilId, Referral};

/// Something asked of somebody outside.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    pub(super) what: String,
    pub(super) of: String,
    pub(super) on: When,
    pub(super) due: Option<When>,
    #[serde(default)]
    pub(super) consent: String,
    pub(super) consent_on: Option<When>,
    pub(super) sent: Option<When>,
    #[serde(default)]
    pub(super) answer: String,
    pub(super) answered: Option<When>,
    #[serde(default)]
    pub(super) chased: Vec<When>,
    pub(super) received: Option<When>,
    #[serde(default)]
    pub(super) dropped: String,
}

impl Asked {
    pub(super) fn make(&self, build: &mut Build<'_>, key: &str, pupil: PupilId) {
        let id = build.id();
        let days = &build.days;
        let asked_on = days.date(self.on);
        let of = build.named(&self.of, asked_on);
        build.put(Referral {
            what: self.what.clone(),
            person: build.person(key, &of),
            of,
            consent_by: self.consent.clone(),
            consent_on: days.maybe(self.consent_on),
            sent_on: days.maybe(self.sent),
            due_on: days.maybe(self.due),
            chased_on: self.chased.iter().map(|when| days.date(*when)).collect(),
            answer: self.answer.clone(),
            answered_on: days.maybe(self.answered),
            received_on: days.maybe(self.received),
            dropped: self.dropped.clone(),
            ..Referral::new(id, pupil, asked_on)
        });
    }
}
