//! [`Desk`]: what lies on the SENCO's desk while she works.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use super::{Caseload, Ids, Refusal, Rules, SchoolCalendar};

/// What a domain function needs to make an edit: the register, the rules, the school's calendar, the time, and new ids.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The register.
    pub caseload: &'a Caseload,
    /// The rules of the field.
    pub rules: &'a Rules,
    /// The days the school is open.
    pub calendar: &'a SchoolCalendar,
    /// The time, as the school's clock shows it.
    pub now: DateTime<FixedOffset>,
    /// Makes the ids of new records.
    pub ids: &'a Ids,
}

impl Desk<'_> {
    /// Today's date.
    pub fn today(&self) -> NaiveDate {
        self.now.date_naive()
    }

    /// The time on the school's clock.
    pub fn time(&self) -> NaiveDateTime {
        self.now.naive_local()
    }

    /// Lets a day pass, in a field of a form, if it has come.
    ///
    /// # Errors
    /// When it has not.
    pub fn has_come(&self, field: &'static str, day: Option<NaiveDate>) -> Result<(), Refusal> {
        match day {
            Some(day) if day > self.today() => Err(Refusal::of(
                field,
                "That day has not come yet. Type the day it was: today, 9 jan, last fri.",
            )),
            _ => Ok(()),
        }
    }

    /// The time to stamp what is typed now.
    pub fn entered_at(&self) -> DateTime<Utc> {
        self.now.to_utc()
    }
}
