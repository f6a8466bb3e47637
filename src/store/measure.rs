//! SQL of measures.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::Measure;

impl Table for Measure {
    const NAME: &'static str = "measure";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "instrument",
        "value",
        "on",
        "target",
        "intervention",
        "moment",
        "taken_by",
        "entered_at",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.instrument,
            self.value,
            self.on,
            self.target,
            self.intervention,
            self.moment.map(Coded),
            self.taken_by,
            self.entered_at
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            instrument: cells.next()?,
            value: cells.next()?,
            on: cells.next()?,
            target: cells.next()?,
            intervention: cells.next()?,
            moment: cells.maybe_word()?,
            taken_by: cells.next()?,
            entered_at: cells.next()?,
        })
    }
}
