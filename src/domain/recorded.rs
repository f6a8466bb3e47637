//! [`Recorded`]: what every kind of record can tell.

use super::{Id, PupilId};

/// What every kind of record can tell about itself.
pub trait Recorded: Clone + PartialEq {
    /// Its id.
    fn id(&self) -> Id<Self>;

    /// The one pupil it is about, if it is about one.
    fn pupil(&self) -> Option<PupilId>;
}
