//! The timeline: all that happened, newest first, page by page.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::Log;
use crate::domain::{Caseload, Entry, EntryKey, Measure, Note, PupilId, Session};
use crate::store::StoreError;
use crate::store::note::last_seek_of;
use crate::store::table::{each, select};

/// The latest day a page can start from.
const LAST_DAY: NaiveDate = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date");

impl Log<'_> {
    /// A page of what happened to a pupil, or to all: notes, sessions she was marked in (or all sessions), measures, and
    /// what the register tells. Newest first, at most `limit` entries, all of them after `before` in that order; give the
    /// last entry's key for the next page.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn timeline(
        &self,
        caseload: &Caseload,
        pupil: Option<PupilId>,
        before: Option<EntryKey>,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        let (on, number) = before.map_or((LAST_DAY, i64::MAX), |key| (key.on, key.number));
        let start = Start {
            on,
            number,
            // One more, for the entry the last page ended with.
            limit: limit.saturating_add(1),
        };
        let notes = notes_from(conn, pupil, start)?;
        let sessions = sessions_from(conn, pupil, start)?;
        let measures = measures_from(conn, pupil, start)?;
        let mut entries = Entry::of_register(caseload, pupil, before, limit);
        entries.extend(notes.into_iter().map(Entry::of_note));
        entries.extend(
            sessions
                .iter()
                .map(|session| Entry::of_session(caseload, session, pupil)),
        );
        entries.extend(
            measures
                .iter()
                .map(|measure| Entry::of_measure(caseload, measure)),
        );
        entries.retain(|entry| before.is_none_or(|before| entry.key < before));
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.key));
        entries.truncate(limit);
        Ok(entries)
    }
}

/// Notes are read in order of the search index, which within a day is not the order of making: so whole days are read.
fn notes_from(
    conn: &Connection,
    pupil: Option<PupilId>,
    start: Start,
) -> Result<Vec<Note>, StoreError> {
    let mut notes: Vec<Note> = Vec::new();
    let mut wanted = start.limit;
    let mut take = |note: Note| {
        // Those of the first day that are on the pages before do not count.
        let seen = note.happened_on == start.on && note.id.number() > start.number;
        let enough = notes.len() >= wanted;
        let ends = enough
            && notes
                .last()
                .is_some_and(|last| last.happened_on != note.happened_on);
        if !ends {
            wanted += usize::from(seen);
            notes.push(note);
        }
        !ends
    };
    let last = last_seek_of(start.on);
    match pupil {
        Some(pupil) => each(
            conn,
            "WHERE pupil = ? AND seek <= ? ORDER BY seek DESC",
            params![pupil, last],
            &mut take,
        )?,
        None => each(
            conn,
            "WHERE seek <= ? ORDER BY seek DESC",
            params![last],
            &mut take,
        )?,
    }
    Ok(notes)
}

fn sessions_from(
    conn: &Connection,
    pupil: Option<PupilId>,
    start: Start,
) -> Result<Vec<Session>, StoreError> {
    let of_pupil = "WHERE id IN (SELECT session.id FROM session_mark \
             JOIN session ON session.id = session_mark.session \
             WHERE session_mark.pupil = ?1 AND (session.\"on\", session.id) <= (?2, ?3) \
             ORDER BY session.\"on\" DESC, session.id DESC LIMIT ?4)";
    let of_all = "WHERE id IN (SELECT id FROM session WHERE (\"on\", id) <= (?1, ?2) \
             ORDER BY \"on\" DESC, id DESC LIMIT ?3)";
    let Start { on, number, limit } = start;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(match pupil {
        Some(pupil) => select(conn, of_pupil, params![pupil, on, number, limit])?,
        None => select(conn, of_all, params![on, number, limit])?,
    })
}

fn measures_from(
    conn: &Connection,
    pupil: Option<PupilId>,
    start: Start,
) -> Result<Vec<Measure>, StoreError> {
    let of_pupil = "WHERE pupil = ?1 AND (\"on\", id) <= (?2, ?3) \
             ORDER BY \"on\" DESC, id DESC LIMIT ?4";
    let of_all = "WHERE (\"on\", id) <= (?1, ?2) ORDER BY \"on\" DESC, id DESC LIMIT ?3";
    let Start { on, number, limit } = start;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    Ok(match pupil {
        Some(pupil) => select(conn, of_pupil, params![pupil, on, number, limit])?,
        None => select(conn, of_all, params![on, number, limit])?,
    })
}

/// Where a page starts: at records of this day up to this number, and of the days before.
#[derive(Clone, Copy)]
struct Start {
    on: NaiveDate,
    number: i64,
    limit: usize,
}
