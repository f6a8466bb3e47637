use crate::domain::{Code, DeadlineKind, ReviewKind};

/// What is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A review is booked.
    Review(ReviewKind),
    /// A review was held and not written up: it has no decision.
    WriteUp,
    /// An action was agreed.
    Action,
    /// A report, a visit or an answer is awaited.
    Referral,
    /// A healthcare plan or another plan is to be reviewed, or ends.
    OtherPlan,
    /// The approval of an access arrangement runs out.
    Arrangement,
    /// A rule's date.
    Rule(DeadlineKind),
}

impl DueKind {
    /// As scripts have it: `review`, `annual_review_booked`, `action`, `referral`, `papers_out`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Review(ReviewKind::Support) => "review",
            Self::Review(ReviewKind::Annual) => "annual_review_booked",
            Self::Review(ReviewKind::Transfer) => "transfer_review_booked",
            Self::Review(ReviewKind::Interim) => "interim_review_booked",
            Self::WriteUp => "write_up",
            Self::Action => "action",
            Self::Referral => "referral",
            Self::OtherPlan => "other_plan",
            Self::Arrangement => "access_arrangement",
            Self::Rule(kind) => kind.code(),
        }
    }

    /// In a word or two, for the column of a list.
    pub fn short(self) -> &'static str {
        match self {
            Self::Review(ReviewKind::Support) | Self::Rule(DeadlineKind::PlanReview) => "review",
            Self::Review(ReviewKind::Transfer)
            | Self::Rule(
                DeadlineKind::TransferFinal
                | DeadlineKind::TransferMeeting
                | DeadlineKind::TransferMeetingLate
                | DeadlineKind::TransferComesFirst,
            ) => "transfer",
            Self::Review(kind) => kind.label(),
            Self::WriteUp => "write up",
            Self::Action => "action",
            Self::Referral => "awaited",
            Self::OtherPlan => "other plan",
            Self::Arrangement => "exam access",
            Self::Rule(DeadlineKind::AnnualReview | DeadlineKind::AnnualReviewMeeting) => {
                "annual review"
            }
            Self::Rule(DeadlineKind::AskForReports) => "ask for reports",
            Self::Rule(DeadlineKind::PapersOut) => "papers out",
            Self::Rule(DeadlineKind::Report) => "report",
            Self::Rule(DeadlineKind::LaDecision) => "LA decision",
            Self::Rule(DeadlineKind::FinalPlan) => "final plan",
            Self::Rule(
                DeadlineKind::AssessmentDecision
                | DeadlineKind::AssessmentNoPlan
                | DeadlineKind::AssessmentFinal,
            ) => "assessment",
            Self::Rule(DeadlineKind::Appeal) => "appeal",
            Self::Rule(DeadlineKind::NeedType) => "type of need",
            Self::Rule(DeadlineKind::KeepUntil) => "keep file",
            Self::Rule(DeadlineKind::SchoolAdvice) => "advice",
            Self::Rule(DeadlineKind::FamilyAnswer) => "family answers",
            Self::Rule(DeadlineKind::ConsultationAnswer) => "consultation",
            Self::Rule(DeadlineKind::Census) => "census",
            Self::Rule(DeadlineKind::InclusionStrategy) => "inclusion strategy",
        }
    }

    /// Whether it is a meeting or the date of a plan, rather than something promised on the way.
    pub fn is_of_the_plan(self) -> bool {
        match self {
            Self::Review(_) | Self::Rule(_) => true,
            Self::WriteUp | Self::Action | Self::Referral | Self::OtherPlan | Self::Arrangement => {
                false
            }
        }
    }
}
