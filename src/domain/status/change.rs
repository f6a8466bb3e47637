//! The edits that change a pupil's status.

use chrono::{Days, NaiveDate};

use crate::domain::date_words::with_year;
use crate::domain::{
    Caseload, Desk, Edit, NewStatus, PupilId, Refusal, Status, StatusPeriod, StatusPeriodId,
};

/// The edit that gives a pupil a new status: the one she has ends on the day before.
///
/// # Errors
/// When she has that status already, or the day is missing, has not come yet, or is not after the one on which the
/// status she has began.
pub fn change(desk: &Desk<'_>, pupil: PupilId, new: &NewStatus) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(pupil)?.full_name();
    let new = new.period(desk.ids.next(), pupil);
    let from = first_day(desk, &new)?;
    let before = from.checked_sub_days(Days::new(1)).unwrap_or(from);
    let running = running(desk.caseload, pupil);
    let mut edit = Edit::new(format!("{name}: {}", new.label()));
    for period in running {
        if (period.status, period.watching) == (new.status, new.watching) {
            return Err(Refusal::of(
                "status",
                format!(
                    "This is the status already{}. Choose another; to put that one right, go back and press Enter on it.",
                    period
                        .from
                        .map(|from| format!(" since {}", with_year(from)))
                        .unwrap_or_default()
                ),
            ));
        }
        if let Some(began) = period.from.filter(|began| *began > before) {
            return Err(Refusal::of(
                "from",
                format!(
                    "The status now began on {}: the new one must begin later. To put the old one right, go back and \
                     press Enter on it.",
                    with_year(began)
                ),
            ));
        }
        edit = edit.put(StatusPeriod {
            to: Some(before),
            ..period.clone()
        });
    }
    Ok(edit.put(new))
}

/// The edit that takes a pupil off the register: support is no longer additional or different. A time of watching after it
/// is usual; the Code leaves how to the school.
///
/// # Errors
/// When she is not on the register, or the day does not fit.
pub fn leave_register(desk: &Desk<'_>, pupil: PupilId, new: &NewStatus) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(pupil)?.full_name();
    let is_on = desk
        .caseload
        .status_now(pupil)
        .is_some_and(|period| period.status.on_register());
    if !is_on {
        return Err(Refusal::new(
            "This pupil is not on the register, so there is nothing to leave.",
        ));
    }
    let new = NewStatus {
        status: Status::N,
        ..new.clone()
    };
    let label = if new.watching {
        format!("{name} is off the register, and watched")
    } else {
        format!("{name} is off the register")
    };
    Ok(Edit {
        label,
        ..change(desk, pupil, &new)?
    })
}

/// The edit that puts a period right: its code, its days, its reason, whether the parent was told.
///
/// # Errors
/// When it ends before it begins, a day has not come yet, or the period is no longer there.
pub fn correct(desk: &Desk<'_>, period: StatusPeriod) -> Result<Edit, Refusal> {
    let stored = stored(desk.caseload, period.id)?;
    desk.has_come("from", period.from)?;
    desk.has_come("to", period.to)?;
    desk.has_come("parent_told_on", period.parent_told_on)?;
    if period
        .from
        .zip(period.to)
        .is_some_and(|(from, to)| to < from)
    {
        return Err(Refusal::of(
            "to",
            "It would end before it began. Check both days.",
        ));
    }
    let period = StatusPeriod {
        watching: period.watching && period.status == Status::N,
        parent_told: period.parent_told || period.parent_told_on.is_some(),
        ..period
    };
    let name = desk.caseload.pupil(period.pupil)?.full_name();
    let edit = Edit::new(format!("Status of {name} put right"));
    Ok(if period == *stored {
        edit
    } else {
        edit.put(period)
    })
}

/// The edit that takes a period away. The one that ended on the day before it goes on in its place.
///
/// # Errors
/// When it is no longer there.
pub fn remove(desk: &Desk<'_>, id: StatusPeriodId) -> Result<Edit, Refusal> {
    let period = stored(desk.caseload, id)?;
    let name = desk.caseload.pupil(period.pupil)?.full_name();
    let edit = Edit::new(format!("Status of {name} removed: {}", period.label())).remove(id);
    let before = period.from.and_then(|from| from.pred_opt());
    let earlier = desk
        .caseload
        .status_periods
        .of(period.pupil)
        .find(|earlier| earlier.id != id && earlier.to.is_some() && earlier.to == before);
    Ok(edit.put_all(earlier.map(|earlier| StatusPeriod {
        to: period.to,
        ..earlier.clone()
    })))
}

fn stored(caseload: &Caseload, id: StatusPeriodId) -> Result<&StatusPeriod, Refusal> {
    let gone = || Refusal::new("This status is no longer in the record. Ctrl+Z may bring it back.");
    caseload.status_periods.get(id).ok_or_else(gone)
}

/// The periods that have not ended.
fn running(caseload: &Caseload, pupil: PupilId) -> impl Iterator<Item = &StatusPeriod> {
    let periods = caseload.status_periods.of(pupil);
    periods.filter(|period| period.to.is_none())
}

fn first_day(desk: &Desk<'_>, new: &StatusPeriod) -> Result<NaiveDate, Refusal> {
    desk.has_come("from", new.from)?;
    desk.has_come("parent_told_on", new.parent_told_on)?;
    new.from.ok_or_else(|| {
        Refusal::of(
            "from",
            "Since when? Type the first day of the new status: today, 9 jan, last fri.",
        )
    })
}

#[cfg(test)]
mod tests;
