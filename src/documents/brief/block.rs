//! [`Block`]: rows with a label at the left.

use super::Setting;
use crate::documents::{Line, Tone, width, wrap};
use crate::domain::RecordId;

/// Where the words of a row begin, after its label.
pub(super) const WORDS: usize = 12;

/// Rows with a label at the left; words too long for a line go on below, under each other.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) lines: Vec<Line>,
    columns: usize,
}

impl Block {
    pub(super) fn new(set: &Setting<'_>) -> Self {
        Self {
            lines: Vec::new(),
            columns: set.columns,
        }
    }

    /// The columns that words have.
    pub(super) fn room(&self) -> usize {
        self.columns.saturating_sub(WORDS + 1).max(10)
    }

    /// A row.
    pub(super) fn row(&mut self, label: &str, words: &str, tone: Tone, about: Option<RecordId>) {
        let lines = wrap(words, self.room());
        self.rows(label, lines, tone, about);
    }

    /// A row of lines.
    pub(super) fn rows(
        &mut self,
        label: &str,
        lines: Vec<String>,
        tone: Tone,
        about: Option<RecordId>,
    ) {
        for (at, words) in lines.into_iter().enumerate() {
            let mut line = Line::about(about);
            if at == 0 {
                line.put_cut(1, WORDS - 2, label, Tone::Label);
            }
            line.put(WORDS, words, tone);
            self.lines.push(line);
        }
    }

    /// Several things one after another, as many in a line as have room.
    pub(super) fn flow(&mut self, label: &str, things: impl IntoIterator<Item = String>) {
        const GAP: &str = "   ";
        let room = self.room();
        let mut lines: Vec<String> = Vec::new();
        let mut open = false;
        for thing in things {
            let wrapped = wrap(&thing, room);
            let fits = |line: &String| width(line) + GAP.len() + width(&thing) <= room;
            match lines.last_mut() {
                Some(line) if open && wrapped.len() == 1 && fits(line) => {
                    line.push_str(GAP);
                    line.push_str(&wrapped[0]);
                }
                Some(_) | None => {
                    open = wrapped.len() == 1;
                    lines.extend(wrapped);
                }
            }
        }
        self.rows(label, lines, Tone::Plain, None);
    }
}
