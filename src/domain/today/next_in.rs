use chrono::NaiveDate;

use crate::domain::{Desk, Due, DueKind};

/// What comes before the SENCO is next in, that day included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NextIn {
    /// The day she is next in.
    pub on: NaiveDate,
    /// Reviews booked.
    pub reviews: u32,
    /// Other things that are due.
    pub others: u32,
}

/// Nobody is away for longer: where the search for her next day ends.
const LONGEST_AWAY: usize = 70;

impl NextIn {
    /// From what is due; none where her days are not known.
    pub(super) fn of(desk: &Desk<'_>, dues: &[&Due]) -> Option<Self> {
        let days = desk.caseload.setting()?.working_days;
        let today = desk.today();
        let on = today.iter_days().skip(1).take(LONGEST_AWAY).find(|day| {
            days.contains(chrono::Datelike::weekday(day)) && desk.calendar.is_open(*day)
        })?;
        let mut next = Self {
            on,
            reviews: 0,
            others: 0,
        };
        let before = |due: &&&Due| due.on > Some(today) && due.on <= Some(on);
        for due in dues.iter().filter(before) {
            match due.kind {
                DueKind::Review(_) => next.reviews += 1,
                DueKind::WriteUp
                | DueKind::Action
                | DueKind::Referral
                | DueKind::OtherPlan
                | DueKind::Arrangement
                | DueKind::Rule(_) => {
                    next.others += 1;
                }
            }
        }
        Some(next)
    }
}
