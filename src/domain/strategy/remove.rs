//! Taking a strategy away.

use crate::domain::ehc_line::{self, Means};
use crate::domain::{Desk, Edit, Strategy};

/// Takes a strategy out of a plan. A line of section F that it stood for is then not arranged.
pub fn remove(desk: &Desk<'_>, strategy: &Strategy) -> Edit {
    let name = desk.caseload.full_name(strategy.pupil);
    Edit::new(format!("Strategy removed from the plan of {name}"))
        .put_all(ehc_line::without(desk, &Means::Strategy(strategy.id)))
        .remove(strategy.id)
}
