use chrono::{NaiveDate, NaiveTime};
use serde::Deserialize;

use super::action::Deed;
use super::build::Build;
use super::when::When;
use crate::domain::{
    Agreement, Came, CycleId, Decision, Invitee, Judged, Judgement, KeepIt, PupilId, Review,
    ReviewKind, Verdict,
};

/// A review, booked or held, with the actions agreed at it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Meeting {
    pub(super) on: When,
    pub(super) at: Option<NaiveTime>,
    #[serde(default)]
    pub(super) room: String,
    #[serde(default = "support")]
    pub(super) kind: ReviewKind,
    /// The number of the cycle it judges.
    pub(super) cycle: Option<usize>,
    #[serde(default)]
    pub(super) held: bool,
    /// Who was asked, by name.
    pub(super) invited: Vec<String>,
    /// Those of them who did not come, or sent their views; the rest came.
    #[serde(default)]
    pub(super) stayed_away: Vec<(String, Came)>,
    pub(super) papers_out: Option<When>,
    pub(super) report_sent: Option<When>,
    /// What was found, by target and with the evidence.
    #[serde(default)]
    pub(super) found: Vec<(String, Judged, String)>,
    /// What was decided about provision, by intervention and with the reason.
    #[serde(default)]
    pub(super) verdict: Vec<(String, KeepIt, String)>,
    #[serde(default)]
    pub(super) pupil_words: String,
    #[serde(default)]
    pub(super) family_words: String,
    pub(super) decision: Option<Decision>,
    #[serde(default)]
    pub(super) reason: String,
    pub(super) agreement: Option<Agreement>,
    #[serde(default)]
    pub(super) action: Vec<Deed>,
}

fn support() -> ReviewKind {
    ReviewKind::Support
}

impl Meeting {
    pub(super) fn make(
        &self,
        build: &mut Build<'_>,
        key: &str,
        pupil: PupilId,
        cycles: &[CycleId],
    ) {
        let id = build.id();
        let on = build.days.date(self.on);
        let place = self.cycle.and_then(|number| number.checked_sub(1));
        let review = Review {
            cycle: place.and_then(|place| cycles.get(place).copied()),
            at: self.at,
            room: self.room.clone(),
            invited: self
                .invited
                .iter()
                .map(|name| self.invitee(build, key, (name, on)))
                .collect(),
            papers_out_on: build.days.maybe(self.papers_out),
            held_on: self.held.then_some(on),
            judgements: self
                .found
                .iter()
                .map(|(target, judged, evidence)| Judgement {
                    target: build.targets.id(&format!("{key}/{target}")),
                    judged: *judged,
                    evidence: evidence.clone(),
                })
                .collect(),
            verdicts: self
                .verdict
                .iter()
                .map(|(intervention, keep, why)| Verdict {
                    intervention: build.interventions.id(intervention),
                    keep: *keep,
                    why: why.clone(),
                })
                .collect(),
            pupil_words: self.pupil_words.clone(),
            family_words: self.family_words.clone(),
            decision: self.decision,
            reason: self.reason.clone(),
            agreement: self.agreement,
            report_sent_on: build.days.maybe(self.report_sent),
            ..Review::booked(id, pupil, self.kind, on)
        };
        build.put(review);
        for action in &self.action {
            action.make(build, key, pupil, Some((id, self.on)));
        }
    }

    fn invitee(&self, build: &Build<'_>, key: &str, (name, on): (&str, NaiveDate)) -> Invitee {
        let away = self.stayed_away.iter().find(|(who, _)| who == name);
        let called = build.named(name, on);
        let came = away.map_or(Came::Came, |(_, came)| *came);
        Invitee {
            person: build.person(key, &called),
            name: called,
            came: self.held.then_some(came),
        }
    }
}
