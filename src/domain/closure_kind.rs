//! Why a school keeps its pupils at home on a day of term.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Code;

/// The kind of a [`Closure`](super::closure::Closure).
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum ClosureKind {
    /// A day for staff training: staff are in, pupils are not.
    Inset,
    /// Closed for any other reason: snow, an election, a coronation.
    Closed,
}

impl Code for ClosureKind {
    fn label(self) -> &'static str {
        match self {
            Self::Inset => "INSET day",
            Self::Closed => "closed",
        }
    }
}
