//! [`Session`]: one time an intervention was given, or was not.

mod extra;
mod happened;
mod told;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use super::{
    Attendance, Change, Desk, Doubt, Edit, Id, Intervention, InterventionId, Keeping, Refusal,
    date_words,
};

pub use extra::{extra_doubts, record_extra};
pub use happened::Happened;
pub use told::Told;

/// The id of a [`Session`].
pub type SessionId = Id<Session>;

/// Why sessions do not run, as schools say it, the most frequent first.
pub const USUAL_REASONS: [&str; 8] = [
    "adult away",
    "adult needed elsewhere",
    "assembly",
    "trip",
    "room in use",
    "tests",
    "school event",
    "whole group away",
];

/// One slot of an intervention about which something is known: it ran, with who came, or it did not, and why. A slot
/// without a session is *no entry*, which is never counted as not given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// The intervention.
    pub intervention: InterventionId,
    /// The day.
    pub on: NaiveDate,
    /// The time of its slot, where there are several a day.
    pub at: Option<NaiveTime>,
    /// Why it was not given; none when it was.
    pub not_given: Option<String>,
    /// Who told the SENCO, where she was not there: "Mrs Bell".
    pub told_by: String,
    /// When it was typed.
    pub entered_at: DateTime<Utc>,
    /// A note for the group. Each child sees only her own part.
    pub note: String,
    /// Who came.
    pub marks: Vec<Attendance>,
}

impl Session {
    /// Whether it ran.
    pub fn was_given(&self) -> bool {
        self.not_given.is_none()
    }
}

/// The edit that records what is told of a session, in place of what was recorded of it before.
///
/// # Errors
/// When there is no such intervention, its sessions are not kept, the day has not come or is outside its dates, a session
/// did not run and nobody says why, or a pupil is marked who has no place in it that day.
pub fn record(desk: &Desk<'_>, told: &Told, before: Option<&Session>) -> Result<Edit, Refusal> {
    let intervention = kept(desk, told.intervention)?;
    let day = date_words::short(told.on, desk.today());
    let what = match &told.happened {
        Happened::NoEntry => "no entry".to_owned(),
        Happened::Given(_) => "given".to_owned(),
        Happened::NotGiven(reason) => format!("not given, {}", reason.trim()),
    };
    let mut edit = Edit::new(format!("{} on {day}: {what}", intervention.name));
    edit.changes.extend(change(desk, told, before)?);
    Ok(edit)
}

/// The change that records what is told of a session; none when nothing is known of it, before and after, or it says
/// what was recorded already.
///
/// # Errors
/// As [`record`].
pub(super) fn change(
    desk: &Desk<'_>,
    told: &Told,
    before: Option<&Session>,
) -> Result<Option<Change>, Refusal> {
    let intervention = kept(desk, told.intervention)?;
    let (not_given, marks) = match &told.happened {
        Happened::NoEntry => return Ok(before.map(|session| Change::Remove(session.id.into()))),
        Happened::NotGiven(reason) if reason.trim().is_empty() => {
            return Err(Refusal::of(
                "not_given",
                "Why did it not run? A word is enough: adult away, assembly, trip.",
            ));
        }
        Happened::NotGiven(reason) => (Some(reason.trim().to_owned()), Vec::new()),
        Happened::Given(marks) => (None, marks.clone()),
    };
    check_day(desk, intervention, told.on)?;
    check_marks(desk, intervention, told.on, &marks, before)?;
    let session = Session {
        id: before.map_or_else(|| desk.ids.next(), |session| session.id),
        intervention: told.intervention,
        on: told.on,
        at: told.at,
        not_given,
        told_by: told.by.trim().to_owned(),
        entered_at: before.map_or_else(|| desk.entered_at(), |session| session.entered_at),
        note: told.note.trim().to_owned(),
        marks,
    };
    Ok((before != Some(&session)).then(|| Change::Put(session.into())))
}

