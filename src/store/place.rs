//! SQL of pupils' places in interventions.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::Place;

impl Table for Place {
    const NAME: &'static str = "place";
    const COLUMNS: &'static [&'static str] =
        &["id", "pupil", "intervention", "from", "to", "target"];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.intervention,
            self.from,
            self.to,
            self.target
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            intervention: cells.next()?,
            from: cells.next()?,
            to: cells.next()?,
            target: cells.next()?,
        })
    }
}
