//! The time between two spans of teaching.

use chrono::NaiveDate;

use super::break_kind::BreakKind;

/// A half term or a holiday, worked out from the terms on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SchoolBreak {
    /// Half term, Christmas, Easter or summer.
    pub kind: BreakKind,
    /// The day after the last day of teaching: mostly a Saturday.
    pub first: NaiveDate,
    /// The day before teaching starts again: mostly a Sunday.
    pub last: NaiveDate,
}

impl SchoolBreak {
    /// Is a date within the break?
    pub fn contains(&self, date: NaiveDate) -> bool {
        self.first <= date && date <= self.last
    }
}
