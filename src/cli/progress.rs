use std::io::{self, IsTerminal as _, Write as _};

/// How far long work is, in one line of standard error that is written over. To anything but a terminal nothing is said.
#[derive(Debug)]
pub(super) struct Progress {
    to: Option<io::Stderr>,
    is_said: bool,
}

impl Progress {
    /// On standard error.
    #[expect(
        clippy::disallowed_methods,
        reason = "our own words only, and none of the data's"
    )]
    pub(super) fn standard() -> Self {
        let to = io::stderr();
        Self {
            to: to.is_terminal().then_some(to),
            is_said: false,
        }
    }

    /// Says how many lines were read.
    pub(super) fn lines(&mut self, lines: usize) {
        if let Some(to) = &mut self.to {
            // Who can't be told goes without.
            let _ = write!(to, "\rReading: {lines} lines ...");
            let _ = to.flush();
            self.is_said = true;
        }
    }

    /// Takes the words away.
    pub(super) fn end(mut self) {
        if let Some(to) = self.to.as_mut().filter(|_| self.is_said) {
            let _ = write!(to, "\r{:40}\r", "");
        }
    }
}
