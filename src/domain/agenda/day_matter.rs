use super::SchoolDay;
use crate::domain::{Due, DueKind, GoesTo, PupilId, ReviewId, SchoolId};

/// What an entry of the agenda is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DayMatter {
    /// Something due, a booked review among it.
    Due(Due),
    /// A review that was held.
    Held {
        /// The review.
        review: ReviewId,
        /// The pupil.
        pupil: PupilId,
        /// What it was, and what it decided: "review held: carry on".
        words: String,
    },
    /// A day of the school's own year.
    School {
        /// The school.
        school: SchoolId,
        /// Which of its days.
        day: SchoolDay,
        /// "Autumn 2 starts", "INSET day: phonics".
        words: String,
    },
}

/// Which matter it is: enough to find it again on its day when the agenda has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MatterId {
    /// Something due.
    Due(DueKind, GoesTo),
    /// A review that was held.
    Held(ReviewId),
    /// A day of a school's year.
    School(SchoolId, SchoolDay),
}
