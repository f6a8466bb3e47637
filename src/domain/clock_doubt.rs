//! What is not understood about a time of day.

use thiserror::Error;

use super::quoted::Quoted;

/// Why words can't be read as a time of day; its sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ClockDoubt {
    /// Nothing was typed.
    #[error("Type a time, such as 15:30 or 3:30pm.")]
    Empty,
    /// The words are no time of day.
    #[error("{0} is not a time of day: type it as 15:30 or 3:30pm.")]
    NotATime(Quoted),
}
