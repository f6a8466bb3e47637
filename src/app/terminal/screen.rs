//! What the terminal shows, and how it comes to show something else.

use std::io::{self, Write};

use ratatui::backend::Backend;
use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::layout::{Position, Rect};
use ratatui_crossterm::CrosstermBackend;

use crate::sanitize;

/// What the terminal shows. Drawing writes only what differs, and nothing when nothing does.
#[derive(Debug)]
pub struct Screen<W: Write> {
    backend: CrosstermBackend<W>,
    shown: Buffer,
    cursor: Option<Position>,
}

impl<W: Write> Screen<W> {
    /// A screen of which nothing is known yet: the first drawing clears it.
    pub fn new(writer: W) -> Self {
        Self {
            backend: CrosstermBackend::new(writer),
            shown: Buffer::empty(Rect::ZERO),
            cursor: None,
        }
    }

    /// Shows these cells, cleaned, with the cursor there. Cells of another size than those before clear the screen first.
    ///
    /// # Errors
    /// When the terminal can't be written to.
    pub fn draw(&mut self, mut cells: Buffer, cursor: Position) -> io::Result<()> {
        sanitize::sweep(&mut cells);
        if cells.area != self.shown.area {
            self.backend.clear()?;
            self.shown = Buffer::empty(cells.area);
            self.cursor = None;
        }
        let changes = changes(&self.shown, &cells);
        if changes.is_empty() && self.cursor == Some(cursor) {
            return Ok(());
        }
        // Where the terminal's cursor is after letters that are wider apart is the terminal's to know: it is placed anew.
        for run in changes.chunk_by(|(_, _, cell), _| sanitize::letters(cell.symbol()) < 2) {
            self.backend.draw(run.iter().copied())?;
        }
        self.backend.set_cursor_position(cursor)?;
        Backend::flush(&mut self.backend)?;
        self.shown = cells;
        self.cursor = Some(cursor);
        Ok(())
    }

    /// Where terminal commands that draw nothing are written.
    pub(super) fn writer(&mut self) -> &mut impl Write {
        &mut self.backend
    }
}

