use chrono::{NaiveDate, Weekday};
use serde::Deserialize;

/// A census day: the first or third Thursday of a month, each year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "MonthAndThursday")]
pub struct CensusThursday {
    month: u32,
    thursday: u8,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthAndThursday {
    month: u32,
    thursday: u8,
}

impl CensusThursday {
    /// The day in a calendar year.
    pub fn of(self, year: i32) -> NaiveDate {
        NaiveDate::from_weekday_of_month_opt(year, self.month, Weekday::Thu, self.thursday)
            .unwrap_or(NaiveDate::MAX)
    }
}

/// Every month of every year has four Thursdays, and not always five.
impl TryFrom<MonthAndThursday> for CensusThursday {
    type Error = String;

    fn try_from(from: MonthAndThursday) -> Result<Self, String> {
        let MonthAndThursday { month, thursday } = from;
        if (1..=12).contains(&month) && (1..=4).contains(&thursday) {
            Ok(Self { month, thursday })
        } else {
            Err(format!(
                "Thursday {thursday} of month {month} is not in every year"
            ))
        }
    }
}
