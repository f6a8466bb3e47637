//! [`OutcomeSource`].

use serde::{Deserialize, Serialize};

use super::Code;

/// Where an outcome comes from.
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
pub enum OutcomeSource {
    /// Written in the plan's section E.
    EhcPlan,
    /// Agreed in school: the end of the year or key stage.
    School,
}

impl Code for OutcomeSource {
    fn label(self) -> &'static str {
        match self {
            Self::EhcPlan => "EHC plan, section E",
            Self::School => "school",
        }
    }
}
