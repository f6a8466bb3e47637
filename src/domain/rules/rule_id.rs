use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

/// Names a rule. The numbers are stable: scripts and the reasons of prompts show them.
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
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum RuleId {
    /// Three meetings a year with the parents, on SEN support.
    R1,
    /// A plan has a review date.
    R2,
    /// The parent is told that special provision is being made.
    R3,
    /// The twenty weeks of an EHC needs assessment.
    R4,
    /// An EHC plan is reviewed within twelve months.
    R5,
    /// The steps before and after a review meeting of an EHC plan.
    R6,
    /// Phase transfers: final before 15 February or 31 March.
    R7,
    /// Preparing for adulthood from Year 9.
    R8,
    /// The time to appeal.
    R9,
    /// A type of need by the spring census.
    R10,
    /// The shape and check letter of a UPN.
    R11,
    /// A leaver's file goes on in fifteen school days.
    R12,
    /// How long an SEN file is kept.
    R13,
    /// Requests for data and for the educational record.
    R14,
    /// How long an access arrangement lasts.
    R15,
    /// A healthcare plan is reviewed each year.
    R16,
    /// Days of suspension.
    R17,
    /// Every number is dated and can be changed.
    R18,
    /// After compulsory school age papers go to the young person.
    R19,
    /// The school's advice for an assessment, in six weeks.
    R20,
    /// The family's fifteen days.
    R21,
    /// The school's answer to a consultation.
    R22,
    /// The authority's list of reviews due.
    R23,
    /// The summer review of the year before a leaving year.
    R24,
    /// In a leaving year the transfer comes before the twelve months.
    R25,
    /// A watched pupil with targeted provision.
    R26,
    /// What absence the DfE has a word for.
    #[serde(rename = "absence")]
    #[strum(serialize = "absence")]
    Absence,
    /// School census days.
    #[serde(rename = "census")]
    #[strum(serialize = "census")]
    Census,
    /// The inclusion strategy on the school's website.
    #[serde(rename = "inclusion_strategy")]
    #[strum(serialize = "inclusion_strategy")]
    InclusionStrategy,
    /// The school's share of a pupil's support.
    #[serde(rename = "funding_threshold")]
    #[strum(serialize = "funding_threshold")]
    FundingThreshold,
}

impl RuleId {
    /// As scripts and the file have it: `R6`.
    pub fn code(self) -> &'static str {
        self.into()
    }
}
