//! [`Flag`]: what a school knows as yes or no.

use crate::domain::Pupil;

/// What a school knows of a pupil as yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub(super) enum Flag {
    PupilPremium,
    FreeMeals,
    AdditionalLanguage,
    LookedAfter,
    LookedAfterOnce,
    ServiceChild,
    YoungCarer,
}

impl Flag {
    pub(super) fn of(self, pupil: &Pupil) -> Option<bool> {
        match self {
            Self::PupilPremium => pupil.pp,
            Self::FreeMeals => pupil.fsm,
            Self::AdditionalLanguage => pupil.eal,
            Self::LookedAfter => pupil.cla,
            Self::LookedAfterOnce => pupil.cla_before,
            Self::ServiceChild => pupil.service,
            Self::YoungCarer => pupil.young_carer,
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::PupilPremium => "pupil premium",
            Self::FreeMeals => "free school meals",
            Self::AdditionalLanguage => "EAL",
            Self::LookedAfter => "looked after",
            Self::LookedAfterOnce => "was looked after",
            Self::ServiceChild => "service child",
            Self::YoungCarer => "young carer",
        }
    }
}
