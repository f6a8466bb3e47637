//! SQL of times at one SEN status.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::StatusPeriod;

impl Table for StatusPeriod {
    const NAME: &'static str = "status_period";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "status",
        "watching",
        "from",
        "to",
        "reason",
        "parent_told",
        "parent_told_on",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            Coded(self.status),
            self.watching,
            self.from,
            self.to,
            self.reason,
            self.parent_told,
            self.parent_told_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            status: cells.word()?,
            watching: cells.next()?,
            from: cells.next()?,
            to: cells.next()?,
            reason: cells.next()?,
            parent_told: cells.next()?,
            parent_told_on: cells.next()?,
        })
    }
}
