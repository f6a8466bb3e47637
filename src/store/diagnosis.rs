//! SQL of diagnoses and the ways toward them.

use rusqlite::params;

use super::cell::Cells;
use super::table::{Table, Writer};
use crate::domain::Diagnosis;

impl Table for Diagnosis {
    const NAME: &'static str = "diagnosis";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "what",
        "suspected_on",
        "referred_on",
        "referred_to",
        "waiting_since",
        "confirmed_on",
        "confirmed_by",
        "dropped",
        "note",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.pupil,
            self.what,
            self.suspected_on,
            self.referred_on,
            self.referred_to,
            self.waiting_since,
            self.confirmed_on,
            self.confirmed_by,
            self.dropped,
            self.note
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            what: cells.next()?,
            suspected_on: cells.next()?,
            referred_on: cells.next()?,
            referred_to: cells.next()?,
            waiting_since: cells.next()?,
            confirmed_on: cells.next()?,
            confirmed_by: cells.next()?,
            dropped: cells.next()?,
            note: cells.next()?,
        })
    }
}
