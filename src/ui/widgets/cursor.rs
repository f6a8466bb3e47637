//! [`Cursor`]: which row of a list is under the cursor.

use std::ops::Range;

use crate::commands::Command;

/// Which row of a list is under the cursor: by what the row is, never by its number, so that it stays on the same thing
/// when the list changes.
#[derive(Clone, Debug)]
pub struct Cursor<K> {
    at: Option<K>,
    /// Where it was when last looked for: the first place to look again.
    row: usize,
    top: usize,
    height: usize,
}

impl<K> Default for Cursor<K> {
    fn default() -> Self {
        Self {
            at: None,
            row: 0,
            top: 0,
            height: 1,
        }
    }
}

impl<K: Copy + PartialEq> Cursor<K> {
    /// What is under the cursor.
    pub fn at(&self) -> Option<K> {
        self.at
    }

    /// Puts the cursor on a thing.
    pub fn put_on(&mut self, key: K) {
        self.at = Some(key);
    }

    /// Puts the cursor on a row, and shows it as the first.
    pub fn begin_at(&mut self, rows: &[K], row: usize) {
        self.row = row.min(rows.len().saturating_sub(1));
        self.top = self.row;
        self.at = rows.get(self.row).copied();
    }

    /// The number of the row under the cursor. When its thing is gone, the cursor is on what took its place.
    pub fn row(&mut self, rows: &[K]) -> Option<usize> {
        if self.at.is_none() || rows.get(self.row).copied() != self.at {
            let found = rows.iter().position(|key| Some(*key) == self.at);
            self.row = found.unwrap_or_else(|| self.row.min(rows.len().saturating_sub(1)));
            self.at = rows.get(self.row).copied();
        }
        self.at.map(|_| self.row)
    }

    /// The rows that show in `height` lines, with the one under the cursor among them.
    pub fn visible(&mut self, rows: &[K], height: usize) -> Range<usize> {
        self.height = height.max(1);
        let row = self.row(rows).unwrap_or(0);
        self.top = self.top.min(row).max((row + 1).saturating_sub(self.height));
        self.top = self.top.min(rows.len().saturating_sub(self.height));
        self.top..rows.len().min(self.top + self.height)
    }

    /// A page is so many rows from now on.
    pub fn show(&mut self, height: usize) {
        self.height = height.max(1);
    }

    /// Moves, if the command is one that moves; says whether it was.
    pub fn run(&mut self, rows: &[K], command: Command) -> bool {
        let Some(row) = self.row(rows) else {
            return matches!(
                command,
                Command::Up
                    | Command::Down
                    | Command::PageUp
                    | Command::PageDown
                    | Command::First
                    | Command::Last
            );
        };
        let last = rows.len() - 1;
        self.row = match command {
            Command::Up => row.saturating_sub(1),
            Command::Down => (row + 1).min(last),
            Command::PageUp => row.saturating_sub(self.height),
            Command::PageDown => (row + self.height).min(last),
            Command::First => 0,
            Command::Last => last,
            _ => return false,
        };
        self.at = Some(rows[self.row]);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_stays_on_its_thing_and_falls_to_the_next_when_it_is_gone() {
        let mut cursor = Cursor::default();
        assert_eq!(cursor.row(&[]), None);
        assert_eq!(cursor.row(&['a', 'b', 'c']), Some(0));
        assert!(cursor.run(&['a', 'b', 'c'], Command::Down));
        assert_eq!(cursor.row(&['x', 'a', 'b', 'c']), Some(2));
        assert_eq!(cursor.row(&['x', 'a', 'c']), Some(2));
        assert_eq!(cursor.at(), Some('c'));
        assert_eq!(cursor.row(&[]), None);
    }

    #[test]
    fn a_list_can_begin_in_its_middle() {
        let rows: Vec<_> = (0..100).collect();
        let mut cursor = Cursor::default();
        cursor.begin_at(&rows, 40);
        assert_eq!(cursor.visible(&rows, 10), 40..50);
        assert_eq!(cursor.at(), Some(40));
        cursor.begin_at(&rows, 99);
        assert_eq!(cursor.visible(&rows, 10), 90..100);
        cursor.begin_at(&[], 3);
        assert_eq!(cursor.at(), None);
    }

    #[test]
    fn the_row_under_the_cursor_is_always_shown() {
        let rows: Vec<_> = (0..100).collect();
        let mut cursor = Cursor::default();
        assert_eq!(cursor.visible(&rows, 10), 0..10);
        cursor.run(&rows, Command::Last);
        assert_eq!(cursor.visible(&rows, 10), 90..100);
        cursor.run(&rows, Command::PageUp);
        assert_eq!(cursor.visible(&rows, 10), 89..99);
        assert_eq!(cursor.visible(&rows[..5], 10), 0..5);
    }
}
