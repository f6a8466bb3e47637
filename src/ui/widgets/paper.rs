//! [`Paper`]: a place to write lines of text on.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{cut, width, wrap};
use crate::ui::{Look, Role};

/// A place on the screen to write on, from the top down. What does not fit is left off; nothing is ever written outside.
#[derive(Debug)]
pub struct Paper<'a> {
    buf: &'a mut Buffer,
    look: &'a Look,
    area: Rect,
    line: u16,
}

impl<'a> Paper<'a> {
    /// Paper over an area.
    pub fn new(buf: &'a mut Buffer, look: &'a Look, area: Rect) -> Self {
        let area = area.intersection(buf.area);
        Self {
            buf,
            look,
            area,
            line: 0,
        }
    }

    /// Columns.
    pub fn width(&self) -> usize {
        usize::from(self.area.width)
    }

    /// Rows.
    pub fn height(&self) -> usize {
        usize::from(self.area.height)
    }

    /// Rows left below.
    pub fn left(&self) -> usize {
        usize::from(self.area.height.saturating_sub(self.line))
    }

    /// The row that is written next, from the paper's top.
    pub fn row(&self) -> u16 {
        self.line
    }

    /// The place of a column in the row that is written next.
    pub fn here(&self, column: usize) -> Position {
        self.place(column, self.line)
    }

    /// The place of a column in a row, kept on the paper.
    pub fn place(&self, column: usize, row: u16) -> Position {
        let x = u16::try_from(column)
            .unwrap_or(u16::MAX)
            .min(self.area.width.saturating_sub(1));
        let y = row.min(self.area.height.saturating_sub(1));
        Position::new(self.area.x.saturating_add(x), self.area.y.saturating_add(y))
    }

    /// Goes down some rows.
    pub fn skip(&mut self, rows: u16) {
        self.line = self.line.saturating_add(rows);
    }

    /// Writes a text at a column of the current row, in at most `columns`, cut with "…". Stays in the row.
    pub fn put(&mut self, column: usize, columns: usize, text: &str, role: Role) {
        if self.line >= self.area.height || column >= self.width() {
            return;
        }
        let at = self.here(column);
        let text = cut(text, columns.min(self.width() - column));
        self.buf.set_string(at.x, at.y, text, self.look.of(role));
    }

    /// Writes a text that ends at a column of the current row. Stays in the row.
    pub fn put_right(&mut self, end: usize, text: &str, role: Role) {
        let end = end.min(self.width());
        let text = cut(text, end);
        self.put(end - width(&text), end, &text, role);
    }

    /// Writes a line and goes to the next.
    pub fn line(&mut self, text: &str, role: Role) {
        self.put(0, self.width(), text, role);
        self.skip(1);
    }

    /// Writes a heading; where the look has rules, one runs on to the edge.
    pub fn heading(&mut self, text: &str) {
        self.put(0, self.width(), text, Role::Heading);
        let from = width(text) + 1;
        if let Some(rule) = self.look.rule()
            && from < self.width()
        {
            self.put(
                from,
                self.width(),
                &rule.repeat(self.width() - from),
                Role::Muted,
            );
        }
        self.skip(1);
    }

    /// Draws a rule across; in the plain look, leaves the row empty.
    pub fn rule(&mut self) {
        if let Some(rule) = self.look.rule() {
            self.put(0, self.width(), &rule.repeat(self.width()), Role::Muted);
        }
        self.skip(1);
    }

    /// Goes back up by so many rows, as far as there are any.
    pub fn go_up(&mut self, rows: usize) {
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        self.line = self.line.saturating_sub(rows);
    }

    /// Takes away what is written on this row.
    pub fn clear_row(&mut self) {
        let row = self.area.y.saturating_add(self.line);
        if row < self.area.bottom() {
            for column in self.area.left()..self.area.right() {
                self.buf[(column, row)].reset();
            }
        }
    }

    /// Writes a text over as many lines as it takes, from a column; gives how many.
    pub fn prose(&mut self, column: usize, text: &str, role: Role) -> usize {
        let lines = wrap(text, self.width().saturating_sub(column));
        for line in &lines {
            self.put(column, self.width(), line, role);
            self.skip(1);
        }
        lines.len()
    }

    /// Shows the whole of the row just written (the one before the next) as the one under the cursor.
    pub fn select_row(&mut self, row: u16) {
        if row < self.area.height {
            let rect = Rect {
                y: self.area.y + row,
                height: 1,
                ..self.area
            };
            self.buf.set_style(rect, self.look.of(Role::Selected));
        }
    }

    /// The area from the current row down.
    pub fn rest(&self) -> Rect {
        let top = self.area.y.saturating_add(self.line);
        let height = self.area.height.saturating_sub(self.line);
        Rect::new(self.area.x, top, self.area.width, height)
    }

    /// The area for a form below words: from the current row down, but never less than a box and its hint take. Where the words
    /// leave less, the last of them give way: what is typed must be seen.
    pub fn room_for_form(&mut self) -> Rect {
        const LEAST: u16 = 4;
        let last = self.area.height.saturating_sub(LEAST);
        if self.line > last {
            for line in last..self.area.height {
                self.line = line;
                self.clear_row();
            }
            self.line = last;
        }
        self.rest()
    }

    /// A part of this paper, from the current row down to some rows above the bottom.
    pub fn part_above(&mut self, rows: usize) -> Paper<'_> {
        let rest = self.rest();
        let below = u16::try_from(rows).unwrap_or(u16::MAX);
        Paper {
            buf: self.buf,
            look: self.look,
            area: Rect {
                height: rest.height.saturating_sub(below),
                ..rest
            },
            line: 0,
        }
    }

    /// A part of this paper, to the right of a column, from the current row down.
    pub fn part(&mut self, column: u16, columns: u16) -> Paper<'_> {
        let left = self.area.x.saturating_add(column);
        let top = self.area.y.saturating_add(self.line);
        let area = Rect::new(
            left,
            top,
            columns,
            self.area.height.saturating_sub(self.line),
        )
        .intersection(self.area);
        Paper {
            buf: self.buf,
            look: self.look,
            area,
            line: 0,
        }
    }
}
