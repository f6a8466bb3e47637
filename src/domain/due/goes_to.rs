use crate::domain::{ActionId, ArrangementId, CycleId, OtherPlanId, PupilId, ReferralId, ReviewId};

/// Where the work is done: what to open for a row of Today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoesTo {
    /// A review: its booking, or its writing up.
    Review(ReviewId),
    /// A cycle's page.
    Cycle(CycleId),
    /// An action.
    Action(ActionId),
    /// Something awaited.
    Referral(ReferralId),
    /// A healthcare plan or another plan.
    OtherPlan(OtherPlanId),
    /// An access arrangement.
    Arrangement(ArrangementId),
    /// The pupil's EHC plan.
    Plan(PupilId),
    /// The school's own dates.
    School,
}
