//! [`Came`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Whether somebody asked to a review came.
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
pub enum Came {
    /// Was there.
    Came,
    /// Was offered the meeting and did not come.
    DidNotCome,
    /// Did not come and sent words.
    SentViews,
}

impl Code for Came {
    fn label(self) -> &'static str {
        match self {
            Self::Came => "came",
            Self::DidNotCome => "did not come",
            Self::SentViews => "sent views",
        }
    }
}
