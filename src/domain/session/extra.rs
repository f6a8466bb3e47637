//! A session that was not on the timetable: an extra, or a one-off.

use chrono::{NaiveDate, NaiveTime};

use super::{Told, doubts, record};
use crate::domain::promise::{pair, promises};
use crate::domain::{Desk, Doubt, Edit, Refusal, Session, clock_time, date_words};

/// The edit that records a session that was not on the timetable; `that_day` are those recorded of the intervention on its
/// day. It is one more promised and one more given, or not given ([`Run`](crate::domain::Run)).
///
/// # Errors
/// As [`record`], and when one at that time is recorded already.
pub fn record_extra(desk: &Desk<'_>, told: &Told, that_day: &[Session]) -> Result<Edit, Refusal> {
    if is_recorded(told, that_day) {
        let name = name(desk, told);
        let day = date_words::short(told.on, desk.today());
        let (at, cure) = match told.at {
            Some(at) => (
                format!(" at {}", clock_time::write(at)),
                "If this was one more, give its own time",
            ),
            None => (String::new(), "If this was one more, give its time"),
        };
        return Err(Refusal::of(
            "at",
            format!(
                "{name} on {day}{at} is logged already. {cure}; if not, Enter on the group on screen 4 changes it."
            ),
        ));
    }
    record(desk, told, None)
}

/// What looks wrong with such a session and may be right: as [`doubts`], and that it stands for one of the timetable that
/// has no entry.
pub fn extra_doubts(desk: &Desk<'_>, told: &Told, that_day: &[Session]) -> Vec<Doubt> {
    let found = doubts(desk, told);
    if !found.is_empty() || is_recorded(told, that_day) {
        return found;
    }
    let Some(at) = stands_for(desk, told, that_day) else {
        return found;
    };
    let at = clock_time::write(at);
    vec![Doubt {
        field: "on",
        words: format!("{at} that day has no entry yet, so this counts for it"),
        basis: "the timetable".to_owned(),
    }]
}

/// The time of the session of the timetable that this one would be counted as, if it is not one more.
fn stands_for(desk: &Desk<'_>, told: &Told, that_day: &[Session]) -> Option<NaiveTime> {
    let intervention = desk.caseload.interventions.get(told.intervention)?;
    let promises = promises(intervention, desk.calendar, told.on, told.on);
    let recorded = that_day.iter().map(|session| (session.on, session.at));
    let times: Vec<(NaiveDate, Option<NaiveTime>)> = recorded.chain([(told.on, told.at)]).collect();
    let place = pair(&promises, &times).pop().flatten()?;
    Some(promises[place].at)
}

fn is_recorded(told: &Told, that_day: &[Session]) -> bool {
    that_day.iter().any(|session| session.at == told.at)
}

fn name<'a>(desk: &Desk<'a>, told: &Told) -> &'a str {
    let intervention = desk.caseload.interventions.get(told.intervention);
    intervention.map_or("It", |intervention| &intervention.name)
}
