//! [`CensusLine`].

use chrono::NaiveDate;

use super::{CensusDoubt, RANKS};
use crate::domain::upn::{self, UpnCheck};
use crate::domain::{Caseload, EhcStep, NcYear, NeedCode, NeedTable, Pupil, PupilId, Status};

/// What would be sent of one pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct CensusLine {
    /// The pupil.
    pub pupil: PupilId,
    /// Her SEN provision. A pupil who is only watched is sent as N.
    pub status: Status,
    /// Her types of need as they are sent: at most two, in rank order, and none of a pupil without SEN provision.
    pub needs: Vec<NeedCode>,
    /// What is missing or contradictory.
    pub doubts: Vec<CensusDoubt>,
}

impl CensusLine {
    /// The line of a pupil on the day of a census. `is_shared` says that another pupil has the same UPN.
    pub(super) fn of(caseload: &Caseload, pupil: &Pupil, on: NaiveDate, is_shared: bool) -> Self {
        let status = caseload.status_of(pupil.id);
        let mut doubts = Vec::new();
        of_identity(pupil, on, is_shared, &mut doubts);
        of_status(caseload, pupil, status, on, &mut doubts);
        let needs = if status.on_register() {
            of_needs(&pupil.needs, status, on, &mut doubts);
            pupil.needs.iter().take(RANKS).cloned().collect()
        } else {
            Vec::new()
        };
        Self {
            pupil: pupil.id,
            status,
            needs,
            doubts,
        }
    }
}

fn of_identity(pupil: &Pupil, on: NaiveDate, is_shared: bool, doubts: &mut Vec<CensusDoubt>) {
    match upn::check(&pupil.upn) {
        _ if pupil.upn.is_empty() => doubts.push(CensusDoubt::NoUpn),
        UpnCheck::Permanent | UpnCheck::Temporary => {}
        check @ (UpnCheck::WrongLetter { .. } | UpnCheck::WrongShape) => {
            doubts.push(CensusDoubt::Upn(check));
        }
    }
    if is_shared {
        doubts.push(CensusDoubt::SharedUpn);
    }
    if pupil.surname.is_empty() || pupil.forename.is_empty() {
        doubts.push(CensusDoubt::HalfName);
    }
    match (pupil.dob, pupil.year) {
        (None, _) => doubts.push(CensusDoubt::NoBirthday),
        (Some(_), None) => doubts.push(CensusDoubt::NoYear),
        (Some(born), Some(year)) => {
            let usual = NcYear::expected(born, on);
            if year != NcYear::X && usual != Some(year) {
                doubts.push(CensusDoubt::OtherYear { usual });
            }
        }
    }
}

fn of_status(
    caseload: &Caseload,
    pupil: &Pupil,
    status: Status,
    on: NaiveDate,
    doubts: &mut Vec<CensusDoubt>,
) {
    let steps = || caseload.ehc_events.of(pupil.id);
    let made = steps()
        .filter(|event| {
            matches!(
                event.step,
                EhcStep::Made | EhcStep::Amended | EhcStep::Final
            )
        })
        .map(|event| event.on)
        .max();
    let period = caseload.status_now(pupil.id);
    let since = period.and_then(|period| period.from);
    // A plan that ended is followed by a status that began later.
    if status != Status::E
        && let Some(made) = made.filter(|made| since.is_none_or(|since| since < *made))
    {
        doubts.push(CensusDoubt::PlanButNotE { made });
    }
    if let Some(since) = since.filter(|since| *since > on) {
        doubts.push(CensusDoubt::BeginsLater { since });
    }
}

/// R10 and the dated table of codes.
fn of_needs(needs: &[NeedCode], status: Status, on: NaiveDate, doubts: &mut Vec<CensusDoubt>) {
    if needs.is_empty() {
        doubts.push(CensusDoubt::NoNeed);
    }
    for (rank, code) in needs.iter().enumerate() {
        if needs[..rank].contains(code) {
            doubts.push(CensusDoubt::NeedTwice(code.clone()));
            continue;
        }
        match NeedTable::england().get(code) {
            Some(need) if !need.valid_on(on) => doubts.push(CensusDoubt::NotTaken(code.clone())),
            None => doubts.push(CensusDoubt::NotTaken(code.clone())),
            Some(need) if !need.goes_with(status) => {
                doubts.push(CensusDoubt::NotWithStatus(code.clone()));
            }
            // Not assessed yet, and yet assessed: the one goes with no other.
            Some(need) if needs.len() > 1 && !need.goes_with(Status::E) => {
                doubts.push(CensusDoubt::NotBesideOthers(code.clone()));
            }
            Some(_) => {}
        }
    }
}
