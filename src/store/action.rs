//! SQL of actions.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::Action;

impl Table for Action {
    const NAME: &'static str = "action";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "review",
        "what",
        "who",
        "person",
        "agreed_on",
        "by",
        "done_on",
        "dropped",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.review,
            self.what,
            self.who,
            self.person,
            self.agreed_on,
            self.by,
            self.done_on,
            self.dropped
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            review: cells.next()?,
            what: cells.next()?,
            who: cells.next()?,
            person: cells.next()?,
            agreed_on: cells.next()?,
            by: cells.next()?,
            done_on: cells.next()?,
            dropped: cells.next()?,
        })
    }
}
