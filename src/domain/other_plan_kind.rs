//! [`OtherPlanKind`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What a plan beside the SEN support plan and the EHC plan is.
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
pub enum OtherPlanKind {
    /// An individual healthcare plan (CFA 2014 s.100), called IHP or IHCP; it is not the EHC plan.
    HealthCare,
    /// A part-time timetable: exceptional, with an end, and reviewed.
    PartTime,
    /// Help with intimate care.
    IntimateCare,
    /// A risk assessment.
    Risk,
    /// A personal emergency evacuation plan.
    Evacuation,
    /// Early Help.
    EarlyHelp,
    /// The personal education plan of a looked-after child.
    PersonalEducation,
    /// Another.
    Other,
}

impl OtherPlanKind {
    /// What an individual healthcare plan is called in short, here and there.
    pub const SHORT: [&str; 2] = ["ihp", "ihcp"];
}

impl Code for OtherPlanKind {
    fn label(self) -> &'static str {
        match self {
            Self::HealthCare => "individual healthcare plan",
            Self::PartTime => "part-time timetable",
            Self::IntimateCare => "intimate care plan",
            Self::Risk => "risk assessment",
            Self::Evacuation => "evacuation plan (PEEP)",
            Self::EarlyHelp => "Early Help plan",
            Self::PersonalEducation => "personal education plan (PEP)",
            Self::Other => "other plan",
        }
    }
}
