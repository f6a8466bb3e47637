//! The edits that write a pupil's record.

use chrono::NaiveDate;

use super::{Pupil, PupilId};
use crate::domain::{Caseload, Desk, Edit, NewStatus, Place, Refusal, upn};

/// The edit that adds a pupil, with the status she comes with, if she has one.
///
/// # Errors
/// When she has no name at all, or a day has not come yet.
pub fn add(desk: &Desk<'_>, pupil: Pupil, status: Option<&NewStatus>) -> Result<Edit, Refusal> {
    let pupil = checked(desk, pupil)?;
    if let Some(status) = status {
        desk.has_come("from", status.from)?;
        desk.has_come("parent_told_on", status.parent_told_on)?;
    }
    let period = status.map(|status| status.period(desk.ids.next(), pupil.id));
    let label = match &period {
        Some(period) => format!("{} added: {}", pupil.full_name(), period.label()),
        None => format!("{} added", pupil.full_name()),
    };
    Ok(Edit::new(label).put(pupil).put_all(period))
}

/// The edit that changes what is known of a pupil.
///
/// # Errors
/// When no name is left, she is no longer in the caseload, or was born on a day to come.
pub fn change(desk: &Desk<'_>, pupil: Pupil) -> Result<Edit, Refusal> {
    let stored = desk.caseload.pupil(pupil.id)?;
    let pupil = checked(desk, pupil)?;
    let edit = Edit::new(format!("Record of {} changed", pupil.full_name()));
    Ok(if pupil == *stored {
        edit
    } else {
        edit.put(pupil)
    })
}

/// The edit that says a pupil has left the school, or, with no day, that she is there again. Her places in interventions end
/// on that day; her status and all else stay as they were, for the next school.
///
/// # Errors
/// When the day has not come yet, or she is no longer in the caseload.
pub fn leave(
    desk: &Desk<'_>,
    pupil: PupilId,
    on: Option<NaiveDate>,
    left_for: &str,
) -> Result<Edit, Refusal> {
    let stored = desk.caseload.pupil(pupil)?;
    desk.has_come("left_on", on)?;
    let name = stored.full_name();
    let Some(day) = on else {
        let edit = Edit::new(format!("{name} is here again"));
        let back = Pupil {
            left_on: None,
            left_for: String::new(),
            ..stored.clone()
        };
        return Ok(if stored.left_on.is_none() {
            edit
        } else {
            edit.put(back)
        });
    };
    let places = desk.caseload.places.of(pupil);
    let ended = places
        .filter(|place| place.to.is_none_or(|to| to > day))
        .filter(|place| place.from.is_none_or(|from| from <= day))
        .map(|place| Place {
            to: Some(day),
            ..place.clone()
        });
    Ok(Edit::new(format!("{name} has left"))
        .put(Pupil {
            left_on: on,
            left_for: left_for.to_owned(),
            ..stored.clone()
        })
        .put_all(ended))
}

/// The edit that takes a pupil out of the caseload as if she had never been in it: for somebody typed by mistake. `in_log`
/// is how many notes, sessions and measures the log has of her.
///
/// # Errors
/// When she has records: they are the school's evidence and stay. Somebody who has left is marked so instead.
pub fn remove(desk: &Desk<'_>, pupil: PupilId, in_log: usize) -> Result<Edit, Refusal> {
    let caseload = desk.caseload;
    let stored = caseload.pupil(pupil)?;
    if in_log > 0 || has_records(caseload, pupil) {
        return Err(Refusal::new(
            "There are records of this pupil: plans, notes, reviews or dates. They are the school's evidence and stay.",
        ));
    }
    let mut edit = Edit::new(format!("{} removed", stored.full_name()));
    for period in caseload.status_periods.of(pupil) {
        edit = edit.remove(period.id);
    }
    for tie in caseload.ties.of(pupil) {
        edit = edit.remove(tie.id);
    }
    for hand_over in caseload.hand_overs.of(pupil) {
        edit = edit.remove(hand_over.id);
    }
    for base in caseload.import_bases.of(pupil) {
        edit = edit.remove(base.id);
    }
    Ok(edit.remove(pupil))
}

fn has_records(caseload: &Caseload, pupil: PupilId) -> bool {
    caseload.cycles.of(pupil).next().is_some()
        || caseload.outcomes.of(pupil).next().is_some()
        || caseload.targets.of(pupil).next().is_some()
        || caseload.strategies.of(pupil).next().is_some()
        || caseload.places.of(pupil).next().is_some()
        || caseload.reviews.of(pupil).next().is_some()
        || caseload.actions.of(pupil).next().is_some()
        || caseload.referrals.of(pupil).next().is_some()
        || caseload.other_plans.of(pupil).next().is_some()
        || caseload.half_days.of(pupil).next().is_some()
        || caseload.arrangements.of(pupil).next().is_some()
        || caseload.diagnoses.of(pupil).next().is_some()
        || caseload.ehc_lines.of(pupil).next().is_some()
        || caseload.documents.of(pupil).next().is_some()
        || caseload.ehc_events.of(pupil).next().is_some()
}

fn checked(desk: &Desk<'_>, pupil: Pupil) -> Result<Pupil, Refusal> {
    if pupil.called().is_empty() {
        return Err(Refusal::of(
            "forename",
            "One name is needed: a first name, a surname, or what the pupil is called.",
        ));
    }
    desk.has_come("dob", pupil.dob)?;
    desk.has_come("profile_on", pupil.profile_on)?;
    Ok(Pupil {
        upn: upn::tidy(&pupil.upn),
        ..pupil
    })
}

#[cfg(test)]
mod tests;
