//! Dates in words, read as people type them in a school and written back in full.
//!
//! | typed | is |
//! |---|---|
//! | `3 dec`, `3rd december 2026`, `3-Dec-26`, `03/12/2026`, `3/12`, `3.12.26` | that day; **the day always comes first** |
//! | `2026-12-03` | that day, as machines write it |
//! | `mon 30 nov` | that day, if it is a Monday |
//! | `fri`, `friday` | the next Friday or the last one, by the [`Leaning`]; never today |
//! | `this tue`, `next tue`, `tue week` | Tuesday of this week; of the next; a week after the next Tuesday to come |
//! | `last fri` | the latest Friday before today |
//! | `next week`, `last week` | its Monday |
//! | `today`, `tomorrow`, `yesterday` | |
//! | `+6w`, `-2w`, `+10d`, `+3m`, `+1y`, `in 6 weeks`, `a fortnight ago` | so far from today |
//! | `6w`, `10 days` | so far from today, by the leaning |
//! | `+15sd`, `in 15 school days` | so many days the school is open |
//! | `half term`, `christmas`, `easter`, `summer` | the last school day before that break |
//! | `after half term`, `after easter` | the first school day after it |
//! | `end of term`, `start of term`, `end of year`, `start of year` | the last or first school day of it |
//!
//! **Leaning.** [`Leaning::Ahead`] is for what is to come, [`Leaning::Back`] for what has happened. A day and month without a year
//! are the next such day, today included, unless that is more than ten months away: then the last one ("20 nov" typed on
//! 23 November is three days ago, not next year). Back is the mirror of it. School words take the nearest on the leaning's side,
//! today included.
//!
//! **Two-digit years** from 00 to 79 are 2000 to 2079, from 80 to 99 are 1980 to 1999. A month added to 31 January ends on the last of
//! February. Case, spaces, commas and "on", "by", "the" do not matter. What is read is always echoed in full ([`echo`]), and
//! reading an echo gives the same date.

mod calendar_days;
mod date_doubt;
mod distances;
mod leaning;
mod month_names;
mod reading;
mod school_words;
mod token;
mod week_words;
mod written;

use chrono::NaiveDate;

use super::calendar::{EARLIEST, LATEST, SchoolCalendar};
use super::quoted::Quoted;
pub use date_doubt::DateDoubt;
pub use leaning::Leaning;
use reading::Reading;
pub use written::{day_month, echo, short, with_year};

/// Longer than any date in words.
const LONGEST: usize = 100;

/// Reads a date in words.
///
/// # Errors
/// When the words are empty, no date, an impossible date, a date that is not the weekday they name, or a word of the school's year
/// whose term dates are not entered.
pub fn read(
    words: &str,
    today: NaiveDate,
    leaning: Leaning,
    calendar: &SchoolCalendar,
) -> Result<NaiveDate, DateDoubt> {
    if words.trim().is_empty() {
        return Err(DateDoubt::Empty);
    }
    let not_a_date = || DateDoubt::NotADate(Quoted::new(words));
    if words.len() > LONGEST {
        return Err(not_a_date());
    }
    let lower = words.to_lowercase();
    let tokens = token::tokens(&lower).ok_or_else(not_a_date)?;
    let reading = Reading {
        words,
        today,
        leaning,
        calendar,
    };
    let date = reading.date(&tokens).ok_or_else(not_a_date)??;
    let in_range = EARLIEST <= date && date <= LATEST;
    in_range.then_some(date).ok_or(DateDoubt::TooFar)
}

#[cfg(test)]
mod tests;
