//! [`Agreement`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Whether the family agrees with a review's decision.
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
pub enum Agreement {
    /// In full.
    Agrees,
    /// In part.
    InPart,
    /// Not.
    DoesNotAgree,
}

impl Code for Agreement {
    fn label(self) -> &'static str {
        match self {
            Self::Agrees => "agrees",
            Self::InPart => "agrees in part",
            Self::DoesNotAgree => "does not agree",
        }
    }
}
