//! SQL of staff, family and professionals.

use rusqlite::params;

use super::cell::{Cells, Coded, Worded};
use super::table::{Table, Writer};
use crate::domain::Person;

impl Table for Person {
    const NAME: &'static str = "person";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "name",
        "kind",
        "role",
        "days",
        "minutes_a_week",
        "reach",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.name,
            Coded(self.kind),
            self.role,
            Worded(&self.days),
            self.minutes_a_week,
            self.reach
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            name: cells.next()?,
            kind: cells.word()?,
            role: cells.next()?,
            days: cells.word()?,
            minutes_a_week: cells.next()?,
            reach: cells.next()?,
        })
    }
}
