//! SQL of plans beside the SEN support plan and the EHC plan.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::OtherPlan;

impl Table for OtherPlan {
    const NAME: &'static str = "other_plan";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "kind",
        "what",
        "words",
        "owner",
        "person",
        "since",
        "review_on",
        "ends_on",
        "ended_on",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "other_plan_part",
        columns: &["part", "words"],
        write: |plan, row| {
            plan.parts
                .iter()
                .try_for_each(|(part, words)| row.row(params![Coded(*part), words]))
        },
        read: |plan, cells| {
            plan.parts.push((cells.word()?, cells.next()?));
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            Coded(self.kind),
            self.what,
            self.words,
            self.owner,
            self.person,
            self.since,
            self.review_on,
            self.ends_on,
            self.ended_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            kind: cells.word()?,
            what: cells.next()?,
            words: cells.next()?,
            owner: cells.next()?,
            person: cells.next()?,
            since: cells.next()?,
            review_on: cells.next()?,
            ends_on: cells.next()?,
            ended_on: cells.next()?,
            parts: Vec::new(),
        })
    }
}
