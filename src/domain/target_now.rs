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
    /// Where the pupil began in this cycle.
    pub start: Option<f64>,
    /// Where the pupil began in the cycle where work at it began: an earlier one, of a target that was carried on.
    pub began: Option<f64>,
    /// The latest measure, of this target or of those it goes on with.
    pub now: Option<Reading>,
    /// Where the pupil should get to.
    pub aim: Option<f64>,
    /// What is counted.
    pub unit: String,
    /// By when.
    pub by: Option<NaiveDate>,
    /// How that stands.
    pub standing: TargetStanding,
    /// Whether it was measured after its start in this cycle.
    pub is_measured: bool,
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
            began: began(target, caseload),
            now,
            aim: target.aim,
            unit: target.unit.clone(),
            by: target.by,
            standing: path.standing(today),
            is_measured: now.is_some_and(|now| target.start_on.is_none_or(|start| start < now.on)),
            last_judged: last_judged(target, caseload),
        }
    }
}

/// Where work at a target began, on record: at the first start of those it goes on with, or at its own.
fn began(target: &Target, caseload: &Caseload) -> Option<f64> {
    let line = figures::line_of(caseload, target);
    let starts = line.into_iter().rev();
    starts
        .filter_map(|id| caseload.targets.get(id)?.start)
        .next()
        .or(target.start)
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
