//! [`Keeping`].

use serde::{Deserialize, Serialize};

use super::Code;

/// How the sessions of an intervention are kept.
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
pub enum Keeping {
    /// Each session is entered; one not entered is *no entry*.
    EachSession,
    /// As timetabled unless marked otherwise.
    ByException,
    /// Support through the day: costed, not registered.
    Standing,
}

impl Code for Keeping {
    fn label(self) -> &'static str {
        match self {
            Self::EachSession => "each session",
            Self::ByException => "by exception",
            Self::Standing => "standing support",
        }
    }
}
