//! [`Line`]: one line of a document.

use super::{Tone, cut, width};
use crate::domain::RecordId;

/// One line of a document, made of pieces that each begin at a column.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The pieces, from the left: column, words, how they are said.
    pub pieces: Vec<(usize, String, Tone)>,
    /// Whether it is the heading of a part: what is free in it is a rule.
    pub is_heading: bool,
    /// The record it tells of, to be opened from here.
    pub about: Option<RecordId>,
}

impl Line {
    /// A line about a record, or about none.
    pub fn about(record: Option<RecordId>) -> Self {
        Self {
            about: record,
            ..Self::default()
        }
    }

    /// The heading of a part, with what is said of it at the right.
    pub fn heading(words: &str, note: &str, columns: usize) -> Self {
        let mut line = Self {
            is_heading: true,
            ..Self::default()
        };
        line.put(1, words, Tone::Label);
        let at = columns.saturating_sub(width(note) + 1);
        if at > width(words) + 2 {
            line.put(at, note, Tone::Quiet);
        }
        line
    }

    /// Puts words at a column; nothing for no words.
    pub fn put(&mut self, column: usize, words: impl Into<String>, tone: Tone) {
        let words = words.into();
        if !words.is_empty() {
            self.pieces.push((column, words, tone));
        }
    }

    /// Puts words at a column, cut to so many columns.
    pub fn put_cut(&mut self, column: usize, columns: usize, words: &str, tone: Tone) {
        self.put(column, cut(words, columns), tone);
    }

    /// Puts words so that they end at a column.
    pub fn put_right(&mut self, end: usize, words: &str, tone: Tone) {
        self.put(end.saturating_sub(width(words)), words, tone);
    }

    /// As plain text; a heading with a rule of dashes.
    pub fn text(&self, columns: usize) -> String {
        let mut text = String::new();
        let fill = if self.is_heading { '-' } else { ' ' };
        let mut at = 0;
        for (column, words, _) in &self.pieces {
            if self.is_heading {
                text.extend(std::iter::repeat_n(fill, column.saturating_sub(at + 1)));
                text.push(' ');
                at = at.max(column.saturating_sub(1)) + 1;
            } else {
                text.extend(std::iter::repeat_n(fill, column.saturating_sub(at)));
                at = at.max(*column);
            }
            text.push_str(words);
            at += width(words);
            if self.is_heading {
                text.push(' ');
                at += 1;
            }
        }
        if self.is_heading {
            text.extend(std::iter::repeat_n(fill, columns.saturating_sub(at)));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_begin_at_their_columns_and_never_run_into_each_other() {
        let mut line = Line::default();
        line.put(1, "Works", Tone::Label);
        line.put(8, "ask-card", Tone::Plain);
        line.put_right(24, "late", Tone::Late);
        assert_eq!(line.text(30), " Works  ask-card    late");
        line.put(10, "overlong", Tone::Plain);
        assert_eq!(line.text(30), " Works  ask-card    lateoverlong");
    }

    #[test]
    fn a_heading_is_ruled_to_the_edge() {
        let line = Line::heading("FOR YOU", "never on a copy", 34);
        assert_eq!(line.text(34), " FOR YOU -------- never on a copy ");
        let narrow = Line::heading("FOR YOU", "never on a copy", 20);
        assert_eq!(narrow.text(20), " FOR YOU -----------");
    }
}
