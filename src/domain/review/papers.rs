//! Papers before a review and the report after it: what the law dates.

use crate::domain::{Desk, Edit, Refusal, Review};

/// Notice and papers went out today (reg 20(4)).
///
/// # Errors
/// When they went out before.
pub fn papers_out(desk: &Desk<'_>, review: &Review) -> Result<Edit, Refusal> {
    if review.papers_out_on.is_some() {
        return Err(Refusal::new(
            "The papers went out already. Enter opens the review.",
        ));
    }
    let name = desk.caseload.full_name(review.pupil);
    Ok(
        Edit::new(format!("Papers out for the review of {name}")).put(Review {
            papers_out_on: Some(desk.today()),
            ..review.clone()
        }),
    )
}

/// The report went to the local authority and to everyone who was asked, today (reg 20(7)).
///
/// # Errors
/// When the review was not held yet, or its report went out before.
pub fn report_sent(desk: &Desk<'_>, review: &Review) -> Result<Edit, Refusal> {
    if review.held_on.is_none() {
        return Err(Refusal::new(
            "This review has not been held yet. Enter opens it, to write down how it went.",
        ));
    }
    if review.report_sent_on.is_some() {
        return Err(Refusal::new(
            "The report was sent already. Enter opens the review.",
        ));
    }
    let name = desk.caseload.full_name(review.pupil);
    Ok(
        Edit::new(format!("Report sent after the review of {name}")).put(Review {
            report_sent_on: Some(desk.today()),
            ..review.clone()
        }),
    )
}
