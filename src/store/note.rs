//! SQL of notes.

use chrono::{NaiveDate, TimeDelta};
use rusqlite::{Connection, OptionalExtension, params};

use super::cell::{Cells, Coded};
use super::table::{Table, Writer};
use crate::domain::{Note, NoteId};

impl Table for Note {
    const NAME: &'static str = "note";
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "pupil",
        "kind",
        "happened_on",
        "entered_at",
        "voice",
        "said_by",
        "said_to",
        "words",
        "staff_only",
        "seek",
    ];

    fn write(&self, row: &mut Writer<'_>) -> rusqlite::Result<()> {
        let seek = seek(row.conn, self.id, self.happened_on)?;
        row.row(params![
            self.id,
            self.pupil,
            Coded(self.kind),
            self.happened_on,
            self.entered_at,
            Coded(self.voice),
            self.said_by,
            self.said_to,
            self.words,
            self.staff_only,
            seek,
        ])
    }

    fn read(cells: &mut Cells<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            id: cells.next()?,
            pupil: cells.next()?,
            kind: cells.word()?,
            happened_on: cells.next()?,
            entered_at: cells.next()?,
            voice: cells.word()?,
            said_by: cells.next()?,
            said_to: cells.next()?,
            words: cells.next()?,
            staff_only: cells.next()?,
        })
    }
}

/// Where the note stands in the search index: the days from 1970 to the day it happened, then a counter. A note keeps its
/// place until it moves to another day.
fn seek(conn: &Connection, id: NoteId, happened_on: NaiveDate) -> rusqlite::Result<i64> {
    let first = first_seek_of(happened_on);
    let last = last_seek_of(happened_on);
    let now: Option<i64> = conn
        .prepare_cached("SELECT seek FROM note WHERE id = ?")?
        .query_row([id], |row| row.get(0))
        .optional()?;
    if let Some(seek) = now.filter(|seek| (first..=last).contains(seek)) {
        return Ok(seek);
    }
    let mut highest =
        conn.prepare_cached("SELECT max(seek) FROM note WHERE seek BETWEEN ? AND ?")?;
    let highest: Option<i64> = highest.query_row([first, last], |row| row.get(0))?;
    Ok(highest.map_or(first, |seek| seek + 1))
}

/// The first place in the search index of a day: days from 1970, then the counter.
fn first_seek_of(on: NaiveDate) -> i64 {
    on.signed_duration_since(NaiveDate::default()).num_days() << 32
}

/// The last place in the search index of a day.
pub(super) fn last_seek_of(on: NaiveDate) -> i64 {
    first_seek_of(on) + (1 << 32) - 1
}

/// The day of a place in the search index.
pub(super) fn day_of(seek: i64) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(TimeDelta::try_days(seek >> 32)?)
}
