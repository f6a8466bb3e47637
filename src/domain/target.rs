//! [`Target`]: this cycle's step toward an outcome.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{CycleId, Id, OutcomeId, PupilId, Waiver};

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
