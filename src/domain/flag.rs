//! [`Flag`]: what a school knows as yes or no.

use super::{Code, Pupil};

/// What a school knows of a pupil as yes or no.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, strum::EnumString, strum::VariantArray,
)]
#[strum(serialize_all = "snake_case")]
pub enum Flag {
    /// Pupil premium.
    PupilPremium,
    /// Free school meals.
    FreeMeals,
    /// English as an additional language.
    AdditionalLanguage,
    /// Looked after by a local authority.
    LookedAfter,
    /// Looked after once.
    LookedAfterOnce,
    /// A parent serves in the forces.
    ServiceChild,
    /// Cares for somebody at home.
    YoungCarer,
}

impl Flag {
    /// What is known of a pupil; none where nobody has said.
    pub fn of(self, pupil: &Pupil) -> Option<bool> {
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

    /// Says what is known of a pupil.
    pub fn set(self, pupil: &mut Pupil, known: Option<bool>) {
        let flag = match self {
            Self::PupilPremium => &mut pupil.pp,
            Self::FreeMeals => &mut pupil.fsm,
            Self::AdditionalLanguage => &mut pupil.eal,
            Self::LookedAfter => &mut pupil.cla,
            Self::LookedAfterOnce => &mut pupil.cla_before,
            Self::ServiceChild => &mut pupil.service,
            Self::YoungCarer => &mut pupil.young_carer,
        };
        *flag = known;
    }

    /// In few letters, as lists have it: "PP".
    pub fn short(self) -> &'static str {
        match self {
            Self::PupilPremium => "PP",
            Self::FreeMeals => "FSM",
            Self::AdditionalLanguage => "EAL",
            Self::LookedAfter => "CLA",
            Self::LookedAfterOnce => "PCLA",
            Self::ServiceChild => "SVC",
            Self::YoungCarer => "YC",
        }
    }
}

impl Code for Flag {
    fn label(self) -> &'static str {
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
