//! [`Judged`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a review found of a target.
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
pub enum Judged {
    /// No progress that can be shown.
    NotYet,
    /// Part of the way.
    Some,
    /// Reached the aim.
    Met,
    /// Went past the aim.
    MoreThanMet,
    /// Left for another time.
    NotLookedAt,
}

impl Code for Judged {
    fn label(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Some => "some progress",
            Self::Met => "met",
            Self::MoreThanMet => "more than met",
            Self::NotLookedAt => "not looked at",
        }
    }
}
