//! [`Brief`]: two minutes before a meeting.
//!
//! Everything in it is a record, and every prompt names the rule that made it. What a family may see and what only staff may
//! see are two types: the meeting and the family's sheet are made from [`ForTheTable`] alone.

mod action_line;
mod ask;
mod for_the_table;
mod for_you;
mod help_line;
mod last_time;
mod meeting;
mod not_given_line;
mod since_line;
mod told;

use chrono::NaiveDate;

use super::{Dossier, Rules};

pub use action_line::ActionLine;
pub use ask::Ask;
pub use for_the_table::ForTheTable;
pub use for_you::ForYou;
pub use help_line::HelpLine;
pub use last_time::LastTime;
pub use meeting::Meeting;
pub use not_given_line::NotGivenLine;
pub use since_line::SinceLine;

/// What to know before a meeting about a pupil.
#[derive(Clone, Debug, PartialEq)]
pub struct Brief {
    /// The meeting: the next review that is booked.
    pub meeting: Option<Meeting>,
    /// What may be shown in the meeting.
    pub for_the_table: ForTheTable,
    /// What is for staff only.
    pub for_you: ForYou,
}

impl Brief {
    /// The brief from a pupil's dossier on a day.
    pub fn of(dossier: &Dossier, rules: &Rules, today: NaiveDate) -> Self {
        Self {
            meeting: Meeting::next(dossier),
            for_the_table: ForTheTable::of(dossier, today),
            for_you: ForYou::of(dossier, rules, today),
        }
    }
}

#[cfg(test)]
mod tests;
