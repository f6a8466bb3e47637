//! The four broad areas of need.

use serde::{Deserialize, Serialize};
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::Code;

/// One of the four broad areas of need (CoP 6.28-6.35). A pupil may span several; they are for planning, not labels.
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
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Area {
    /// Communication and interaction.
    CommunicationInteraction,
    /// Cognition and learning.
    CognitionLearning,
    /// Social, emotional and mental health.
    SocialEmotionalMental,
    /// Sensory and/or physical.
    SensoryPhysical,
}

impl Code for Area {
    fn label(self) -> &'static str {
        match self {
            Area::CommunicationInteraction => "Communication and interaction",
            Area::CognitionLearning => "Cognition and learning",
            Area::SocialEmotionalMental => "Social, emotional and mental health",
            Area::SensoryPhysical => "Sensory and/or physical",
        }
    }
}

impl Area {
    /// The area as schools shorten it.
    pub fn short(self) -> &'static str {
        match self {
            Area::CommunicationInteraction => "C&I",
            Area::CognitionLearning => "C&L",
            Area::SocialEmotionalMental => "SEMH",
            Area::SensoryPhysical => "S/P",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stored_form_reads_back() {
        for &area in Area::VARIANTS {
            assert_eq!(area.code().parse(), Ok(area));
            let json = serde_json::to_string(&area).unwrap();
            assert_eq!(json, format!("\"{}\"", area.code()));
        }
    }
}
