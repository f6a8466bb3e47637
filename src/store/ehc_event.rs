//! SQL of steps of EHC assessments and plans.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::EhcEvent;

impl Table for EhcEvent {
    const NAME: &'static str = "ehc_event";
    const COLUMNS: &'static [&'static str] = &["id", "pupil", "step", "on", "note"];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            Coded(self.step),
            self.on,
            self.note
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            step: cells.word()?,
            on: cells.next()?,
            note: cells.next()?,
        })
    }
}
