//! [`Out`]: the only writer of plain commands.

use std::io::{self, IsTerminal as _, Write};

use serde::Serialize;

use crate::sanitize;
use crate::ui::widgets::cut;

/// The only writer of plain commands. To a terminal, lines are cut to its width; to a pipe they are whole. What the data
/// holds passes the sanitizer either way.
#[derive(Debug)]
pub(super) struct Out<W> {
    to: W,
    columns: Option<usize>,
}

impl Out<io::Stdout> {
    /// To standard output.
    #[expect(
        clippy::disallowed_methods,
        reason = "this is the one that writes to it"
    )]
    pub(super) fn standard() -> Self {
        let to = io::stdout();
        let columns = to
            .is_terminal()
            .then(|| crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns)));
        Self { to, columns }
    }
}

impl<W: Write> Out<W> {
    /// One line of text.
    pub(super) fn line(&mut self, text: &str) -> io::Result<()> {
        let clean = sanitize::clean(text);
        match self.columns {
            Some(columns) => writeln!(self.to, "{}", cut(&clean, columns)),
            None => writeln!(self.to, "{}", clean.trim_end()),
        }
    }

    /// One JSON object. What the sanitizer would take out is escaped, so that whoever reads the JSON has the data as it is.
    pub(super) fn json(&mut self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string_pretty(value)?;
        writeln!(self.to, "{}", sanitize::escape(&text))
    }
}
