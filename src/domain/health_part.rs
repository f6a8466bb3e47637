//! [`HealthPart`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What an individual healthcare plan says (DfE, Supporting pupils at school with medical conditions, 2015).
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
pub enum HealthPart {
    /// Triggers, signs and symptoms.
    Signs,
    /// Medicine and other treatment: dose, times, side effects, where it is kept.
    Treatment,
    /// Daily needs: equipment, food, access, rest.
    Needs,
    /// Needs in learning, feelings and company: absence, rest, examinations.
    Learning,
    /// How much help is needed, and what the pupil does alone.
    Support,
    /// Who gives it, with what training, and who stands in.
    GivenBy,
    /// Who must know.
    WhoKnows,
    /// Written permission for medicine.
    Permission,
    /// Trips and activities outside the timetable.
    Trips,
    /// What an emergency is, what to do, and whom to call.
    Emergency,
}

impl Code for HealthPart {
    fn label(self) -> &'static str {
        match self {
            Self::Signs => "Signs, triggers",
            Self::Treatment => "Treatment",
            Self::Needs => "Daily needs",
            Self::Learning => "Learning",
            Self::Support => "Help needed",
            Self::GivenBy => "Given by",
            Self::WhoKnows => "Who must know",
            Self::Permission => "Permission",
            Self::Trips => "Trips",
            Self::Emergency => "Emergency",
        }
    }
}

impl HealthPart {
    /// What is written there.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Signs => "triggers, signs and symptoms",
            Self::Treatment => "medicine, dose, times, side effects, where it is kept",
            Self::Needs => "equipment, food and drink, access, rest",
            Self::Learning => "absence, catching up, rest, exams, feelings",
            Self::Support => "how much help, and what the pupil does alone",
            Self::GivenBy => "who gives it, the training, who stands in",
            Self::WhoKnows => "who in school must know of it",
            Self::Permission => "from whom in writing, and when",
            Self::Trips => "what is arranged for trips and clubs",
            Self::Emergency => "what it looks like, what to do, whom to call",
        }
    }
}
