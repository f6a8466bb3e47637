//! [`Mark`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Whether a pupil came to a session that ran.
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
pub enum Mark {
    /// Came.
    There,
    /// Was away, or did not come.
    Absent,
    /// The school kept her elsewhere.
    School,
}

impl Code for Mark {
    fn label(self) -> &'static str {
        match self {
            Self::There => "there",
            Self::Absent => "absent",
            Self::School => "kept out by school",
        }
    }
}
