//! [`Voice`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Whose words a note holds.
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
pub enum Voice {
    /// The child's own words.
    Pupil,
    /// A parent's or carer's words.
    Family,
    /// A teacher's or teaching assistant's words.
    Staff,
    /// The words of somebody from outside.
    Professional,
}

impl Code for Voice {
    fn label(self) -> &'static str {
        match self {
            Self::Pupil => "the pupil",
            Self::Family => "family",
            Self::Staff => "staff",
            Self::Professional => "professional",
        }
    }
}
