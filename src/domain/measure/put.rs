//! Writing a measure.

use crate::domain::{Desk, Edit, Measure, Refusal};

/// Adds a measure, or writes a changed one.
///
/// # Errors
/// When it names no instrument, or was taken on a day that has not come yet.
pub fn put(desk: &Desk<'_>, measure: Measure, is_new: bool) -> Result<Edit, Refusal> {
    if measure.instrument.is_empty() {
        return Err(Refusal::of(
            "instrument",
            "Measured with what? A name such as tally, and the same one each time, so that readings compare.",
        ));
    }
    if measure.on > desk.today() {
        return Err(Refusal::of(
            "on",
            "That day has not come yet. Type the day it was taken: today, yesterday, mon.",
        ));
    }
    let done = if is_new { "added" } else { "changed" };
    let name = desk.caseload.full_name(measure.pupil);
    Ok(Edit::new(format!("Measure {done} for {name}")).put(measure))
}
