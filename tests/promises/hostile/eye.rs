//! [`Eye`]: a terminal that looks at every byte it is sent, and at where each letter comes to stand.

use std::cell::RefCell;
use std::io::{self, Write};
use std::num::NonZeroU16;
use std::rc::Rc;

use caseload::app::terminal::Screen;
use caseload::sanitize;
use ratatui::buffer::{Buffer, CellWidth as _};
use ratatui::layout::Position;

use super::stream::{self, Writes};

/// What the program has written.
#[derive(Clone, Default)]
struct Written(Rc<RefCell<Vec<u8>>>);

impl Write for Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A terminal that looks at every byte it is sent, and at where each letter comes to stand.
pub struct Eye {
    screen: Screen<Written>,
    written: Written,
    parser: vt100::Parser,
}

impl Eye {
    pub fn of((columns, rows): (u16, u16)) -> Self {
        let written = Written::default();
        let cells = |length| NonZeroU16::new(length).expect("a window");
        Self {
            screen: Screen::new(written.clone()),
            written,
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
        }
    }

    /// Shows these cells as the program does.
    ///
    /// # Errors
    /// When it wrote what it must not, or a letter stands elsewhere than it was meant to.
    pub fn sees(&mut self, cells: &Buffer, cursor: Position) -> Result<(), String> {
        self.screen
            .draw(cells.clone(), cursor)
            .expect("memory can be written to");
        let bytes = std::mem::take(&mut *self.written.0.borrow_mut());
        stream::check(&bytes, Writes::Screens)?;
        self.parser.process(&bytes);
        let mut meant = cells.clone();
        sanitize::sweep(&mut meant);
        self.shows(&meant)
    }

    /// As a text would that a terminal obeys: for a trial of the looks.
    pub fn moves_a_letter(&mut self) {
        self.parser.process(b"\x1b[1;3Hx");
    }

    fn shows(&self, meant: &Buffer) -> Result<(), String> {
        for y in 0..meant.area.height {
            let mut x = 0;
            while x < meant.area.width {
                let symbol = meant[(x, y)].symbol();
                let cell = self.parser.screen().cell(y, x).expect("a cell");
                if !is_same(cell.contents(), symbol) {
                    let row: String = (0..meant.area.width)
                        .map(|x| meant[(x, y)].symbol())
                        .collect();
                    return Err(format!(
                        "{:?} stands in column {x} of row {y}, where {symbol:?} was meant: {row:?}",
                        cell.contents()
                    ));
                }
                x += symbol.cell_width().max(1);
            }
        }
        Ok(())
    }
}

/// Whether a cell shows what was meant; it may hold fewer marks than were sent.
fn is_same(shown: &str, meant: &str) -> bool {
    match shown {
        "" | " " => meant == " ",
        shown => meant.starts_with(shown),
    }
}
