//! SQL of what the columns of lists hold.

use std::collections::BTreeMap;

use rusqlite::params;

use super::cell::Cells;
use super::table::{List, Table, Writer};
use crate::domain::ImportLayout;

impl Table for ImportLayout {
    const NAME: &'static str = "import_layout";
    const COLUMNS: &'static [&'static str] = &["id", "said_on"];
    const LISTS: &'static [List<Self>] = &[List {
        table: "import_layout_column",
        columns: &["heading", "holds"],
        write: |layout, row| {
            layout
                .columns
                .iter()
                .try_for_each(|(heading, holds)| row.row(params![heading, holds]))
        },
        read: |layout, cells| {
            layout.columns.insert(cells.next()?, cells.next()?);
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![self.id, self.said_on])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            said_on: cells.next()?,
            columns: BTreeMap::new(),
        })
    }
}
