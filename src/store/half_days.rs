//! SQL of attendance and suspension, term by term.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::HalfDays;

impl Table for HalfDays {
    const NAME: &'static str = "half_days";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "year",
        "season",
        "possible",
        "attended",
        "per_mille",
        "suspended",
        "note",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.year,
            Coded(self.season),
            self.possible,
            self.attended,
            self.per_mille,
            self.suspended,
            self.note
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            year: cells.next()?,
            season: cells.word()?,
            possible: cells.next()?,
            attended: cells.next()?,
            per_mille: cells.next()?,
            suspended: cells.next()?,
            note: cells.next()?,
        })
    }
}
