//! Taking a measure away.

use crate::domain::{Desk, Edit, Measure};

/// Takes a measure away.
pub fn remove(desk: &Desk<'_>, measure: &Measure) -> Edit {
    let name = desk.caseload.full_name(measure.pupil);
    Edit::new(format!("Measure removed for {name}")).remove(measure.id)
}
