//! [`Papers`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Whether a contact gets the pupil's papers.
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
pub enum Papers {
    /// Sent invitations, plans and records.
    Yes,
    /// Never offered as a recipient.
    No,
    /// Offered, with the question asked each time.
    AskFirst,
}

impl Code for Papers {
    fn label(self) -> &'static str {
        match self {
            Self::Yes => "gets papers",
            Self::No => "no papers",
            Self::AskFirst => "ask first",
        }
    }
}
