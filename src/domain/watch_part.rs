//! [`WatchPart`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What is looked at between a first concern and a decision, before SEN is thought of (CoP 6.17 to 6.27).
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
pub enum WatchPart {
    /// What the parent says.
    Parent,
    /// What the child says.
    Child,
    /// Hearing.
    Hearing,
    /// Sight.
    Sight,
    /// Attendance.
    Attendance,
    /// Languages at home: English as an additional language is not SEN (CoP 6.24).
    Language,
    /// What happened lately, at home or in school.
    Events,
    /// What the teacher tried.
    Tried,
    /// Work looked at.
    Work,
    /// What was decided.
    Decision,
}

impl WatchPart {
    /// What to look at or to write.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Parent => "what the parent sees at home, and is worried about",
            Self::Child => "in the child's own words",
            Self::Hearing => "when it was checked, and what was found",
            Self::Sight => "when it was checked, and what was found",
            Self::Attendance => "days missed: is it that?",
            Self::Language => "spoken at home, and for how long English: EAL is not SEN (CoP 6.24)",
            Self::Events => "a move, a loss, a new baby, a new school",
            Self::Tried => "what, for how long, and what came of it",
            Self::Work => "which work, and what it shows",
            Self::Decision => "what was decided, and why",
        }
    }
}

impl Code for WatchPart {
    fn label(self) -> &'static str {
        match self {
            Self::Parent => "Parent spoken to",
            Self::Child => "Child spoken to",
            Self::Hearing => "Hearing",
            Self::Sight => "Sight",
            Self::Attendance => "Attendance",
            Self::Language => "Language at home",
            Self::Events => "Recent events",
            Self::Tried => "Teacher tried",
            Self::Work => "Work looked at",
            Self::Decision => "Decided",
        }
    }
}
