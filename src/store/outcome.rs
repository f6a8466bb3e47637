//! SQL of outcomes.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::Outcome;

impl Table for Outcome {
    const NAME: &'static str = "outcome";
    const COLUMNS: &'static [&'static str] = &[
        "id", "pupil", "area", "words", "source", "by", "ended_on", "code",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.area.map(Coded),
            self.words,
            Coded(self.source),
            self.by,
            self.ended_on,
            self.code
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            area: cells.maybe_word()?,
            words: cells.next()?,
            source: cells.word()?,
            by: cells.next()?,
            ended_on: cells.next()?,
            code: cells.next()?,
        })
    }
}
