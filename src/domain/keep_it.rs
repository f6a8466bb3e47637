//! [`KeepIt`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a review decides about a piece of provision.
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
pub enum KeepIt {
    /// Goes on as it is.
    Keep,
    /// Goes on, otherwise.
    Change,
    /// Ends.
    Stop,
}

impl Code for KeepIt {
    fn label(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Change => "change",
            Self::Stop => "stop",
        }
    }
}
