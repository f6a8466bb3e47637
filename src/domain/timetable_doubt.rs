//! What is not understood about a weekly timetable.

use thiserror::Error;

use super::clock_doubt::ClockDoubt;
use super::quoted::Quoted;

/// Why the words of a timetable, or of a list of weekdays, can't be read; its sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TimetableDoubt {
    /// A word that names no weekday.
    #[error("{0} is not a day of the week: write it as Mon Tue Thu.")]
    NotADay(Quoted),
    /// Days without a time after them.
    #[error("{0} has no time: write the time after the days, as in Mon Wed 9:10.")]
    NoTime(Quoted),
    /// A time without days before it.
    #[error("{0} has no day: write the days before the time, as in Mon Wed 9:10.")]
    NoDay(Quoted),
    /// A time that can't be read.
    #[error(transparent)]
    Time(#[from] ClockDoubt),
}
