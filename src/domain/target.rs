//! [`Target`]: this cycle's step toward an outcome; and what is done with one.

mod checks;
mod put;
mod remove;
mod waive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::quality::Check;
use super::{Cycle, CycleId, Id, OutcomeId, PupilId, Waiver};

pub use checks::{checks, doubts};
pub use put::put;
pub use remove::remove;
pub use waive::waive;

/// The id of a [`Target`].
pub type TargetId = Id<Target>;

/// This cycle's SMART step toward an outcome, with a start, an aim and a date. Where it stands now is in its measures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    /// Its id.
    pub id: TargetId,
    /// The pupil.
    pub pupil: PupilId,
    /// The cycle.
    pub cycle: CycleId,
    /// The outcome it is a step toward.
    pub outcome: Option<OutcomeId>,
    /// Its place in the plan, from 1.
    pub place: u32,
    /// In a few words, as lists show it: "asks for help in 4-word sentences".
    pub short: String,
    /// In full, as the plan prints it.
    pub statement: String,
    /// What is counted: "words", "times in a morning".
    pub unit: String,
    /// Where she began.
    pub start: Option<f64>,
    /// When that was measured.
    pub start_on: Option<NaiveDate>,
    /// Where she should get to.
    pub aim: Option<f64>,
    /// By when.
    pub by: Option<NaiveDate>,
    /// What the family does at home.
    pub home: String,
    /// The target of the last cycle that this one goes on with.
    pub carried_from: Option<TargetId>,
    /// Checks of its wording that were waived, with why.
    pub waivers: Vec<Waiver>,
}

impl Target {
    /// A target of which nothing is known yet, at a place of a cycle's plan.
    pub fn new(id: TargetId, cycle: &Cycle, place: u32) -> Self {
        Self {
            id,
            pupil: cycle.pupil,
            cycle: cycle.id,
            outcome: None,
            place,
            short: String::new(),
            statement: String::new(),
            unit: String::new(),
            start: None,
            start_on: None,
            aim: None,
            by: None,
            home: String::new(),
            carried_from: None,
            waivers: Vec::new(),
        }
    }

    /// Whether a check of it was put aside.
    pub fn has_waived(&self, check: &Check) -> bool {
        self.waivers.iter().any(|waiver| waiver.is_of(check))
    }

    /// In full; where only the few words were written, those.
    pub fn in_full(&self) -> &str {
        if self.statement.is_empty() {
            &self.short
        } else {
            &self.statement
        }
    }
}

#[cfg(test)]
mod tests;
