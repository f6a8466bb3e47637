//! How an earlier cycle stood at its end.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::{
    Cycle, Desk, Dossier, Figures, Place, PlaceId, Reading, Run, SessionMarks, Standing, TargetId,
    TargetNow,
};

impl Standing {
    /// Where a pupil stood at the end of an earlier cycle: its targets, with what had been measured by then, and her places
    /// in interventions, with what was promised and given within it. All else is as it is now.
    pub fn at_end_of(desk: &Desk<'_>, cycle: &Cycle, dossier: &Dossier) -> Self {
        let caseload = desk.caseload;
        let last = cycle.last_day(caseload).unwrap_or(desk.today());
        let figures = Figures {
            readings: readings(dossier, last),
            ..Figures::default()
        };
        let targets = caseload.targets_of(cycle).into_iter();
        Self {
            cycle: Some(cycle.id),
            cycle_number: Some(cycle.number),
            stage: Some(cycle.stage(desk.today())),
            runs: runs(desk, cycle, last, dossier),
            targets: targets
                .map(|target| TargetNow::of(target, caseload, &figures, last))
                .collect(),
            ..dossier.standing.clone()
        }
    }
}

/// The latest measure of each target up to a day.
fn readings(dossier: &Dossier, last: NaiveDate) -> BTreeMap<TargetId, Reading> {
    let mut measures: Vec<_> = dossier
        .measures
        .iter()
        .filter(|measure| measure.on <= last)
        .collect();
    measures.sort_by_key(|measure| (measure.on, measure.id));
    let readings = measures.into_iter().filter_map(|measure| {
        let reading = Reading {
            on: measure.on,
            value: measure.value,
        };
        Some((measure.target?, reading))
    });
    readings.collect()
}

/// Her places while the cycle ran, from the day after the one before it, each with the figures of those days alone.
fn runs(desk: &Desk<'_>, cycle: &Cycle, last: NaiveDate, dossier: &Dossier) -> Vec<(PlaceId, Run)> {
    let before = desk.caseload.cycles.of(cycle.pupil);
    let before = before.filter(|other| other.number < cycle.number);
    let before = before.max_by_key(|other| other.number);
    let after = before
        .and_then(|before| before.last_day(desk.caseload))
        .and_then(|last| last.succ_opt());
    let run = |place: &Place| {
        let intervention = dossier.interventions.get(&place.intervention)?;
        // What ran before the first cycle was written down belongs to it: nothing else can show it.
        let from = place.from.max(after).unwrap_or(intervention.began_on);
        let to = place.to.map_or(last, |to| to.min(last));
        if from > to || !intervention.runs_in(from, to) {
            return None;
        }
        let within = Place {
            from: Some(from),
            to: Some(to),
            ..place.clone()
        };
        let sessions = dossier.sessions.iter();
        let sessions: Vec<SessionMarks> = sessions
            .filter(|session| session.intervention == place.intervention)
            .map(SessionMarks::from)
            .collect();
        let run = Run::of_place(intervention, &within, &sessions, desk.calendar, desk.time());
        Some((place.id, run))
    };
    dossier.places.iter().filter_map(run).collect()
}

#[cfg(test)]
mod tests;
