//! SQL of the caseload's settings.

use rusqlite::params;

use super::cell::{Cells, Worded};
use super::table::{Table, Writer};
use crate::domain::Setting;

impl Table for Setting {
    const NAME: &'static str = "setting";
    const COLUMNS: &'static [&'static str] =
        &["id", "senco", "working_days", "plan_name", "began_on"];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.senco,
            Worded(&self.working_days),
            self.plan_name,
            self.began_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            senco: cells.next()?,
            working_days: cells.word()?,
            plan_name: cells.next()?,
            began_on: cells.next()?,
        })
    }
}
