//! [`TargetNow`]: where a target stands.

use chrono::NaiveDate;

use super::{
    Caseload, Figures, Judged, Reading, Target, TargetId, TargetPath, TargetStanding, figures,
};

/// Where a target of the newest cycle stands today.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetNow {
    /// The target.
    pub target: TargetId,
    /// In a few words.
    pub short: String,
    /// Where she began.
    pub start: Option<f64>,
    /// The latest measure, of this target or of those it goes on with.
    pub now: Option<Reading>,
    /// Where she should get to.
    pub aim: Option<f64>,
    /// What is counted.
    pub unit: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// How that stands.
    pub standing: TargetStanding,
    /// What the latest review found of it, or of those it goes on with.
    pub last_judged: Option<Judged>,
}

impl TargetNow {
    /// Where a target stands on a day.
    pub fn of(target: &Target, caseload: &Caseload, figures: &Figures, today: NaiveDate) -> Self {
        let now = figures.reading_of(caseload, target);
        let path = TargetPath {
            start: target.start,
            start_on: target.start_on,
            now: now.map(|reading| (reading.value, reading.on)),
            aim: target.aim,
            by: target.by,
        };
        Self {
            target: target.id,
            short: target.short.clone(),
            start: target.start,
            now,
            aim: target.aim,
            unit: target.unit.clone(),
            by: target.by,
            standing: path.standing(today),
            last_judged: last_judged(target, caseload),
        }
    }
}

fn last_judged(target: &Target, caseload: &Caseload) -> Option<Judged> {
    let line = figures::line_of(caseload, target);
    caseload
        .reviews
        .of(target.pupil)
        .filter_map(|review| Some((review.held_on?, review)))
        .flat_map(|(held_on, review)| {
            let found = review.judgements.iter();
            found.map(move |judgement| (held_on, judgement))
        })
        .filter(|(_, judgement)| line.contains(&judgement.target))
        .max_by_key(|(held_on, _)| *held_on)
        .map(|(_, judgement)| judgement.judged)
}
