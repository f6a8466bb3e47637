//! [`EhcStep`].

use serde::{Deserialize, Serialize};

use super::Code;

/// A dated step of an EHC needs assessment or plan (Children and Families Act 2014 ss.36-44).
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
pub enum EhcStep {
    /// The local authority received the request.
    Requested,
    /// The authority decided to assess.
    DecidedToAssess,
    /// The authority decided not to assess, or not to make a plan.
    Refused,
    /// The authority asked the school for advice.
    AdviceAsked,
    /// The school's advice went off.
    AdviceSent,
    /// The draft plan was served.
    DraftReceived,
    /// The plan was first made final.
    Made,
    /// An amended plan was made final.
    Amended,
    /// The school was consulted on being named.
    Consulted,
    /// A review meeting was held before this caseload kept reviews.
    Reviewed,
    /// The authority's decision after a review.
    LaDecided,
    /// The notice with the proposed changes.
    AmendmentNotice,
    /// The final plan after a review's amendments.
    Final,
}

impl Code for EhcStep {
    fn label(self) -> &'static str {
        match self {
            Self::Requested => "assessment requested",
            Self::DecidedToAssess => "LA will assess",
            Self::Refused => "LA refused",
            Self::AdviceAsked => "advice asked of school",
            Self::AdviceSent => "advice sent",
            Self::DraftReceived => "draft plan received",
            Self::Made => "plan made",
            Self::Amended => "plan amended",
            Self::Consulted => "school consulted",
            Self::Reviewed => "annual review held",
            Self::LaDecided => "LA decided after review",
            Self::AmendmentNotice => "amendment notice",
            Self::Final => "final plan after review",
        }
    }
}
