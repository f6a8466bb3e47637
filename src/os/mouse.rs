//! Asking the terminal for clicks and the wheel.

use std::fmt;

use crossterm::Command;

/// Asks the terminal to report clicks and the wheel (true), or to keep the mouse for itself (false).
///
/// Unlike crossterm's own command it does not ask for every movement, which would wake the program for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReportClicks(pub bool);

impl Command for ReportClicks {
    fn write_ansi(&self, f: &mut impl fmt::Write) -> fmt::Result {
        f.write_str(if self.0 {
            "\x1b[?1000h\x1b[?1006h"
        } else {
            "\x1b[?1006l\x1b[?1000l"
        })
    }

    #[cfg(windows)]
    fn execute_winapi(&self) -> std::io::Result<()> {
        use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
        if self.0 {
            EnableMouseCapture.execute_winapi()
        } else {
            DisableMouseCapture.execute_winapi()
        }
    }

    #[cfg(windows)]
    fn is_ansi_code_supported(&self) -> bool {
        false
    }
}
