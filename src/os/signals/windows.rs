//! Windows: nothing is heard yet but keys.

use std::io;
use std::time::Duration;

use crossterm::event;

/// The longest single wait the console's own call can count.
const LONGEST: Duration = Duration::from_secs(3600);

/// What ends the program from outside. On Windows nothing does yet: a closed window ends it at once.
#[derive(Debug)]
pub struct Signals;

impl Signals {
    /// Nothing to listen to; `last_resort` is never called.
    ///
    /// # Errors
    /// None.
    pub fn listen(_last_resort: fn()) -> io::Result<Self> {
        Ok(Self)
    }

    /// Whether the program has been told to end.
    pub fn is_ending(&self) -> bool {
        false
    }

    /// Blocks until the terminal may have something to read or the time is up; says whether it may.
    ///
    /// # Errors
    /// When the console can't be waited for.
    pub fn wait(&self, limit: Option<Duration>) -> io::Result<bool> {
        event::poll(limit.map_or(LONGEST, |limit| limit.min(LONGEST)))
    }
}
