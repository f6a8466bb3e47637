//! SQL of what becomes of a file when a pupil leaves.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::HandOver;

impl Table for HandOver {
    const NAME: &'static str = "hand_over";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "sent_to",
        "sent_on",
        "received_on",
        "note",
        "keep_until",
        "keep_why",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "hand_over_item",
        columns: &["item"],
        write: |hand_over, row| {
            let mut items = hand_over.items.iter();
            items.try_for_each(|item| row.row(params![Coded(*item)]))
        },
        read: |hand_over, cells| {
            hand_over.items.push(cells.word()?);
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.sent_to,
            self.sent_on,
            self.received_on,
            self.note,
            self.keep_until,
            self.keep_why
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            items: Vec::new(),
            sent_to: cells.next()?,
            sent_on: cells.next()?,
            received_on: cells.next()?,
            note: cells.next()?,
            keep_until: cells.next()?,
            keep_why: cells.next()?,
        })
    }
}
