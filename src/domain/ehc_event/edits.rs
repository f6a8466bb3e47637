//! The edits that write a step.

use super::{EhcEvent, EhcEventId};
use crate::domain::{Code, Desk, Doubt, Edit, EhcStep, PupilId, Refusal, Status};

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

/// What looks wrong about a step and may be right: a plan that is made, for a pupil whose status says there is none.
pub fn doubts(desk: &Desk<'_>, pupil: PupilId, step: EhcStep) -> Vec<Doubt> {
    let makes_plan = match step {
        EhcStep::Made
        | EhcStep::Amended
        | EhcStep::Reviewed
        | EhcStep::LaDecided
        | EhcStep::AmendmentNotice
        | EhcStep::Final => true,
        EhcStep::Requested
        | EhcStep::DecidedToAssess
        | EhcStep::Refused
        | EhcStep::AdviceAsked
        | EhcStep::AdviceSent
        | EhcStep::DraftReceived
        | EhcStep::Consulted => false,
    };
    let status = desk.caseload.status_of(pupil);
    let doubt = (makes_plan && status != Status::E).then(|| Doubt {
        field: "step",
        words: format!("the status is {}, not EHC plan", status.label()),
        basis: "a plan on record makes the status E: change it on the page Status".to_owned(),
    });
    doubt.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, TestDesk, date};

    #[test]
    fn a_step_is_written_put_right_and_removed_and_never_in_the_future() {
        let mut desk = TestDesk::new();
        let event = EhcEvent {
            id: desk.desk().ids.next(),
            pupil: AISHA,
            step: EhcStep::Requested,
            on: date("2026-10-12"),
            note: String::new(),
        };
        let to_come = EhcEvent {
            on: date("2026-11-24"),
            ..event.clone()
        };
        assert_eq!(
            put(&desk.desk(), to_come).unwrap_err().field.as_deref(),
            Some("on")
        );
        desk.save(put(&desk.desk(), event.clone()).expect("written"));
        assert!(
            put(&desk.desk(), event.clone())
                .expect("the same")
                .is_empty()
        );
        desk.save(remove(&desk.desk(), event.id).expect("removed"));
        assert!(remove(&desk.desk(), event.id).is_err());
    }

    #[test]
    fn a_plan_is_doubted_where_the_status_says_there_is_none() {
        let desk = TestDesk::new();
        assert_eq!(doubts(&desk.desk(), AISHA, EhcStep::Made).len(), 1);
        assert!(doubts(&desk.desk(), AISHA, EhcStep::Requested).is_empty());
    }
}
