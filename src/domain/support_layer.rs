//! [`SupportLayer`].

use serde::{Deserialize, Serialize};

use super::Code;

/// The layers of support that the White Paper of February 2026 proposes. They are not law; a school may use the words.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum SupportLayer {
    /// For all.
    Universal,
    /// Led by the school, structured.
    Targeted,
    /// With education and health professionals.
    TargetedPlus,
    /// For the most complex needs.
    Specialist,
}

impl Code for SupportLayer {
    fn label(self) -> &'static str {
        match self {
            Self::Universal => "universal",
            Self::Targeted => "targeted",
            Self::TargetedPlus => "targeted plus",
            Self::Specialist => "specialist",
        }
    }
}
