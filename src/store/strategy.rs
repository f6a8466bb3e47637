//! SQL of strategies.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::Strategy;

impl Table for Strategy {
    const NAME: &'static str = "strategy";
    const COLUMNS: &'static [&'static str] = &["id", "pupil", "cycle", "target", "words", "who"];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.cycle,
            self.target,
            self.words,
            self.who
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            cycle: cells.next()?,
            target: cells.next()?,
            words: cells.next()?,
            who: cells.next()?,
        })
    }
}
