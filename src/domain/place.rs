//! [`Place`]: a pupil's place in an intervention.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, InterventionId, PupilId, TargetId};

/// The id of a [`Place`].
pub type PlaceId = Id<Place>;

/// A pupil's place in an intervention: sessions are promised to her from the first to the last day of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its id.
    pub id: PlaceId,
    /// The pupil.
    pub pupil: PupilId,
    /// The intervention.
    pub intervention: InterventionId,
    /// First day, where she joined after the start.
    pub from: Option<NaiveDate>,
    /// Last day, where she left before the end.
    pub to: Option<NaiveDate>,
    /// The target it serves.
    pub target: Option<TargetId>,
}
