//! [`Clock`]: the one place that reads the time for the screen.

use chrono::{DateTime, FixedOffset, Local, NaiveDate, TimeZone};

/// The time: the computer's, or a test's.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The computer's; with `--today`, another day at the computer's time of day.
    Real {
        /// The day that `--today` set.
        today: Option<NaiveDate>,
    },
    /// A time that stands still until a test moves it.
    Still(DateTime<FixedOffset>),
}

impl Clock {
    /// The time now.
    pub fn now(&self) -> DateTime<FixedOffset> {
        match self {
            Self::Real { today: None } => Local::now().fixed_offset(),
            Self::Real { today: Some(day) } => {
                let now = Local::now().fixed_offset();
                let then = now
                    .timezone()
                    .from_local_datetime(&day.and_time(now.time()))
                    .single();
                then.unwrap_or(now)
            }
            Self::Still(now) => *now,
        }
    }

    /// Whether `--today` set another day.
    pub fn is_set(&self) -> bool {
        matches!(self, Self::Real { today: Some(_) })
    }
}
