//! The edits that write a step.

use super::{EhcEvent, EhcEventId};
use crate::domain::{Code, Desk, Edit, Refusal};

/// The edit that writes a step down, or puts one right.
///
/// # Errors
/// When its day has not come yet, or the pupil is no longer in the caseload.
pub fn put(desk: &Desk<'_>, event: EhcEvent) -> Result<Edit, Refusal> {
    desk.has_come("on", Some(event.on))?;
    let name = desk.caseload.pupil(event.pupil)?.full_name();
    let edit = Edit::new(format!("{name}: {}", event.step.label()));
    let is_so = desk.caseload.ehc_events.get(event.id) == Some(&event);
    Ok(if is_so { edit } else { edit.put(event) })
}

/// The edit that takes a step away.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: EhcEventId) -> Result<Edit, Refusal> {
    let event = desk.caseload.ehc_events.get(id).ok_or_else(|| {
        Refusal::new("This step is no longer in the record. Ctrl+Z may bring it back.")
    })?;
    let name = desk.caseload.pupil(event.pupil)?.full_name();
    Ok(Edit::new(format!("{name}: {} removed", event.step.label())).remove(id))
}
