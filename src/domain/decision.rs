//! [`Decision`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a review decides (CoP 6.53 to 6.56).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Decision {
    /// The same support for another cycle.
    CarryOn,
    /// Other support at the same level.
    Change,
    /// More, or more specialist, support.
    StepUp,
    /// Less support.
    StepDown,
    /// Support is no longer additional or different.
    Leave,
    /// Ask the local authority for an EHC needs assessment.
    AskForAssessment,
}

impl Code for Decision {
    fn label(self) -> &'static str {
        match self {
            Self::CarryOn => "carry on",
            Self::Change => "change",
            Self::StepUp => "step up",
            Self::StepDown => "step down",
            Self::Leave => "leave the register",
            Self::AskForAssessment => "ask for an EHC assessment",
        }
    }
}
