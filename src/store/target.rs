//! SQL of targets, with the checks waived.

use rusqlite::params;

use super::cell::Cells;
use super::table::{List, Table, Writer};
use crate::domain::{Target, Waiver};

impl Table for Target {
    const NAME: &'static str = "target";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "cycle",
        "outcome",
        "place",
        "short",
        "statement",
        "unit",
        "start",
        "start_on",
        "aim",
        "by",
        "home",
        "carried_from",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "target_waiver",
        columns: &["check", "why"],
        write: |target, row| {
            target
                .waivers
                .iter()
                .try_for_each(|waiver| row.row(params![waiver.check, waiver.why]))
        },
        read: |target, cells| {
            target.waivers.push(Waiver {
                check: cells.next()?,
                why: cells.next()?,
            });
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.cycle,
            self.outcome,
            self.place,
            self.short,
            self.statement,
            self.unit,
            self.start,
            self.start_on,
            self.aim,
            self.by,
            self.home,
            self.carried_from
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            cycle: cells.next()?,
            outcome: cells.next()?,
            place: cells.next()?,
            short: cells.next()?,
            statement: cells.next()?,
            unit: cells.next()?,
            start: cells.next()?,
            start_on: cells.next()?,
            aim: cells.next()?,
            by: cells.next()?,
            home: cells.next()?,
            carried_from: cells.next()?,
            waivers: Vec::new(),
        })
    }
}