/// The intervention, if its sessions are kept.
fn kept<'a>(desk: &Desk<'a>, id: InterventionId) -> Result<&'a Intervention, Refusal> {
    let Some(intervention) = desk.caseload.interventions.get(id) else {
        return Err(Refusal::of(
            "intervention",
            "This intervention is not in the caseload any more. Choose another on screen 4.",
        ));
    };
    match intervention.keeping {
        Keeping::EachSession | Keeping::ByException => Ok(intervention),
        Keeping::Standing => Err(Refusal::of(
            "intervention",
            format!(
                "{} is standing support: it is costed and has no register. To log its sessions, change how it is kept \
                 under Provision on screen 4.",
                intervention.name
            ),
        )),
    }
}

fn check_day(desk: &Desk<'_>, intervention: &Intervention, on: NaiveDate) -> Result<(), Refusal> {
    let today = desk.today();
    let short = |date| date_words::short(date, today);
    let words = if on > today {
        format!("{} has not come yet. Log it when it has.", short(on))
    } else if on < intervention.began_on {
        format!(
            "{} began on {}, after {}. Choose a later day, or change its first day under Provision on screen 4.",
            intervention.name,
            short(intervention.began_on),
            short(on)
        )
    } else if let Some(last) = intervention.ends_on.filter(|last| on > *last) {
        format!(
            "{} ended on {}, before {}. Choose an earlier day, or change its last day under Provision on screen 4.",
            intervention.name,
            short(last),
            short(on)
        )
    } else {
        return Ok(());
    };
    Err(Refusal::of("on", words))
}

/// Only pupils of the group are marked. Marks recorded before stand, whatever became of the places.
fn check_marks(
    desk: &Desk<'_>,
    intervention: &Intervention,
    on: NaiveDate,
    marks: &[Attendance],
    before: Option<&Session>,
) -> Result<(), Refusal> {
    for mark in marks {
        let pupil = mark.pupil;
        let was_marked =
            before.is_some_and(|session| session.marks.iter().any(|before| before.pupil == pupil));
        let has_place = desk
            .caseload
            .places_in(intervention.id)
            .any(|place| place.pupil == pupil && place.covers(on));
        if !was_marked && !has_place {
            let name = desk
                .caseload
                .pupils
                .get(pupil)
                .map_or_else(|| "This pupil".to_owned(), super::Pupil::full_name);
            return Err(Refusal::of(
                "marks",
                format!(
                    "{name} has no place in {} on {}. Give one under Provision on screen 4, or leave this pupil out.",
                    intervention.name,
                    date_words::short(on, desk.today())
                ),
            ));
        }
    }
    Ok(())
}

/// What looks wrong with a session and may be right: a day the school is closed, a day without a slot.
pub fn doubts(desk: &Desk<'_>, told: &Told) -> Vec<Doubt> {
    let Some(intervention) = desk.caseload.interventions.get(told.intervention) else {
        return Vec::new();
    };
    if told.happened == Happened::NoEntry {
        return Vec::new();
    }
    let day = date_words::short(told.on, desk.today());
    let has_slot = || {
        let weekday = chrono::Datelike::weekday(&told.on);
        intervention
            .slots
            .iter()
            .any(|slot| slot.weekday == weekday)
    };
    let words = if let Some(why) = desk.calendar.why_closed(told.on) {
        format!(
            "the school was closed on {day} ({why}): is the day right? It counts as one more session"
        )
    } else if !intervention.slots.is_empty() && !has_slot() {
        format!(
            "{} has no slot on {day}: it counts as one more session",
            intervention.name
        )
    } else {
        return Vec::new();
    };
    vec![Doubt {
        field: "on",
        words,
        basis: "the term dates and the timetable you entered".to_owned(),
    }]
}

/// The edit that takes a session away: its slot has no entry then.
pub fn remove(desk: &Desk<'_>, session: &Session) -> Edit {
    let day = date_words::short(session.on, desk.today());
    let name = desk
        .caseload
        .interventions
        .get(session.intervention)
        .map_or("Session", |intervention| &intervention.name);
    Edit::new(format!("{name} on {day}: no entry")).remove(session.id)
}

#[cfg(test)]
mod tests;
