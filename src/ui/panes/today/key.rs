use crate::domain::{DueKind, FillIn, GoesTo, InterventionId, PupilId};

/// What a row of Today is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// Something due.
    Due(Option<PupilId>, DueKind, GoesTo),
    /// A group to log.
    Log(InterventionId),
    /// What comes before the SENCO is next in.
    NextIn,
    /// What nobody has typed yet.
    FillIn(FillIn),
    /// What is typed and not saved.
    Drafts,
}

impl Key {
    /// The pupil it is about.
    pub(super) fn pupil(self) -> Option<PupilId> {
        match self {
            Self::Due(pupil, ..) => pupil,
            Self::Log(_) | Self::NextIn | Self::FillIn(_) | Self::Drafts => None,
        }
    }
}
