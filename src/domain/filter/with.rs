//! [`With`]: what a pupil has in her record.

use crate::domain::{Caseload, PupilId};

/// What a pupil has in her record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::VariantArray)]
pub(super) enum With {
    /// An access arrangement that is wanted.
    Arrangement,
    /// A healthcare plan in force.
    HealthPlan,
}

impl With {
    pub(super) fn fits(self, pupil: PupilId, caseload: &Caseload) -> bool {
        match self {
            Self::Arrangement => {
                let mut arrangements = caseload.arrangements.of(pupil);
                arrangements.any(|arrangement| arrangement.is_wanted())
            }
            Self::HealthPlan => {
                let mut plans = caseload.other_plans.of(pupil);
                plans.any(|plan| plan.is_health() && plan.ended_on.is_none())
            }
        }
    }

    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Arrangement => "an access arrangement",
            Self::HealthPlan => "an individual healthcare plan",
        }
    }
}
