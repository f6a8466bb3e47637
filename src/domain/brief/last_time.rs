use chrono::NaiveDate;

use super::ActionLine;
use crate::domain::{Decision, Dossier, Judged, Review, ReviewId};

/// What the last review decided, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastTime {
    /// The review.
    pub review: ReviewId,
    /// When it was held.
    pub held_on: NaiveDate,
    /// What it decided.
    pub decision: Option<Decision>,
    /// What it found of each target that was looked at, by the target's number in the plan of then.
    pub judged: Vec<(u32, Judged)>,
    /// Why it decided so; may be empty.
    pub reason: String,
    /// What was agreed there, and what is still open from reviews before it: late first, then open, then done.
    pub actions: Vec<ActionLine>,
}

impl LastTime {
    pub(super) fn of(dossier: &Dossier, today: NaiveDate) -> Option<Self> {
        let review = dossier.last_review()?;
        let mut actions: Vec<ActionLine> = dossier
            .actions
            .iter()
            .filter(|action| action.dropped.is_empty())
            // What the SENCO set for herself is no business of the meeting.
            .filter(|action| {
                action.review == Some(review.id) || (action.review.is_some() && action.is_open())
            })
            .map(|action| ActionLine::of(dossier, action, today))
            .collect();
        actions.sort_by_key(|line| {
            let late = line.late_days.map_or(0, |days| -days);
            (line.done_on.is_some(), late, line.by, line.action)
        });
        Some(Self {
            review: review.id,
            held_on: review.held_on?,
            decision: review.decision,
            judged: judged(dossier, review),
            reason: review.reason.clone(),
            actions,
        })
    }
}

fn judged(dossier: &Dossier, review: &Review) -> Vec<(u32, Judged)> {
    let number = |id| {
        let target = dossier.targets.iter().find(|target| target.id == id);
        target.map(|target| target.place)
    };
    let found = review.judgements.iter();
    let mut judged: Vec<(u32, Judged)> = found
        .filter(|judgement| judgement.judged != Judged::NotLookedAt)
        .filter_map(|judgement| Some((number(judgement.target)?, judgement.judged)))
        .collect();
    judged.sort_by_key(|(number, _)| *number);
    judged
}
