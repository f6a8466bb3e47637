//! [`AccessForm`].

use serde::{Deserialize, Serialize};

use super::Code;

/// The form that stands behind an access arrangement (JCQ).
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
pub enum AccessForm {
    /// Form 8: a learning difficulty, assessed.
    #[serde(rename = "form_8")]
    #[strum(serialize = "form_8")]
    Eight,
    /// Form 9: another need.
    #[serde(rename = "form_9")]
    #[strum(serialize = "form_9")]
    Nine,
    /// A note on file, for what the centre may decide itself.
    FileNote,
}

impl Code for AccessForm {
    fn label(self) -> &'static str {
        match self {
            Self::Eight => "Form 8",
            Self::Nine => "Form 9",
            Self::FileNote => "file note",
        }
    }
}
