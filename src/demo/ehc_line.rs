use serde::Deserialize;

use super::build::Build;
use super::keys::Keys;
use crate::domain::ehc_line::Means;
use crate::domain::{EhcLine, Outcome, PupilId};

/// A line of section F.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Specified {
    /// The outcome it serves, by key.
    pub(super) outcome: String,
    pub(super) words: String,
    #[serde(default)]
    pub(super) amount: String,
    #[serde(default)]
    pub(super) who: String,
    /// The intervention that gives it, by key.
    #[serde(default)]
    pub(super) intervention: String,
}

impl Specified {
    pub(super) fn make(
        &self,
        build: &mut Build<'_>,
        key: &str,
        pupil: PupilId,
        outcomes: &Keys<Outcome>,
    ) {
        let id = build.id();
        let who = build.named(&self.who, build.days.today);
        let person = build.person(key, &who);
        let run = build.interventions.find(&self.intervention);
        build.put(EhcLine {
            outcome: outcomes.find(&self.outcome),
            words: self.words.clone(),
            amount: self.amount.clone(),
            person,
            who,
            means: run.map(Means::Intervention),
            ..EhcLine::new(id, pupil)
        });
    }
}
