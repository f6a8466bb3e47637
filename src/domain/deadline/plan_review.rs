use chrono::NaiveDate;

use super::arithmetic::{days_earlier, in_full};
use super::{Deadline, DeadlineKind, Due, ReviewWarning};
use crate::domain::rules::Rules;

/// R2: a SEN support plan is reviewed by the date agreed for it.
pub fn plan_review(rules: &Rules, agreed: NaiveDate) -> Deadline {
    let due = Due {
        on: agreed,
        what: "review".to_owned(),
        formula: format!("review date of the plan: {}", in_full(agreed)),
    };
    Deadline::new(rules, agreed, DeadlineKind::PlanReview, due)
}

/// R2: what to say of a review date: a fortnight before, on the day, after it; before that nothing.
pub fn review_warning(rules: &Rules, agreed: NaiveDate, today: NaiveDate) -> Option<ReviewWarning> {
    let warn_from = days_earlier(agreed, rules.numbers(agreed).review_warn_days);
    if today < warn_from {
        return None;
    }
    Some(match today.cmp(&agreed) {
        std::cmp::Ordering::Less => ReviewWarning::Soon,
        std::cmp::Ordering::Equal => ReviewWarning::Today,
        std::cmp::Ordering::Greater => ReviewWarning::Late,
    })
}
