//! The dates that rules make.
//!
//! Pure sums over dates on record and [`Rules`]. A rule says nothing about a date that nobody has typed: what is
//! missing is to fill in, never late. Weeks are calendar weeks and run through holidays; "months" are calendar months
//! (the same day number, or the last day of a shorter month). What the school must do before a meeting moves back to
//! the school day before when it falls on a closed day; no other date ever moves.

mod annual_review;
mod arithmetic;
mod assessment;
mod census;
mod kind;
mod phase_transfer;
mod plan_clock;
mod plan_review;
mod review_warning;
mod school;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::Force;
use crate::domain::SchoolCalendar;
use crate::domain::WhoMust;
use crate::domain::rules::{RuleId, Rules};

pub use annual_review::{annual_review, annual_review_steps, final_plan_after_notice};
pub use assessment::{appeal, assessment, consultation_answer, family_answer, school_advice};
pub use census::{census_days, need_type, next_spring_census};
pub use kind::DeadlineKind;
pub use phase_transfer::PhaseTransfer;
pub use plan_clock::PlanClock;
pub use plan_review::{plan_review, review_warning};
pub use review_warning::ReviewWarning;
pub use school::{inclusion_strategy, keep_until};

/// A last day, with who must act, with what force, on what basis, and the sum that made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Deadline {
    /// The last day.
    pub on: NaiveDate,
    /// What is due; without the pupil's name.
    pub what: String,
    /// What it is for.
    pub kind: DeadlineKind,
    /// Who must act.
    pub who_must: WhoMust,
    /// With what force.
    pub force: Force,
    /// The Act, Regulation or paragraph.
    pub basis: String,
    /// The sum: "last review 15 Dec 2025 + 12 months - 1 day".
    pub formula: String,
    /// The rule.
    pub rule: RuleId,
}

impl Deadline {
    /// The deadline of a kind, with what the rules of the day `from` say of it.
    fn new(rules: &Rules, from: NaiveDate, kind: DeadlineKind, due: Due) -> Self {
        let rule = rules.rule(rules.maker(kind), from);
        let step = &rule.steps[&kind];
        Self {
            on: due.on,
            what: due.what,
            kind,
            who_must: step.who_must,
            force: step.force,
            basis: step.basis.clone(),
            formula: due.formula,
            rule: rule.id,
        }
    }

    /// Days from `today` to the last day; negative when it is past.
    pub fn days(&self, today: NaiveDate) -> i64 {
        (self.on - today).num_days()
    }

    /// Whether the last day is past.
    pub fn is_late(&self, today: NaiveDate) -> bool {
        self.on < today
    }
}

/// What a sum gives: the last day, what is due on it, and the sum in words.
struct Due {
    on: NaiveDate,
    what: String,
    formula: String,
}

impl Due {
    /// Moves a date of the school's back to the school day before when it falls on a closed day, and says so.
    fn on_a_school_day(self, calendar: &SchoolCalendar) -> Self {
        let Some(why) = calendar.why_closed(self.on) else {
            return self;
        };
        Self {
            on: calendar.school_day_on_or_before(self.on),
            formula: format!(
                "{} = {} ({why}), so the school day before",
                self.formula,
                arithmetic::in_full(self.on)
            ),
            what: self.what,
        }
    }
}

#[cfg(test)]
mod tests;
