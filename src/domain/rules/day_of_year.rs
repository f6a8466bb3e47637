use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;

/// A day that comes every year, such as 15 February.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "MonthAndDay")]
pub struct DayOfYear {
    month: u32,
    day: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthAndDay {
    month: u32,
    day: u32,
}

impl DayOfYear {
    /// The day in a calendar year.
    pub fn of(self, year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or(NaiveDate::MAX)
    }
}

/// A day that some years lack is no day of every year.
impl TryFrom<MonthAndDay> for DayOfYear {
    type Error = String;

    fn try_from(MonthAndDay { month, day }: MonthAndDay) -> Result<Self, String> {
        NaiveDate::from_ymd_opt(2026, month, day)
            .map(|_| Self { month, day })
            .ok_or_else(|| format!("there is no day {day} in month {month} of every year"))
    }
}

/// As it is said: "15 February".
impl fmt::Display for DayOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.of(2026).format("%-d %B"))
    }
}
