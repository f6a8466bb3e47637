//! SQL of what ties a person to a pupil.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::Tie;

impl Table for Tie {
    const NAME: &'static str = "tie";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "person",
        "relation",
        "responsibility",
        "care",
        "papers",
        "papers_why",
        "way",
        "interpreter",
        "careful",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.person,
            self.relation,
            self.responsibility,
            self.care,
            Coded(self.papers),
            self.papers_why,
            self.way.map(Coded),
            self.interpreter,
            self.careful
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            person: cells.next()?,
            relation: cells.next()?,
            responsibility: cells.next()?,
            care: cells.next()?,
            papers: cells.word()?,
            papers_why: cells.next()?,
            way: cells.maybe_word()?,
            interpreter: cells.next()?,
            careful: cells.next()?,
        })
    }
}
