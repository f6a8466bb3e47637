//! [`Outcome`]: a long-term aim; and what is done with one.

mod put;
mod remove;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Area, Id, OutcomeSource, PupilId};

pub use put::put;
pub use remove::remove;

/// The id of an [`Outcome`].
pub type OutcomeId = Id<Outcome>;

/// The long-term aim that targets are steps toward: an EHC plan's section E, or the end of the year or key stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Its id.
    pub id: OutcomeId,
    /// The pupil.
    pub pupil: PupilId,
    /// The broad area of need it belongs to.
    pub area: Option<Area>,
    /// The aim in words.
    pub words: String,
    /// Where it comes from.
    pub source: OutcomeSource,
    /// By when.
    pub by: Option<NaiveDate>,
    /// When it was met, or put aside.
    pub ended_on: Option<NaiveDate>,
}
