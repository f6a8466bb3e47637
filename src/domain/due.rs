//! [`Due`]: something to be done by a day, or awaited.
//!
//! All that is due about a pupil is worked out from records on file and [`Rules`](super::Rules). *Late* needs a date on
//! record: what nobody has typed is [to fill in](super::FillIn). Rules are silent about time before the caseload began.

mod ehc;
mod goes_to;
mod kind;
mod promised;
mod school;
mod section;
mod support;

use chrono::{NaiveDate, NaiveTime};

use super::{Deadline, Desk, Force, PupilId, WhoMust};

pub use goes_to::GoesTo;
pub use kind::DueKind;
pub use section::Section;
pub(super) use {
    ehc::clock,
    ehc::of_plan,
    promised::{of_action, of_arrangement, of_other_plan, of_referral, of_review, of_unwritten},
    school::of_school,
    support::of_cycle,
};

/// Something to be done by a day, or awaited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day; none for what has no date.
    pub on: Option<NaiveDate>,
    /// The time of a meeting.
    pub at: Option<NaiveTime>,
    /// Days from today to the last day; negative when it is past.
    pub days: Option<i64>,
    /// What it is.
    pub kind: DueKind,
    /// What is due, without the pupil's name.
    pub what: String,
    /// Who must act.
    pub who_must: WhoMust,
    /// Who must act, as a list shows it: "you", "LA", "Mr Lowe".
    pub who: String,
    /// With what force.
    pub force: Force,
    /// The Act, Regulation or paragraph; what was agreed, for the school's own dates.
    pub basis: String,
    /// The sum that made the date, or the dates it rests on.
    pub formula: String,
    /// The pupil; none for the whole school's.
    pub pupil: Option<PupilId>,
    /// Where the work is done.
    pub goes_to: GoesTo,
}

impl Due {
    /// Whether the last day is past.
    pub fn is_overdue(&self) -> bool {
        self.days.is_some_and(|days| days < 0)
    }

    /// Whether it is awaited from somebody outside.
    pub fn is_awaited(&self) -> bool {
        self.kind == DueKind::Referral
    }

    /// The part of Today it belongs in.
    pub fn section(&self) -> Section {
        Section::of(self)
    }

    /// Why it is due, for the bottom of the screen: what, with what force, on what basis, and the sum, which is the first to
    /// be cut. It names no pupil.
    pub fn explanation(&self) -> String {
        let force = self.force.label();
        let why = match self.force {
            // What was agreed is in the sum.
            Force::Own => force.to_owned(),
            Force::Law | Force::Code | Force::Grant | Force::WorkedBack => {
                format!("{force}: {}", self.basis)
            }
        };
        format!("{} ({why}); {}.", self.what, self.formula)
    }

    /// A rule's date.
    pub(super) fn of_deadline(
        desk: &Desk<'_>,
        deadline: Deadline,
        pupil: Option<PupilId>,
        goes_to: GoesTo,
    ) -> Self {
        Self {
            on: Some(deadline.on),
            at: None,
            days: Some(deadline.days(desk.today())),
            kind: DueKind::Rule(deadline.kind),
            what: deadline.what,
            who_must: deadline.who_must,
            who: deadline.who_must.label().to_owned(),
            force: deadline.force,
            basis: deadline.basis,
            formula: deadline.formula,
            pupil,
            goes_to,
        }
    }
}