/// The cells to be written, with their places. A row of letters that are wider apart than together is written whole: on a
/// terminal that has them apart, what was in the second one's cell would stay.
fn changes<'a>(shown: &Buffer, cells: &'a Buffer) -> Vec<(u16, u16, &'a Cell)> {
    let columns = usize::from(cells.area.width).max(1);
    let rows = shown
        .content
        .chunks(columns)
        .zip(cells.content.chunks(columns));
    let are_glued = |row: &[Cell]| row.iter().any(|cell| sanitize::letters(cell.symbol()) > 1);
    let whole: Vec<bool> = rows
        .map(|(was, is)| was != is && (are_glued(was) || are_glued(is)))
        .collect();
    let mut changes = shown.diff(cells);
    changes.retain(|(_, y, _)| !whole[usize::from(*y)]);
    for (y, row) in (0..)
        .zip(cells.content.chunks(columns))
        .filter(|(y, _)| whole[usize::from(*y)])
    {
        let mut next = 0;
        for (x, cell) in (0..).zip(row) {
            if x >= next {
                changes.push((x, y, cell));
                next = x + cell.cell_width().max(1);
            }
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU16;

    use ratatui::style::{Color, Style};

    use super::*;

    const END: Position = Position::new(19, 2);

    fn cells(text: &str) -> Buffer {
        let mut cells = Buffer::empty(Rect::new(0, 0, 20, 3));
        cells.set_string(0, 0, text, Style::new());
        cells
    }

    /// The bytes each of these pictures writes, shown one after the other.
    fn written(pictures: Vec<(Buffer, Position)>) -> Vec<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut screen = Screen::new(&mut bytes);
        for (cells, cursor) in pictures {
            screen
                .draw(cells, cursor)
                .expect("memory can be written to");
            screen
                .writer()
                .write_all(b"\0")
                .expect("memory can be written to");
        }
        bytes.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect()
    }

    /// A terminal after these pictures.
    fn seen(pictures: Vec<(Buffer, Position)>) -> vt100::Parser {
        let size = |length| NonZeroU16::new(length).expect("not nothing");
        let mut terminal = vt100::Parser::new(size(3), size(20), 0);
        terminal.process(b"what was there before");
        written(pictures)
            .iter()
            .for_each(|bytes| terminal.process(bytes));
        terminal
    }

    #[test]
    fn the_terminal_shows_what_was_drawn_and_the_cursor_where_it_was_put() {
        let terminal = seen(vec![
            (cells("Khan, Aisha"), END),
            (cells("Khan, Zoë"), Position::new(9, 0)),
        ]);
        assert_eq!(terminal.screen().contents().trim_end(), "Khan, Zoë");
        assert_eq!(terminal.screen().cursor_position(), (0, 9));
    }

    #[test]
    fn what_is_the_same_is_not_written_again() {
        let writes = written(vec![
            (cells("one"), END),
            (cells("one"), END),
            (cells("one"), Position::ORIGIN),
            (cells("ore"), END),
        ]);
        assert!(writes[1].is_empty());
        assert_eq!(writes[2], b"\x1b[1;1H");
        let changed = String::from_utf8_lossy(&writes[3]).into_owned();
        assert!(
            changed.contains('r') && !changed.contains('o') && !changed.contains('e'),
            "{changed:?}"
        );
    }

    #[test]
    fn another_size_starts_from_an_empty_screen() {
        let small = Buffer::empty(Rect::new(0, 0, 5, 1));
        let terminal = seen(vec![(cells("Khan, Aisha"), END), (small, Position::ORIGIN)]);
        assert_eq!(terminal.screen().contents(), "");
    }

    #[test]
    #[expect(
        clippy::disallowed_methods,
        reason = "drawing by strings leaves some of it out"
    )]
    fn hostile_cells_write_no_sequence_of_their_own() {
        let mut hostile = cells("");
        hostile.content[0].set_symbol("\u{1b}]0;owned\u{7}");
        hostile.content[1].set_symbol("\u{9b}2J");
        let writes = written(vec![(cells(""), END), (hostile, END)]);
        let text = String::from_utf8_lossy(&writes[1]).into_owned();
        assert!(
            !text.contains("\u{1b}]") && !text.contains(['\u{7}', '\u{9b}']),
            "{text:?}"
        );
    }

    #[test]
    fn letters_that_a_terminal_has_apart_leave_nothing_behind() {
        for glued in [
            "क्ष",
            "\u{e01}\u{e33}",
            "ﾊﾟ",
            "\u{1f469}\u{200d}\u{1f467}",
            "\u{2d4f}\u{2d7f}\u{2d3e}",
        ] {
            let terminal = seen(vec![
                (cells(&format!("{glued}abc")), END),
                (cells("a  bc"), END),
                (cells("a"), END),
            ]);
            assert_eq!(terminal.screen().contents().trim_end(), "a", "{glued}");
            let last = format!(
                "{}{glued}",
                " ".repeat(19 - usize::from(glued.cell_width() > 1))
            );
            let terminal = seen(vec![(cells(&last), END), (cells("a"), END)]);
            assert_eq!(
                terminal.screen().contents().trim_end(),
                "a",
                "{glued} at the edge"
            );
        }
    }

    #[test]
    fn no_underline_colour_is_written() {
        let writes = written(vec![(cells("one"), END)]);
        assert!(!String::from_utf8_lossy(&writes[0]).contains("[59m"));
    }

    #[test]
    fn a_coloured_cell_stays_reversed() {
        crossterm::style::force_color_output(true);
        let mut selected = cells("");
        selected.set_string(0, 0, "x", Style::new().fg(Color::Red).reversed());
        let terminal = seen(vec![(selected, END)]);
        assert!(
            terminal
                .screen()
                .cell(0, 0)
                .is_some_and(vt100::Cell::inverse)
        );
    }
}
