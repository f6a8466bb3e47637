//! [`Held`]: how a review went, and the edits that write it down.

use chrono::NaiveDate;

use crate::domain::action::Agreed;
use crate::domain::cycle::NextCycle;
use crate::domain::{
    Action, Agreement, Came, Cycle, Decision, Desk, Edit, Invitee, Judgement, KeepIt, NewStatus,
    PersonKind, Place, Refusal, Review, Status, TargetNow, Verdict, status,
};

/// How a review went, as it is typed. Nothing but the day is needed: a meeting may end at any point.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// The day it was held.
    pub on: NaiveDate,
    /// Who came.
    pub came: Vec<Invitee>,
    /// The pupil's words, as said.
    pub pupil_words: String,
    /// The family's words, as said.
    pub family_words: String,
    /// What it found of each target.
    pub judgements: Vec<Judgement>,
    /// What it decided about each intervention.
    pub verdicts: Vec<Verdict>,
    /// The decision.
    pub decision: Option<Decision>,
    /// Why.
    pub reason: String,
    /// Whether the family agrees.
    pub agreement: Option<Agreement>,
    /// When the report went to the local authority and everyone asked.
    pub report_sent_on: Option<NaiveDate>,
    /// What was agreed, beside what was agreed before.
    pub actions: Vec<Agreed>,
}

/// What follows a review that was just held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Follows {
    /// The date agreed for the next one.
    pub next_on: Option<NaiveDate>,
    /// Whether the next cycle is opened.
    pub opens_cycle: bool,
}

impl Held {
    fn review(&self, review: &Review) -> Review {
        Review {
            held_on: Some(self.on),
            invited: self.came.clone(),
            judgements: self.judgements.clone(),
            verdicts: self.verdicts.clone(),
            pupil_words: self.pupil_words.clone(),
            family_words: self.family_words.clone(),
            decision: self.decision,
            reason: self.reason.clone(),
            agreement: self.agreement,
            report_sent_on: self.report_sent_on,
            ..review.clone()
        }
    }

    /// Whether somebody of the family was there.
    fn met_family(&self, desk: &Desk<'_>) -> bool {
        self.came.iter().any(|invitee| {
            let person = invitee.person.and_then(|id| desk.caseload.people.get(id));
            invitee.came == Some(Came::Came)
                && person.is_some_and(|person| person.kind == PersonKind::Family)
        })
    }

    fn check(&self, desk: &Desk<'_>) -> Result<(), Refusal> {
        desk.has_come("held_on", Some(self.on))?;
        desk.has_come("report_sent_on", self.report_sent_on)
    }
}

/// Writes down a review that was booked: what it found and decided, the actions agreed, the cycle closed, the pupil's place
/// ended in what it stopped, SEN support ended where it decided that she leaves the register, and what follows. `latest`
/// says where the targets of her newest cycle stand.
///
/// # Errors
/// When the day has not come yet, or the review was held before.
pub fn hold(
    desk: &Desk<'_>,
    review: &Review,
    held: &Held,
    follows: Follows,
    latest: &[TargetNow],
) -> Result<Edit, Refusal> {
    held.check(desk)?;
    if review.held_on.is_some() {
        return Err(Refusal::new(
            "This review was written down already. Esc, then Enter on it to correct it.",
        ));
    }
    let name = desk.caseload.full_name(review.pupil);
    let written = held.review(review);
    let mut edit = Edit::new("").put(written.clone());
    let mut then = String::new();
    edit = put_actions(desk, edit, review, held);
    edit = edit.put_all(answered(desk, review, held.on));
    let stopped = stopped(desk, review, held);
    let judged = review.cycle.and_then(|id| desk.caseload.cycles.get(id));
    if let Some(cycle) = judged.filter(|cycle| !cycle.is_closed()) {
        then = format!(", cycle {} closed", cycle.number);
        edit = edit.put(Cycle {
            reviewed_on: Some(held.on),
            ..cycle.clone()
        });
    }
    if leaves(desk, review, held.decision) {
        let left = status::leave_register(desk, review.pupil, &off_the_register(desk, held))
            .map_err(|refusal| Refusal::new(refusal.words))?;
        then = ", off the register and watched".to_owned();
        edit.changes.extend(left.changes);
    }
    let mut next_cycle = None;
    if follows.opens_cycle && may_open_cycle(desk, review) {
        let mut cycle = next_cycle_after(desk, &written, held.on, latest);
        cycle.cycle.review_on = follows.next_on;
        // A date that lies beyond the next review was meant so.
        for target in &mut cycle.targets {
            target.by = target.by.or(follows.next_on);
        }
        // What was stopped serves no target any more.
        let is_stopped = |place: &Place| stopped.iter().any(|ended| ended.id == place.id);
        cycle.places.retain(|place| !is_stopped(place));
        then = format!(", cycle {} opened", cycle.cycle.number);
        next_cycle = Some(cycle.cycle.id);
        edit = cycle.put_in(edit);
    }
    if let Some(on) = follows.next_on {
        edit = edit.put(Review {
            cycle: next_cycle,
            room: review.room.clone(),
            invited: asked_again(&held.came),
            ..Review::booked(desk.ids.next(), review.pupil, review.kind, on)
        });
    }
    edit.label = format!("Review of {name} held{then}");
    Ok(edit.put_all(stopped))
}

