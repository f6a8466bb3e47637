//! [`Clock`]: the one place that reads the time for the screen.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use chrono::{DateTime, FixedOffset, Local, NaiveDate, TimeZone};

/// When the program first asked how long it has run.
static START: LazyLock<Instant> = LazyLock::new(Instant::now);

/// The time: the computer's, or a test's.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The computer's; with `--today`, another day at the computer's time of day.
    Real {
        /// The day that `--today` set.
        today: Option<NaiveDate>,
    },
    /// A time that stands still until a test moves it.
    Still {
        /// What the clock on the wall says.
        now: DateTime<FixedOffset>,
        /// How long the computer has been awake.
        awake: Duration,
    },
}

impl Clock {
    /// A time that stands still.
    pub fn still(now: DateTime<FixedOffset>) -> Self {
        Self::Still {
            now,
            awake: Duration::ZERO,
        }
    }

    /// The time now, as the clock on the wall says: it may be set, and goes on while the computer sleeps.
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
            Self::Still { now, .. } => *now,
        }
    }

    /// How long the computer has been awake since the program began, which nobody can set.
    pub fn awake(&self) -> Duration {
        match self {
            Self::Real { .. } => START.elapsed(),
            Self::Still { awake, .. } => *awake,
        }
    }

    /// Whether `--today` set another day.
    pub fn is_set(&self) -> bool {
        matches!(self, Self::Real { today: Some(_) })
    }

    /// Lets time pass on a clock of a test's: on the wall, and while the computer is awake.
    pub fn pass(&mut self, on_the_wall: chrono::Duration, while_awake: Duration) {
        if let Self::Still { now, awake } = self {
            *now += on_the_wall;
            *awake += while_awake;
        }
    }
}
