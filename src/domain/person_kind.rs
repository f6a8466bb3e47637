//! [`PersonKind`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a person is to the school.
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
pub enum PersonKind {
    /// Works at the school.
    Staff,
    /// A parent, carer or other member of the family.
    Family,
    /// From outside: educational psychologist, therapist, local authority officer.
    Professional,
}

impl Code for PersonKind {
    fn label(self) -> &'static str {
        match self {
            Self::Staff => "school staff",
            Self::Family => "family",
            Self::Professional => "professional",
        }
    }
}
