//! Taking a strategy away.

use crate::domain::{Desk, Edit, Strategy};

/// Takes a strategy out of a plan.
pub fn remove(desk: &Desk<'_>, strategy: &Strategy) -> Edit {
    let name = desk.caseload.full_name(strategy.pupil);
    Edit::new(format!("Strategy removed from the plan of {name}")).remove(strategy.id)
}
