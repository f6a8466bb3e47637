use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

/// What a rule's date is for. Scripts read it, and it decides where the work is done.
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
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum DeadlineKind {
    /// R2: a SEN support plan is reviewed.
    PlanReview,
    /// R4: the authority decides whether to assess.
    AssessmentDecision,
    /// R4: the authority says that there will be no plan.
    AssessmentNoPlan,
    /// R4: the final plan.
    AssessmentFinal,
    /// R5: the review of an EHC plan is complete, decision included.
    AnnualReview,
    /// R5: the meeting that leaves time for the decision.
    AnnualReviewMeeting,
    /// R6: reports for the meeting are asked for.
    AskForReports,
    /// R6: notice and papers go to everyone invited.
    PapersOut,
    /// R6: the school's report after the meeting.
    Report,
    /// R6: the authority's decision after the meeting.
    LaDecision,
    /// R6: the final amended plan.
    FinalPlan,
    /// R7: the plan that names the next place is final.
    TransferFinal,
    /// R7: the meeting that leaves the authority its full time.
    TransferMeeting,
    /// R7: a meeting is booked after that.
    TransferMeetingLate,
    /// R25: the transfer comes before the twelve months have run.
    TransferComesFirst,
    /// R9: the end of the time to appeal.
    Appeal,
    /// R10: a type of need for the spring census.
    NeedType,
    /// R13: the end of the time a file is kept.
    KeepUntil,
    /// R20: the school's advice for an assessment.
    SchoolAdvice,
    /// R21: the family's answer to a draft or notice.
    FamilyAnswer,
    /// R22: the school's answer to a consultation.
    ConsultationAnswer,
    /// A school census day.
    Census,
    /// The inclusion strategy is on the website.
    InclusionStrategy,
}

impl DeadlineKind {
    /// As scripts have it: `papers_out`.
    pub fn code(self) -> &'static str {
        self.into()
    }
}
