//! [`ContactWay`].

use serde::{Deserialize, Serialize};

use super::Code;

/// How a contact would rather be reached.
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
pub enum ContactWay {
    /// By telephone.
    Phone,
    /// By e-mail.
    Email,
    /// By letter.
    Letter,
    /// Face to face.
    InPerson,
}

impl Code for ContactWay {
    fn label(self) -> &'static str {
        match self {
            Self::Phone => "by telephone",
            Self::Email => "by e-mail",
            Self::Letter => "by letter",
            Self::InPerson => "in person",
        }
    }
}
