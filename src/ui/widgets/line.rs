//! [`Line`]: one line of a listing.

use super::Paper;
use crate::ui::Role;

/// One line of a [`Listing`](super::Listing), made of pieces that each keep to their columns.
#[derive(Clone, Debug)]
pub struct Line<K> {
    /// What it is about; none for what can't be under the cursor.
    pub key: Option<K>,
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug)]
struct Piece {
    column: usize,
    columns: usize,
    text: String,
    role: Role,
    to_the_left: bool,
}

impl<K> Line<K> {
    /// A heading.
    pub fn heading(text: &str) -> Self {
        Self::plain().put(1, usize::MAX, text, Role::Heading)
    }

    /// A line that can't be under the cursor.
    pub fn plain() -> Self {
        Self {
            key: None,
            pieces: Vec::new(),
        }
    }

    /// A line about something.
    pub fn of(key: K) -> Self {
        Self {
            key: Some(key),
            ..Self::plain()
        }
    }

    /// With a text at a column, in at most so many.
    #[must_use]
    pub fn put(
        mut self,
        column: usize,
        columns: usize,
        text: impl Into<String>,
        role: Role,
    ) -> Self {
        self.pieces.push(Piece {
            column,
            columns,
            text: text.into(),
            role,
            to_the_left: false,
        });
        self
    }

    /// With a text that ends at a column.
    #[must_use]
    pub fn put_right(mut self, end: usize, text: impl Into<String>, role: Role) -> Self {
        self.pieces.push(Piece {
            column: end,
            columns: end,
            text: text.into(),
            role,
            to_the_left: true,
        });
        self
    }

    /// Draws it, with the mark of the cursor, and goes to the next line.
    pub(super) fn draw(&self, paper: &mut Paper<'_>, is_at: bool) {
        if is_at {
            paper.put(1, 1, ">", Role::Focus);
        }
        self.pieces.iter().for_each(|piece| piece.draw(paper));
        paper.skip(1);
    }
}

impl Piece {
    fn draw(&self, paper: &mut Paper<'_>) {
        if self.to_the_left {
            paper.put_right(self.column, &self.text, self.role);
        } else {
            paper.put(self.column, self.columns, &self.text, self.role);
        }
    }
}
