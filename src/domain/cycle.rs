//! [`Cycle`]: one turn of Assess, Plan, Do, Review; and what is done with one.

mod next_cycle;
mod start;
mod write;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Caseload, Id, PupilId, Stage};

pub use next_cycle::NextCycle;
pub use start::start;
pub use write::{assess, plan, plan_doubts};

/// The id of a [`Cycle`].
pub type CycleId = Id<Cycle>;

/// One turn of the graduated approach (CoP 6.44 to 6.56). Targets and strategies hang on it; its review is a
/// [`Review`](super::Review).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cycle {
    /// Its id.
    pub id: CycleId,
    /// The pupil.
    pub pupil: PupilId,
    /// 1 for her first, 2 for the next.
    pub number: u32,
    /// The day it was begun.
    pub began_on: NaiveDate,
    /// A light plan: profile, strategies and a review line, no targets.
    pub light: bool,
    /// Assess (CoP 6.45): the teacher's assessment and experience of the pupil.
    pub teacher_view: String,
    /// Assess: progress, attainment and behaviour, beside peers and national data.
    pub progress: String,
    /// Assess: what gets in the way.
    pub barriers: String,
    /// Assess: the family's view.
    pub family_view: String,
    /// Assess: the pupil's own view.
    pub pupil_view: String,
    /// Assess: advice from outside.
    pub advice: String,
    /// When the assessment was done.
    pub assessed_on: Option<NaiveDate>,
    /// Plan (CoP 6.48): the impact expected on progress, development or behaviour.
    pub expected: String,
    /// Plan: what the family will do at home.
    pub home: String,
    /// When the plan was agreed with the family.
    pub agreed_on: Option<NaiveDate>,
    /// When the plan was done.
    pub planned_on: Option<NaiveDate>,
    /// The date agreed for the review (CoP 6.48, 6.53).
    pub review_on: Option<NaiveDate>,
    /// When it was reviewed, which closes it.
    pub reviewed_on: Option<NaiveDate>,
}

impl Cycle {
    /// A cycle just begun.
    pub fn new(id: CycleId, pupil: PupilId, number: u32, began_on: NaiveDate) -> Self {
        Self {
            id,
            pupil,
            number,
            began_on,
            light: false,
            teacher_view: String::new(),
            progress: String::new(),
            barriers: String::new(),
            family_view: String::new(),
            pupil_view: String::new(),
            advice: String::new(),
            assessed_on: None,
            expected: String::new(),
            home: String::new(),
            agreed_on: None,
            planned_on: None,
            review_on: None,
            reviewed_on: None,
        }
    }

    /// Whether its review has been held.
    pub fn is_closed(&self) -> bool {
        self.reviewed_on.is_some()
    }

    /// Her last day in it: that of its review, else the day before the next one began; none while it is the newest and open.
    pub fn last_day(&self, caseload: &Caseload) -> Option<NaiveDate> {
        let next = || {
            let cycles = caseload.cycles.of(self.pupil);
            let later = cycles.filter(|cycle| cycle.number > self.number);
            later.min_by_key(|cycle| cycle.number)?.began_on.pred_opt()
        };
        self.reviewed_on.or_else(next)
    }

    /// The first stage without a done-on date; Do runs until the review date, then Review.
    pub fn stage(&self, today: NaiveDate) -> Stage {
        if self.reviewed_on.is_some() {
            Stage::Review
        } else if self.assessed_on.is_none() {
            Stage::Assess
        } else if self.planned_on.is_none() {
            Stage::Plan
        } else if self.review_on.is_some_and(|on| on <= today) {
            Stage::Review
        } else {
            Stage::Do
        }
    }
}
