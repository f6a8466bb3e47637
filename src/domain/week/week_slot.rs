//! [`WeekSlot`]: one session of a week.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::session::Happened;
use crate::domain::{Promise, Session};

/// One session of a week: a slot of the timetable, or one that was held beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct WeekSlot {
    /// The day.
    pub on: NaiveDate,
    /// When it begins, as far as known.
    pub at: Option<NaiveTime>,
    /// Why the school is closed that day; none when it is open.
    pub closed: Option<String>,
    /// What is recorded of it.
    pub session: Option<Session>,
}

impl WeekSlot {
    /// What is recorded of it, or that nothing is.
    pub fn happened(&self) -> Happened {
        self.session
            .as_ref()
            .map_or(Happened::NoEntry, Happened::of)
    }

    /// The note for the group that is recorded of it.
    pub fn note(&self) -> &str {
        self.session.as_ref().map_or("", |session| &session.note)
    }

    /// Whether the school was open for it and it has ended by now: whether something can be known of it.
    pub fn is_past(&self, minutes: u32, now: NaiveDateTime) -> bool {
        let (on, at) = (self.on, self.at.unwrap_or(NaiveTime::MIN));
        self.closed.is_none() && Promise { on, at }.is_over(minutes, now)
    }
}
