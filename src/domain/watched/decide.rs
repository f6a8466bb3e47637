//! What becomes of a pupil who was watched.

use chrono::NaiveDate;

use super::{Watched, looks, period};
use crate::domain::date_words::with_year;
use crate::domain::{
    Action, Change, Desk, Edit, NewStatus, PupilId, Record, Refusal, Status, WatchDecision,
    WatchPart, status,
};

/// A decision as it is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// What.
    pub decision: WatchDecision,
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reason: String,
    /// When to look again, for one who is watched on.
    pub look_again_on: Option<NaiveDate>,
    /// When the parent was told, for one who comes on the register (Children and Families Act 2014 s.68).
    pub parent_told_on: Option<NaiveDate>,
}

/// The edit that carries a decision out: with a reason and a day, the status that follows, and the day to look again.
///
/// # Errors
/// When the pupil is not watched now, there is no reason, or a day is missing or does not fit.
pub fn decide(desk: &Desk<'_>, pupil: PupilId, decided: &Decided) -> Result<Edit, Refusal> {
    let name = desk.caseload.pupil(pupil)?.full_name();
    desk.has_come("on", Some(decided.on))?;
    let watching = period(desk.caseload, pupil).filter(|period| period.to.is_none());
    let watching = watching.ok_or_else(|| {
        Refusal::new("This pupil is not watched now, so there is nothing to decide.")
    })?;
    if decided.reason.is_empty() {
        return Err(Refusal::of(
            "reason",
            "Why? A few words are enough; the next SENCO will ask.",
        ));
    }
    let (words, mut edit) = match decided.decision {
        WatchDecision::Support => {
            let edit = follows(desk, pupil, decided, Status::K)?;
            ("onto the register: SEN support".to_owned(), edit)
        }
        WatchDecision::NothingMore => {
            let edit = follows(desk, pupil, decided, Status::N)?;
            ("nothing more".to_owned(), edit)
        }
        WatchDecision::KeepWatching => {
            let until = decided.look_again_on.ok_or_else(|| {
                Refusal::of(
                    "look_again_on",
                    "Until when? Type when you look again: +6w.",
                )
            })?;
            let look = Action::look_again(desk.ids.next(), pupil, desk.today(), until);
            let edit = Edit::default().put(watching.clone()).put(look);
            (format!("keep watching until {}", with_year(until)), edit)
        }
    };
    edit.label = format!("{name}: {words}");
    let entry = Watched {
        part: WatchPart::Decision,
        on: Some(decided.on),
        words: format!("{words}. {}", decided.reason),
    };
    for change in &mut edit.changes {
        if let Change::Put(Record::StatusPeriod(period)) = change
            && period.id == watching.id
        {
            period.watched.push(entry.clone());
        }
    }
    let looked = looks(desk.caseload, pupil).into_iter();
    Ok(edit.put_all(looked.map(|look| Action {
        done_on: Some(decided.on),
        ..look.clone()
    })))
}

/// The status that follows on the time of watching.
fn follows(
    desk: &Desk<'_>,
    pupil: PupilId,
    decided: &Decided,
    status: Status,
) -> Result<Edit, Refusal> {
    let told_on = decided.parent_told_on.filter(|_| status == Status::K);
    let new = NewStatus {
        status,
        watching: false,
        from: Some(decided.on),
        reason: decided.reason.clone(),
        parent_told: told_on.is_some(),
        parent_told_on: told_on,
    };
    let edit = status::change(desk, pupil, &new);
    edit.map_err(|refusal| match refusal.field.as_deref() {
        Some("from") => Refusal::of("on", refusal.words),
        _ => refusal,
    })
}
