//! [`Reading`]: a number and its day.

use chrono::NaiveDate;

/// What an instrument said on a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// The day.
    pub on: NaiveDate,
    /// The number.
    pub value: f64,
}
