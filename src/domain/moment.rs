//! [`Moment`].

use serde::{Deserialize, Serialize};

use super::Code;

/// When in an intervention a measure was taken.
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
pub enum Moment {
    /// At the start.
    Entry,
    /// On the way.
    Mid,
    /// At the end.
    Exit,
}

impl Code for Moment {
    fn label(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Mid => "mid",
            Self::Exit => "exit",
        }
    }
}
