//! SQL of times at one SEN status.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{StatusPeriod, Watched};

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
    const LISTS: &'static [List<Self>] = &[List {
        table: "status_period_watched",
        columns: &["part", "on", "words"],
        write: |period, row| {
            let mut all = period.watched.iter();
            all.try_for_each(|seen| row.row(params![Coded(seen.part), seen.on, seen.words]))
        },
        read: |period, cells| {
            period.watched.push(Watched {
                part: cells.word()?,
                on: cells.next()?,
                words: cells.next()?,
            });
            Ok(())
        },
    }];

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
            watched: Vec::new(),
        })
    }
}
