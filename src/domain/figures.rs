//! [`Figures`]: what the log says that standings are made of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{
    Caseload, InterventionId, Place, PupilId, Reading, SessionMarks, Target, TargetId, Voices,
};

/// What the log says about some pupils, or all, that their [`Standing`](super::Standing) is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// The sessions recorded of each intervention, with the marks of these pupils.
    pub sessions: BTreeMap<InterventionId, Vec<SessionMarks>>,
    /// The latest measure of each target.
    pub readings: BTreeMap<TargetId, Reading>,
    /// Who was last heard about each pupil.
    pub voices: BTreeMap<PupilId, Voices>,
}

impl Figures {
    /// The sessions recorded of an intervention.
    pub fn sessions_of(&self, intervention: InterventionId) -> &[SessionMarks] {
        self.sessions.get(&intervention).map_or(&[], Vec::as_slice)
    }

    /// The latest measure of a target; of one that goes on with an earlier target, the latest of either.
    pub fn reading_of(&self, caseload: &Caseload, target: &Target) -> Option<Reading> {
        line_of(caseload, target)
            .iter()
            .filter_map(|target| self.readings.get(target))
            .copied()
            .reduce(|one, other| if other.on > one.on { other } else { one })
    }
}

/// A target and those it goes on with, the newest first.
pub fn line_of(caseload: &Caseload, target: &Target) -> Vec<TargetId> {
    let mut line = vec![target.id];
    let mut before = target.carried_from;
    while let Some(id) = before.filter(|id| !line.contains(id)) {
        line.push(id);
        before = caseload
            .targets
            .get(id)
            .and_then(|target| target.carried_from);
    }
    line
}

/// The places a pupil's standing tells of: those that have not ended, and those that ended since her newest cycle began.
pub fn places_of(caseload: &Caseload, pupil: PupilId, today: NaiveDate) -> Vec<&Place> {
    let began_on = caseload.cycle_now(pupil).map(|cycle| cycle.began_on);
    let since = began_on.map_or(today, |on| on.min(today));
    let ended_before = |place: &&Place| {
        let intervention = caseload.interventions.get(place.intervention);
        let ends_on = intervention.and_then(|intervention| intervention.ends_on);
        [place.to, ends_on].into_iter().flatten().min() < Some(since)
            && (place.to.is_some() || ends_on.is_some())
    };
    caseload
        .places
        .of(pupil)
        .filter(|place| !ended_before(place))
        .collect()
}

/// The interventions whose sessions the standings of these pupils are made of.
pub fn interventions_of(
    caseload: &Caseload,
    pupils: impl IntoIterator<Item = PupilId>,
    today: NaiveDate,
) -> BTreeSet<InterventionId> {
    pupils
        .into_iter()
        .flat_map(|pupil| places_of(caseload, pupil, today))
        .map(|place| place.intervention)
        .collect()
}

/// The targets whose measures the standings of these pupils are made of: those of the newest cycle, and those they go on
/// with.
pub fn targets_of(
    caseload: &Caseload,
    pupils: impl IntoIterator<Item = PupilId>,
) -> BTreeSet<TargetId> {
    pupils
        .into_iter()
        .filter_map(|pupil| caseload.cycle_now(pupil))
        .flat_map(|cycle| caseload.targets_of(cycle))
        .flat_map(|target| line_of(caseload, target))
        .collect()
}
