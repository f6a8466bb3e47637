mod reading;

use serde::Deserialize;

use super::build::Build;
use super::keys::Keys;
use super::when::When;
use crate::domain::{CycleId, Measure, Outcome, PupilId, Target, Waiver};

pub(super) use reading::Reading;

/// A step toward an outcome, with the readings taken of it.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aim {
    /// What the rest of the pupil's story calls it; one key for each target of hers.
    pub(super) key: String,
    pub(super) short: String,
    pub(super) statement: String,
    pub(super) unit: String,
    /// What it is read on.
    pub(super) instrument: String,
    pub(super) start: Option<f64>,
    pub(super) start_on: Option<When>,
    pub(super) aim: Option<f64>,
    pub(super) by: Option<When>,
    #[serde(default)]
    pub(super) home: String,
    #[serde(default)]
    pub(super) outcome: String,
    #[serde(default)]
    pub(super) carried_from: String,
    #[serde(default)]
    pub(super) waiver: Vec<Waiver>,
    #[serde(default)]
    pub(super) reading: Vec<Reading>,
}

impl Aim {
    pub(super) fn make(
        &self,
        build: &mut Build<'_>,
        key: &str,
        (pupil, cycle, place): (PupilId, CycleId, u32),
        outcomes: &Keys<Outcome>,
    ) {
        let id = build.id();
        let carried_from = build.targets.find(&format!("{key}/{}", self.carried_from));
        build.targets.put(&format!("{key}/{}", self.key), id);
        build.put(Target {
            id,
            pupil,
            cycle,
            outcome: outcomes.find(&self.outcome),
            place,
            short: self.short.clone(),
            statement: self.statement.clone(),
            unit: self.unit.clone(),
            start: self.start,
            start_on: build.days.maybe(self.start_on),
            aim: self.aim,
            by: build.days.maybe(self.by),
            home: self.home.clone(),
            carried_from,
            waivers: self.waiver.clone(),
        });
        for reading in &self.reading {
            let on = build.days.date(reading.on);
            let measure = Measure {
                id: build.id(),
                pupil,
                instrument: self.instrument.clone(),
                value: reading.value,
                on,
                target: Some(id),
                intervention: None,
                moment: None,
                taken_by: build.named(&reading.by, on),
                entered_at: build.days.typed(on),
            };
            build.put(measure);
        }
    }
}
