//! How sure a fact is that the program ships.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

/// How well a shipped fact was checked, shown beside it where it matters.
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
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum Sureness {
    /// Two or more independent sources agree.
    A,
    /// One source.
    B,
    /// Worked out, or general knowledge that no source confirmed.
    C,
}

impl Sureness {
    /// The tag in words.
    pub fn label(self) -> &'static str {
        match self {
            Sureness::A => "two sources agree",
            Sureness::B => "one source",
            Sureness::C => "not confirmed: check before you rely on it",
        }
    }
}
