//! The line to the terminal, as another program may have left it.

/// Puts a line that was left raw back as shells have it, so that it can be given back usable: a program that was killed
/// outright could not do that itself. Where this is not known or not needed, nothing is done.
pub fn mend() {
    #[cfg(unix)]
    unix::mend();
}

#[cfg(unix)]
mod unix {
    use std::io;

    use rustix::termios::{
        InputModes, LocalModes, OptionalActions, OutputModes, tcgetattr, tcsetattr,
    };

    pub(super) fn mend() {
        let line = io::stdin();
        let Ok(mut found) = tcgetattr(&line) else {
            return;
        };
        if found
            .local_modes
            .intersects(LocalModes::ICANON | LocalModes::ECHO)
        {
            return;
        }
        found.local_modes |=
            LocalModes::ICANON | LocalModes::ECHO | LocalModes::ISIG | LocalModes::IEXTEN;
        found.input_modes |= InputModes::ICRNL | InputModes::IXON;
        found.output_modes |= OutputModes::OPOST;
        // A line that can't be mended is no worse than it was.
        let _ = tcsetattr(&line, OptionalActions::Now, &found);
    }
}
