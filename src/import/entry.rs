use super::intake::Intake;
use super::part_change::PartChange;
use super::question::Question;
use crate::domain::{Change, Pupil, PupilId};

/// One child of a file, with what becomes of her.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What becomes of her.
    pub intake: Intake,
    /// The pupil of the caseload she is; none when she is new, or when that is still asked.
    pub known: Option<PupilId>,
    /// The pupil as she will be.
    pub pupil: Pupil,
    /// What changes, old and new.
    pub changes: Vec<PartChange>,
    /// What waits for an answer, the next question first.
    pub questions: Vec<Question>,
    /// Pupils that are still asked about.
    pub(super) perhaps: Vec<PupilId>,
    /// What is written.
    pub(super) records: Vec<Change>,
}
