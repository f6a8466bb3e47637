//! SQL of the caseload's settings.

use rusqlite::params;

use super::cell::{Cells, Coded, Worded};
use super::table::{List, Table, Writer};
use crate::domain::{KeptFilter, Setting};

impl Table for Setting {
    const NAME: &'static str = "setting";
    const COLUMNS: &'static [&'static str] =
        &["id", "senco", "working_days", "plan_name", "began_on"];
    const LISTS: &'static [List<Self>] = &[
        List {
            table: "setting_column",
            columns: &["column"],
            write: |setting, row| {
                let mut columns = setting.columns.iter();
                columns.try_for_each(|column| row.row(params![Coded(*column)]))
            },
            read: |setting, cells| {
                setting.columns.push(cells.word()?);
                Ok(())
            },
        },
        List {
            table: "setting_filter",
            columns: &["name", "words"],
            write: |setting, row| {
                let mut kept = setting.kept_filters.iter();
                kept.try_for_each(|kept| row.row(params![kept.name, kept.words]))
            },
            read: |setting, cells| {
                setting.kept_filters.push(KeptFilter {
                    name: cells.next()?,
                    words: cells.next()?,
                });
                Ok(())
            },
        },
    ];

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
            columns: Vec::new(),
            kept_filters: Vec::new(),
        })
    }
}
