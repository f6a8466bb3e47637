//! SQL of cycles.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::Cycle;

impl Table for Cycle {
    const NAME: &'static str = "cycle";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "number",
        "began_on",
        "light",
        "teacher_view",
        "progress",
        "barriers",
        "family_view",
        "pupil_view",
        "advice",
        "assessed_on",
        "expected",
        "home",
        "agreed_on",
        "planned_on",
        "review_on",
        "reviewed_on",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.number,
            self.began_on,
            self.light,
            self.teacher_view,
            self.progress,
            self.barriers,
            self.family_view,
            self.pupil_view,
            self.advice,
            self.assessed_on,
            self.expected,
            self.home,
            self.agreed_on,
            self.planned_on,
            self.review_on,
            self.reviewed_on
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            number: cells.next()?,
            began_on: cells.next()?,
            light: cells.next()?,
            teacher_view: cells.next()?,
            progress: cells.next()?,
            barriers: cells.next()?,
            family_view: cells.next()?,
            pupil_view: cells.next()?,
            advice: cells.next()?,
            assessed_on: cells.next()?,
            expected: cells.next()?,
            home: cells.next()?,
            agreed_on: cells.next()?,
            planned_on: cells.next()?,
            review_on: cells.next()?,
            reviewed_on: cells.next()?,
        })
    }
}
