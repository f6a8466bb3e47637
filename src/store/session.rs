//! SQL of sessions, with who came.

use rusqlite::params;

use super::cell::{Cells, Coded};
use super::table::{List, Table, Writer};
use crate::domain::{Attendance, Session};

impl Table for Session {
    const NAME: &'static str = "session";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "intervention",
        "on",
        "at",
        "not_given",
        "told_by",
        "entered_at",
        "note",
    ];
    const LISTS: &'static [List<Self>] = &[List {
        table: "session_mark",
        columns: &["pupil", "mark", "note"],
        write: |session, row| {
            session
                .marks
                .iter()
                .try_for_each(|mark| row.row(params![mark.pupil, Coded(mark.mark), mark.note]))
        },
        read: |session, cells| {
            session.marks.push(Attendance {
                pupil: cells.next()?,
                mark: cells.word()?,
                note: cells.next()?,
            });
            Ok(())
        },
    }];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        row.row(params![
            self.id,
            self.intervention,
            self.on,
            self.at,
            self.not_given,
            self.told_by,
            self.entered_at,
            self.note
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            intervention: cells.next()?,
            on: cells.next()?,
            at: cells.next()?,
            not_given: cells.next()?,
            told_by: cells.next()?,
            entered_at: cells.next()?,
            note: cells.next()?,
            marks: Vec::new(),
        })
    }
}
