//! SQL of strategies, with the checks waived.

use rusqlite::params;

use super::cell::Cells;
use super::table::{List, Table, Writer};
use crate::domain::{Strategy, Waiver};

impl Table for Strategy {
    const NAME: &'static str = "strategy";
    const COLUMNS: &'static [&'static str] = &["id", "pupil", "cycle", "target", "words", "who"];

    const LISTS: &'static [List<Self>] = &[List {
        table: "strategy_waiver",
        columns: &["check", "why"],
        write: |strategy, row| {
            strategy
                .waivers
                .iter()
                .try_for_each(|waiver| row.row(params![waiver.check, waiver.why]))
        },
        read: |strategy, cells| {
            strategy.waivers.push(Waiver {
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
            self.target,
            self.words,
            self.who
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            cycle: cells.next()?,
            target: cells.next()?,
            words: cells.next()?,
            who: cells.next()?,
            waivers: Vec::new(),
        })
    }
}
