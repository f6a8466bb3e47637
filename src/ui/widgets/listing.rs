//! [`Listing`]: lines of text, some of which can be under the cursor.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Cursor, Line, Paper};
use crate::commands::Command;
use crate::ui::{Look, Role};

/// Lines under headings, some of which can be under the cursor; one thing may take several. It is for what one screen is
/// about (a plan, a child), not for lists that grow with the caseload.
#[derive(Clone, Debug)]
pub struct Listing<K> {
    cursor: Cursor<K>,
    top: usize,
    /// What there was at the last drawing.
    rows: Vec<K>,
    /// What was last drawn where, for the mouse.
    drawn: Vec<(u16, K)>,
}

impl<K> Default for Listing<K> {
    fn default() -> Self {
        Self {
            cursor: Cursor::default(),
            top: 0,
            rows: Vec::new(),
            drawn: Vec::new(),
        }
    }
}

impl<K: Copy + PartialEq> Listing<K> {
    /// What is under the cursor, of the things there are now.
    pub fn at(&self, rows: &[K]) -> Option<K> {
        let mut cursor = self.cursor.clone();
        cursor.row(rows).map(|row| rows[row])
    }

    /// Puts the cursor on a thing.
    pub fn put_on(&mut self, key: K) {
        self.cursor.put_on(key);
    }

    /// Moves, if the command is one that moves; says whether it was.
    pub fn run(&mut self, rows: &[K], command: Command) -> bool {
        self.cursor.run(rows, command)
    }

    /// Puts the cursor on what was drawn where the mouse was clicked; says whether anything was.
    pub fn click(&mut self, at: Position) -> bool {
        let found = self.drawn.iter().find(|(y, _)| *y == at.y);
        if let Some((_, key)) = found.copied() {
            self.cursor.put_on(key);
        }
        found.is_some()
    }

    /// Draws the lines that have room, with the thing under the cursor among them; says where the cursor goes.
    pub fn draw(
        &mut self,
        lines: &[Line<K>],
        look: &Look,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let rows = rows(lines);
        self.go_to_new(&rows);
        let at = self.cursor.row(&rows).map(|row| rows[row]);
        let height = usize::from(area.height).max(1);
        // Where not all have room, the last row says how many more there are.
        let is_cut = lines.len() > height && height > 1;
        let height = if is_cut { height - 1 } else { height };
        self.cursor.show(height);
        self.scroll(lines, at, height);
        self.drawn.clear();
        let mut paper = Paper::new(buf, look, area);
        let mut cursor = None;
        for line in lines.iter().skip(self.top).take(height) {
            let row = paper.row();
            let is_at = at.is_some() && line.key == at;
            line.draw(&mut paper, is_at && cursor.is_none());
            if let Some(key) = line.key {
                self.drawn.push((area.y + row, key));
            }
            if is_at && cursor.is_none() {
                cursor = Some(paper.place(1, row));
                paper.select_row(row);
            }
        }
        if is_cut {
            let below = lines.len().saturating_sub(self.top + height);
            paper.put(3, usize::MAX, &more(self.top, below), Role::Muted);
        }
        cursor.unwrap_or_else(|| Position::new(area.x, area.y))
    }

    /// Goes to the one thing that was added since the last drawing, if nothing else changed.
    pub fn go_to_new(&mut self, rows: &[K]) {
        let grew_by_one = rows.len() == self.rows.len() + 1 && !self.rows.is_empty();
        let was_there = |key: &&K| self.rows.contains(key);
        if grew_by_one
            && self.rows.iter().all(|key| rows.contains(key))
            && let Some(new) = rows.iter().find(|key| !was_there(key)).copied()
        {
            self.cursor.put_on(new);
        }
        self.rows = rows.to_vec();
    }

    /// Scrolls so that the lines of the thing under the cursor show; with the first, what stands above it.
    fn scroll(&mut self, lines: &[Line<K>], at: Option<K>, height: usize) {
        let of_it = |line: &Line<K>| line.key.is_some() && line.key == at;
        let first = lines.iter().position(of_it).unwrap_or(0);
        let last = lines.iter().rposition(of_it).unwrap_or(0);
        let heading_above = lines[..first.min(lines.len())]
            .iter()
            .rev()
            .take_while(|line| line.key.is_none())
            .count();
        self.top = self.top.max((last + 1).saturating_sub(height));
        self.top = self.top.min(first.saturating_sub(heading_above));
        self.top = self.top.max((first + 1).saturating_sub(height));
        self.top = self.top.min(lines.len().saturating_sub(height));
    }
}

/// What the last row says where not all have room: "2 more above, 7 more below".
pub fn more(above: usize, below: usize) -> String {
    [(above, "above"), (below, "below")]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, side)| format!("{count} more {side}"))
        .collect::<Vec<_>>()
        .join(", ")
}

/// The things that lines are about, each once.
fn rows<K: Copy + PartialEq>(lines: &[Line<K>]) -> Vec<K> {
    let mut rows: Vec<K> = lines.iter().filter_map(|line| line.key).collect();
    rows.dedup();
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines() -> Vec<Line<char>> {
        let mut lines = vec![Line::heading("ONE")];
        lines.extend(['a', 'b'].map(Line::of));
        lines.push(Line::heading("TWO"));
        lines.extend(['c', 'c', 'd'].map(Line::of));
        lines
    }

    fn draw(listing: &mut Listing<char>, height: u16) -> Position {
        draw_lines(listing, &lines(), height)
    }

    fn draw_lines(listing: &mut Listing<char>, lines: &[Line<char>], height: u16) -> Position {
        let area = Rect::new(0, 3, 20, height);
        let mut buf = Buffer::empty(Rect::new(0, 0, 20, 20));
        listing.draw(lines, &Look::default(), area, &mut buf)
    }

    #[test]
    fn the_cursor_goes_to_what_was_just_added() {
        let mut listing = Listing::default();
        let mut lines = lines();
        draw_lines(&mut listing, &lines, 10);
        lines.insert(2, Line::of('x'));
        draw_lines(&mut listing, &lines, 10);
        assert_eq!(listing.at(&rows(&lines)), Some('x'));
    }

    #[test]
    fn the_cursor_is_on_the_first_line_of_its_thing_with_the_heading_above() {
        let rows = rows(&lines());
        assert_eq!(rows, ['a', 'b', 'c', 'd']);
        // Of four rows the last says how many lines have no room.
        let mut listing = Listing::default();
        assert_eq!(draw(&mut listing, 4), Position::new(1, 4));
        listing.run(&rows, Command::Last);
        assert_eq!(draw(&mut listing, 4), Position::new(1, 5));
        listing.run(&rows, Command::Up);
        assert_eq!(draw(&mut listing, 4), Position::new(1, 4));
        listing.run(&rows, Command::First);
        assert_eq!(draw(&mut listing, 4), Position::new(1, 4));
    }

    #[test]
    fn a_click_chooses_what_was_drawn_there() {
        let mut listing = Listing::default();
        draw(&mut listing, 10);
        assert!(listing.click(Position::new(5, 8)));
        assert_eq!(listing.at(&rows(&lines())), Some('c'));
        assert!(!listing.click(Position::new(5, 3)));
    }
}
