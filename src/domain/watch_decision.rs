//! [`WatchDecision`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What becomes of a pupil who was watched.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    strum::IntoStaticStr,
    strum::EnumString,
    strum::VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum WatchDecision {
    /// Watched on, until a day.
    KeepWatching,
    /// Onto the register: SEN support.
    Support,
    /// Neither watched nor on the register.
    NothingMore,
}

impl Code for WatchDecision {
    fn label(self) -> &'static str {
        match self {
            Self::KeepWatching => "keep watching",
            Self::Support => "onto the register: SEN support",
            Self::NothingMore => "nothing more",
        }
    }
}