/// The actions that stood for this review while only a list told its date, done now.
fn answered(desk: &Desk<'_>, review: &Review, on: NaiveDate) -> Vec<Action> {
    let actions = desk.caseload.actions.of(review.pupil);
    let waiting = actions.filter(|action| action.stands_for(review.kind));
    waiting
        .map(|action| Action {
            done_on: Some(on),
            ..action.clone()
        })
        .collect()
}

/// Whether a decision takes a pupil off the register: from SEN support. An EHC plan is the authority's to end.
pub fn leaves(desk: &Desk<'_>, review: &Review, decision: Option<Decision>) -> bool {
    decision == Some(Decision::Leave) && desk.caseload.status_of(review.pupil) == Status::K
}

/// What follows SEN support: a time of watching is usual.
fn off_the_register(desk: &Desk<'_>, held: &Held) -> NewStatus {
    let told = held.met_family(desk);
    NewStatus {
        status: Status::N,
        watching: true,
        from: Some(held.on),
        reason: if held.reason.is_empty() {
            "decided at the review".to_owned()
        } else {
            held.reason.clone()
        },
        parent_told: told,
        parent_told_on: told.then_some(held.on),
    }
}

/// The cycle that follows the pupil's newest; her first where she had none.
fn next_cycle_after(
    desk: &Desk<'_>,
    review: &Review,
    on: NaiveDate,
    latest: &[TargetNow],
) -> NextCycle {
    match desk.caseload.cycle_now(review.pupil) {
        Some(last) => NextCycle::after(desk, last, Some(review), latest, on),
        None => NextCycle {
            cycle: Cycle::new(desk.ids.next(), review.pupil, 1, on),
            targets: Vec::new(),
            strategies: Vec::new(),
            lines: Vec::new(),
            places: Vec::new(),
        },
    }
}

/// Whether the next cycle can be opened when this review is held: the one it judges is closed by it, and no other is open.
pub fn may_open_cycle(desk: &Desk<'_>, review: &Review) -> bool {
    let open = desk
        .caseload
        .cycle_now(review.pupil)
        .filter(|cycle| !cycle.is_closed());
    open.is_none_or(|cycle| Some(cycle.id) == review.cycle)
}

/// Puts right what was written down of a review. A cycle that it closed is closed on its day; what was opened stands.
///
/// # Errors
/// When the day has not come yet, or the review was not held.
pub fn correct(desk: &Desk<'_>, review: &Review, held: &Held) -> Result<Edit, Refusal> {
    held.check(desk)?;
    let Some(held_on) = review.held_on else {
        return Err(Refusal::new("This review has not been held yet."));
    };
    let name = desk.caseload.full_name(review.pupil);
    let mut edit = Edit::new(format!("Review of {name} corrected"));
    let corrected = held.review(review);
    if corrected != *review {
        edit = edit.put(corrected);
    }
    let closed = review.cycle.and_then(|id| desk.caseload.cycles.get(id));
    let moved = closed
        .filter(|cycle| cycle.reviewed_on == Some(held_on) && held_on != held.on)
        .map(|cycle| Cycle {
            reviewed_on: Some(held.on),
            ..cycle.clone()
        });
    edit = edit.put_all(moved).put_all(stopped(desk, review, held));
    Ok(put_actions(desk, edit, review, held))
}

fn put_actions(desk: &Desk<'_>, edit: Edit, review: &Review, held: &Held) -> Edit {
    let agreed = held.actions.iter().filter(|agreed| !agreed.what.is_empty());
    edit.put_all(agreed.map(|agreed| agreed.action(desk, review.pupil, Some(review.id), held.on)))
}

/// The pupil's places in what the review stopped, ended on its day.
fn stopped(desk: &Desk<'_>, review: &Review, held: &Held) -> Vec<Place> {
    let is_stopped = |place: &&Place| {
        held.verdicts.iter().any(|verdict| {
            verdict.intervention == place.intervention && verdict.keep == KeepIt::Stop
        })
    };
    let places = desk.caseload.places.of(review.pupil);
    places
        .filter(is_stopped)
        .filter(|place| place.to.is_none_or(|to| to > held.on))
        .map(|place| Place {
            to: Some(held.on),
            ..place.clone()
        })
        .collect()
}

fn asked_again(came: &[Invitee]) -> Vec<Invitee> {
    let again = |invitee: &Invitee| Invitee {
        came: None,
        ..invitee.clone()
    };
    came.iter().map(again).collect()
}

#[cfg(test)]
mod tests;
