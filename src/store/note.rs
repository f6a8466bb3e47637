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
/// place until it moves to another day. Notes of one day stand in the order of their ids, so one that is put back by undo
/// stands where it stood.
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
    let before: Option<i64> = conn
        .prepare_cached(
            "SELECT seek FROM note WHERE seek BETWEEN ? AND ? AND id < ? ORDER BY seek DESC LIMIT 1",
        )?
        .query_row(params![first, last, id], |row| row.get(0))
        .optional()?;
    let seek = before.map_or(first, |before| before + 1);
    make_room(conn, seek, last)?;
    Ok(seek)
}

/// Moves the notes from this place to the next gap up by one, the highest first.
fn make_room(conn: &Connection, seek: i64, last: i64) -> rusqlite::Result<()> {
    let mut taken = Vec::new();
    let mut statement =
        conn.prepare_cached("SELECT seek FROM note WHERE seek BETWEEN ? AND ? ORDER BY seek")?;
    let mut found = statement.query([seek, last])?;
    while let Some(row) = found.next()? {
        let place: i64 = row.get(0)?;
        if Some(place) != seek.checked_add_unsigned(taken.len() as u64) {
            break;
        }
        taken.push(place);
    }
    let mut up = conn.prepare_cached("UPDATE note SET seek = seek + 1 WHERE seek = ?")?;
    taken
        .into_iter()
        .rev()
        .try_for_each(|place| up.execute([place]).map(drop))
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
