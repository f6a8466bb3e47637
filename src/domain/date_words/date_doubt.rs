use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use thiserror::Error;

use super::month_names;
use super::written::day_month;
use crate::domain::academic_year::AcademicYear;
use crate::domain::quoted::Quoted;
use crate::domain::weekday_words;

/// Why words can't be read as a date; its sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateDoubt {
    /// Nothing was typed.
    #[error("Type a date, such as 3 Dec, fri, +6w or half term.")]
    Empty,
    /// The words are of no known form.
    #[error("{0} can't be read as a date: type 3 Dec, 3/12/2026, fri, +6w or half term.")]
    NotADate(Quoted),
    /// A number with neither month nor unit.
    #[error("A number alone is no date: add the month, as in 3 Dec, or how far, as in +3w.")]
    OnlyANumber,
    /// A month's name before its day, or without one.
    #[error("The day comes first: type it as 3 Dec or 3 Dec 2026.")]
    DayFirst,
    /// A year of one, three or too many digits.
    #[error("The year can't be read: write it in full, as in 3/12/2026.")]
    NotAYear,
    /// Before 1900 or after 2199.
    #[error("That date is out of reach: dates run from 1900 to 2199.")]
    TooFar,
    /// A month's number above 12, or nought.
    #[error("{}", no_such_month(*day, *month))]
    NoSuchMonth {
        /// The day typed before it.
        day: u32,
        /// The month's number as typed.
        month: u32,
    },
    /// A day the month does not have.
    #[error("{}", no_such_day(*day, *month, *year))]
    NoSuchDay {
        /// The day as typed.
        day: u32,
        /// The month, 1 to 12.
        month: u32,
        /// The year typed or meant.
        year: i32,
    },
    /// The date is another weekday than was typed with it.
    #[error(
        "{} {} is a {}, not a {}: change the day or the date.",
        day_month(*date),
        date.year(),
        weekday_words::name(date.weekday()),
        weekday_words::name(*said)
    )]
    WrongWeekday {
        /// The date without its weekday.
        date: NaiveDate,
        /// The weekday typed.
        said: Weekday,
    },
    /// A word of the school's year, where term dates are not entered.
    #[error(
        "The term dates of {year} are not entered, so {words} has no date yet: type the date, or enter the terms in Settings."
    )]
    NoTermDates {
        /// The words typed.
        words: Quoted,
        /// The academic year wanting.
        year: AcademicYear,
    },
}

fn no_such_month(day: u32, month: u32) -> String {
    let swapped = (1..=12).contains(&day) && (13..=31).contains(&month);
    if swapped {
        let name = month_names::name(day);
        format!(
            "There is no month {month}. The day comes first: for {month} {name}, type {month}/{day}."
        )
    } else {
        format!("There is no month {month}: type the day first and then the month, as in 3/12.")
    }
}

fn no_such_day(day: u32, month: u32, year: i32) -> String {
    let name = month_names::name(month);
    let Some((last, next)) = turn_of(month, year) else {
        return format!("There is no {day} {name} {year}: correct the date.");
    };
    if (29..=31).contains(&day) {
        let (last_day, typed) = (last.day(), (day_month(last), day_month(next)));
        let of_year = if month == 2 {
            format!(" {year}")
        } else {
            String::new()
        };
        format!(
            "There is no {day} {name}{of_year}: the month has {last_day} days. Type {} or {}.",
            typed.0, typed.1
        )
    } else {
        format!("There is no {day} {name}: correct the day.")
    }
}

/// The last day of a month and the first of the next.
fn turn_of(month: u32, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let next = first.checked_add_months(Months::new(1))?;
    Some((next.checked_sub_days(Days::new(1))?, next))
}
