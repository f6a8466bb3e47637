//! [`HandOverItem`].

use serde::{Deserialize, Serialize};

use super::{Caseload, Code, DocumentKind, PupilId};

/// What a next school gets of a pupil's SEN file.
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
pub enum HandOverItem {
    /// The one-page profile.
    Profile,
    /// The plan as agreed, and the record of its last review.
    Plan,
    /// What support was given, and what came of it.
    Provision,
    /// The EHC plan, and the papers of its reviews.
    EhcPlan,
    /// Reports of professionals.
    Reports,
    /// Assessments and measures.
    Assessments,
    /// The healthcare plan and the medical summary.
    Health,
    /// Other plans and risk assessments.
    OtherPlans,
    /// The words of the child and the family.
    Voices,
    /// Who is who: family, professionals, who gets papers.
    Contacts,
}

impl HandOverItem {
    /// Whether the record holds something of it.
    pub fn is_held(self, caseload: &Caseload, pupil: PupilId) -> bool {
        let attached = |kinds: &[DocumentKind]| {
            let mut documents = caseload.documents.of(pupil);
            documents.any(|document| kinds.contains(&document.kind))
        };
        let record = caseload.pupils.get(pupil);
        let plans = |is_health: bool| {
            let mut plans = caseload.other_plans.of(pupil);
            plans.any(|plan| plan.is_health() == is_health)
        };
        let mut reviews = caseload.reviews.of(pupil);
        match self {
            Self::Profile => record.is_some_and(|pupil| {
                [
                    &pupil.strengths,
                    &pupil.important,
                    &pupil.support,
                    &pupil.appreciated,
                ]
                .iter()
                .any(|text| !text.is_empty())
            }),
            Self::Plan => caseload.cycle_now(pupil).is_some(),
            Self::Provision => caseload.places.of(pupil).next().is_some(),
            Self::EhcPlan => {
                caseload.ehc_events.of(pupil).next().is_some()
                    || attached(&[DocumentKind::EhcPaper])
            }
            Self::Reports => attached(&[
                DocumentKind::EpReport,
                DocumentKind::SpeechReport,
                DocumentKind::Report,
            ]),
            Self::Assessments => attached(&[DocumentKind::Assessment]),
            Self::Health => {
                plans(true)
                    || attached(&[DocumentKind::Medical])
                    || record.is_some_and(|pupil| !pupil.medical.is_empty())
            }
            Self::OtherPlans => plans(false) || attached(&[DocumentKind::Plan]),
            Self::Voices => reviews
                .any(|review| !review.pupil_words.is_empty() || !review.family_words.is_empty()),
            Self::Contacts => caseload.ties.of(pupil).next().is_some(),
        }
    }
}

impl Code for HandOverItem {
    fn label(self) -> &'static str {
        match self {
            Self::Profile => "one-page profile",
            Self::Plan => "plan, last review",
            Self::Provision => "support given",
            Self::EhcPlan => "EHC plan, reviews",
            Self::Reports => "reports",
            Self::Assessments => "assessments",
            Self::Health => "health",
            Self::OtherPlans => "other plans",
            Self::Voices => "their own words",
            Self::Contacts => "contacts",
        }
    }
}
