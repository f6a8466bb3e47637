//! [`Stage`].

use serde::{Deserialize, Serialize};

use super::Code;

/// A stage of the graduated approach (CoP 6.44).
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
pub enum Stage {
    /// What is the need?
    Assess,
    /// What will be done, for which outcome?
    Plan,
    /// It is being done.
    Do,
    /// Did it work?
    Review,
}

impl Code for Stage {
    fn label(self) -> &'static str {
        match self {
            Self::Assess => "Assess",
            Self::Plan => "Plan",
            Self::Do => "Do",
            Self::Review => "Review",
        }
    }
}
