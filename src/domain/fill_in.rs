//! [`FillIn`]: what nobody has typed yet.

use serde::{Deserialize, Serialize};

use super::Code;

/// What nobody has typed yet and rules need: counted, never late.
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
pub enum FillIn {
    /// Since when the pupil is on the register.
    StatusSince,
    /// R3: when the parent was told of SEN support (Children and Families Act 2014 s.68).
    ParentTold,
    /// R2: the date of the next review, for a pupil on SEN support, unless her plan is just being made.
    ReviewDate,
    /// R5: when the EHC plan was made or last reviewed.
    PlanMade,
    /// R26: a watched pupil is given targeted provision, which may be SEN support: whether the parent was told (Children and
    /// Families Act 2014 s.20, s.68).
    MayBeSupport,
    /// R10: the type of need, which the spring census asks for.
    NeedType,
}

impl Code for FillIn {
    fn label(self) -> &'static str {
        match self {
            Self::StatusSince => "on the register since",
            Self::ParentTold => "when the parent was told",
            Self::ReviewDate => "date of the next review",
            Self::PlanMade => "when the EHC plan was made or last reviewed",
            Self::MayBeSupport => "watched, and given targeted help: SEN support?",
            Self::NeedType => "type of need",
        }
    }
}
