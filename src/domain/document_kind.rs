//! [`DocumentKind`].

use serde::{Deserialize, Serialize};

use super::Code;

/// What an attached document is to the record.
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
pub enum DocumentKind {
    /// Advice or a report of an educational psychologist.
    EpReport,
    /// A report of a speech and language therapist.
    SpeechReport,
    /// A report of another professional: occupational therapy, an advisory teacher.
    Report,
    /// A letter about health, a diagnosis, a clinic's report.
    Medical,
    /// An EHC plan, a draft of one, the papers of its review.
    EhcPaper,
    /// A plan of the school's, or of the school before.
    Plan,
    /// What a test or screener came to.
    Assessment,
    /// A letter or an e-mail.
    Letter,
    /// A consent that was signed.
    Consent,
    /// The pupil's own work.
    Work,
    /// Something else.
    Other,
}

impl Code for DocumentKind {
    fn label(self) -> &'static str {
        match self {
            Self::EpReport => "EP report",
            Self::SpeechReport => "speech and language report",
            Self::Report => "other professional's report",
            Self::Medical => "medical letter or report",
            Self::EhcPaper => "EHC plan or its papers",
            Self::Plan => "plan",
            Self::Assessment => "assessment",
            Self::Letter => "letter or e-mail",
            Self::Consent => "consent",
            Self::Work => "piece of work",
            Self::Other => "other",
        }
    }
}
