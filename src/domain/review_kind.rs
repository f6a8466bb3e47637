//! [`ReviewKind`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a review reviews.
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
pub enum ReviewKind {
    /// SEN support: a cycle, with the family (CoP 6.65).
    Support,
    /// An EHC plan, within twelve months (Act s.44).
    Annual,
    /// An EHC plan before a change of phase (reg 18).
    Transfer,
    /// An EHC plan, called early.
    Interim,
}

impl Code for ReviewKind {
    fn label(self) -> &'static str {
        match self {
            Self::Support => "review",
            Self::Annual => "annual review",
            Self::Transfer => "transfer review",
            Self::Interim => "early review",
        }
    }
}
