//! [`NoteKind`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What kind of entry a note is.
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
pub enum NoteKind {
    /// What somebody saw.
    Observation,
    /// What was said, by the child, the family or staff.
    Conversation,
    /// Something that happened.
    Incident,
    /// What a professional advised.
    AdviceReceived,
    /// What the SENCO advised.
    AdviceGiven,
    /// A piece of evidence for a plan or a request.
    Evidence,
}

impl Code for NoteKind {
    fn label(self) -> &'static str {
        match self {
            Self::Observation => "observation",
            Self::Conversation => "conversation",
            Self::Incident => "incident",
            Self::AdviceReceived => "advice received",
            Self::AdviceGiven => "advice given",
            Self::Evidence => "evidence",
        }
    }
}
