//! [`Without`]: what a pupil should have and has not.

use crate::domain::{Caseload, Pupil, Standing};

/// What a pupil on the register should have and has not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Without {
    Target,
    Review,
    Need,
    Anything,
    /// What an access arrangement needs.
    Access,
    /// Provision for a line of section F.
    Arranged,
}

impl Without {
    pub(super) fn fits(self, pupil: &Pupil, standing: &Standing, caseload: &Caseload) -> bool {
        let on_register = standing.status.on_register();
        match self {
            Self::Target => {
                let cycle = standing.cycle.and_then(|id| caseload.cycles.get(id));
                let is_light = cycle.is_some_and(|cycle| cycle.light);
                on_register && standing.targets.is_empty() && !is_light
            }
            Self::Review => on_register && standing.review_on.is_none(),
            Self::Need => on_register && pupil.needs.is_empty(),
            Self::Anything => !standing.to_fill_in.is_empty(),
            Self::Access => standing.access_missing,
            Self::Arranged => !standing.not_arranged.is_empty(),
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Target => "no target",
            Self::Review => "no date for a review",
            Self::Need => "no type of need",
            Self::Anything => "something to fill in",
            Self::Access => "an access arrangement with something missing",
            Self::Arranged => "a line of section F not arranged",
        }
    }
}
