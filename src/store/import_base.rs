//! SQL of what the last imported file said.

use rusqlite::params;

use super::cell::{Cells, Json};
use super::table::{Table, Writer};
use crate::domain::ImportBase;

impl Table for ImportBase {
    const NAME: &'static str = "import_base";
    const COLUMNS: &'static [&'static str] = &["id", "pupil", "said"];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![self.id, self.pupil, Json(&self.values)])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            values: cells.next::<Json<_>>()?.0,
        })
    }
}
