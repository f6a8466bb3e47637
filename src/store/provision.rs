//! SQL of the catalogue of provision.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::Provision;

impl Table for Provision {
    const NAME: &'static str = "provision";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "area",
        "wave",
        "minutes",
        "group_size",
        "pence_an_hour",
        "words",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.name,
            self.area.map(Coded),
            self.wave,
            self.minutes,
            self.group_size,
            self.pence_an_hour,
            self.words
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            name: cells.next()?,
            area: cells.maybe_word()?,
            wave: cells.next()?,
            minutes: cells.next()?,
            group_size: cells.next()?,
            pence_an_hour: cells.next()?,
            words: cells.next()?,
        })
    }
}
