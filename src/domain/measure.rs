//! [`Measure`]: a dated reading; and what is done with one.

mod put;
mod remove;
mod value;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Id, InterventionId, Moment, PupilId, TargetId};

pub use put::put;
pub use remove::remove;
pub use value::{read_value, value_words};

/// The id of a [`Measure`].
pub type MeasureId = Id<Measure>;

/// A dated reading on a named instrument. Readings are compared only with others on the same instrument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// Its id.
    pub id: MeasureId,
    /// The pupil.
    pub pupil: PupilId,
    /// "tally", "Salford reading age (months)".
    pub instrument: String,
    /// The reading. Ages are in months.
    pub value: f64,
    /// The day it was taken.
    pub on: NaiveDate,
    /// The target it measures.
    pub target: Option<TargetId>,
    /// The intervention it was taken for.
    pub intervention: Option<InterventionId>,
    /// When in the intervention.
    pub moment: Option<Moment>,
    /// Who took it.
    pub taken_by: String,
    /// When it was typed.
    pub entered_at: DateTime<Utc>,
}
