//! SQL of what the last imported file said.

use std::collections::BTreeMap;

use rusqlite::params;

use super::cell::Cells;
use super::table::{List, Table, Writer};
use crate::domain::ImportBase;

impl Table for ImportBase {
    const NAME: &'static str = "import_base";
    const COLUMNS: &'static [&'static str] = &["id", "pupil"];
    const LISTS: &'static [List<Self>] = &[List {
        table: "import_base_value",
        columns: &["field", "value"],
        write: |base, row| {
            base.values
                .iter()
                .try_for_each(|(field, value)| row.row(params![field, value]))
        },
        read: |base, cells| {
            base.values.insert(cells.next()?, cells.next()?);
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![self.id, self.pupil])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            values: BTreeMap::new(),
        })
    }
}
