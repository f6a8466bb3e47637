//! [`Log`]: what only people scroll and search, read from the file.
//!
//! Notes, sessions and measures grow without end and stay in the file. They are read by page after the key of the page
//! before, never by offset; by the search index, newest first, never by rank; and for [`Figures`](crate::domain::Figures)
//! in a fixed number of queries, however many pupils there are.

mod changes;
mod figures;
mod search;
mod timeline;

use chrono::{Days, NaiveDate, NaiveTime};
use rusqlite::{Connection, ToSql, params};

use super::table::{Table, get, select};
use super::{Store, StoreError};
use crate::domain::{
    Caseload, Dossier, Id, InterventionId, Measure, MeasureId, Note, NoteId, PupilId, Session,
    SessionId, Standings,
};

/// The log of a caseload. It only reads.
#[derive(Clone, Copy, Debug)]
pub struct Log<'a> {
    /// None while no caseload is open: there is nothing in the log then.
    conn: Option<&'a Connection>,
}

impl Store {
    /// The log of this caseload.
    pub fn log(&self) -> Log<'_> {
        Log {
            conn: Some(&self.conn),
        }
    }
}

impl Log<'_> {
    /// The log while no caseload is open.
    pub fn none() -> Self {
        Self { conn: None }
    }

    /// A note.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn note(&self, id: NoteId) -> Result<Option<Note>, StoreError> {
        self.get(id)
    }

    /// A session.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session(&self, id: SessionId) -> Result<Option<Session>, StoreError> {
        self.get(id)
    }

    /// A measure.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measure(&self, id: MeasureId) -> Result<Option<Measure>, StoreError> {
        self.get(id)
    }

    fn get<T: Table>(&self, id: Id<T>) -> Result<Option<T>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(None);
        };
        Ok(get(conn, id)?)
    }

    /// Whether anything is recorded of an intervention: a session, or a measure of how it went.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn has_history(&self, intervention: InterventionId) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM session WHERE intervention = ?1)
             OR EXISTS (SELECT 1 FROM measure WHERE intervention = ?1)";
        self.is_so(sql, params![intervention])
    }

    /// Whether a pupil was marked in any session of an intervention.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn was_marked(
        &self,
        pupil: PupilId,
        intervention: InterventionId,
    ) -> Result<bool, StoreError> {
        let sql = "SELECT EXISTS (SELECT 1 FROM session_mark JOIN session ON session.id = session_mark.session
             WHERE session_mark.pupil = ? AND session.intervention = ?)";
        self.is_so(sql, params![pupil, intervention])
    }

    fn is_so(&self, sql: &str, values: &[&dyn ToSql]) -> Result<bool, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(false);
        };
        let mut statement = conn.prepare_cached(sql)?;
        Ok(statement.query_row(values, |row| row.get(0))?)
    }

    /// All notes about a pupil, in order of making.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn notes(&self, pupil: PupilId) -> Result<Vec<Note>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        Ok(select(conn, "WHERE pupil = ?", params![pupil])?)
    }

    /// How many notes, measures and sessions speak of a pupil.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn entries_of(&self, pupil: PupilId) -> Result<usize, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(0);
        };
        let count: u32 = conn
            .prepare_cached(
                "SELECT (SELECT count(*) FROM note WHERE pupil = ?1)
                      + (SELECT count(*) FROM measure WHERE pupil = ?1)
                      + (SELECT count(*) FROM session_mark WHERE pupil = ?1)",
            )?
            .query_row(params![pupil], |row| row.get(0))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// All measures of a pupil, in order of making.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn measures(&self, pupil: PupilId) -> Result<Vec<Measure>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        Ok(select(conn, "WHERE pupil = ?", params![pupil])?)
    }

    /// Everything about a pupil; none when the register does not hold her or her standing is not worked out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn dossier(
        &self,
        caseload: &Caseload,
        standings: &Standings,
        pupil: PupilId,
    ) -> Result<Option<Dossier>, StoreError> {
        let (Some(conn), Some(standing)) = (self.conn, standings.get(pupil)) else {
            return Ok(None);
        };
        let places = caseload.places.of(pupil);
        let interventions = list(places.map(|place| place.intervention));
        let of_hers = "WHERE intervention IN (SELECT value FROM json_each(?))";
        Ok(Dossier::of(
            caseload,
            pupil,
            standing.clone(),
            self.notes(pupil)?,
            self.measures(pupil)?,
            select(conn, of_hers, params![interventions])?,
        ))
    }

    /// The sessions recorded of some interventions in the week that begins on a Monday, in order of making.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn week(
        &self,
        interventions: &[InterventionId],
        monday: NaiveDate,
    ) -> Result<Vec<Session>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        let sunday = monday.checked_add_days(Days::new(6)).unwrap_or(monday);
        let chosen =
            "WHERE intervention IN (SELECT value FROM json_each(?)) AND \"on\" BETWEEN ? AND ?";
        let values = params![list(interventions.iter().copied()), monday, sunday];
        Ok(select(conn, chosen, values)?)
    }

    /// The sessions recorded of an intervention on a day, in order of making.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn sessions_on(
        &self,
        intervention: InterventionId,
        on: NaiveDate,
    ) -> Result<Vec<Session>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Vec::new());
        };
        let chosen = "WHERE intervention = ? AND \"on\" = ?";
        Ok(select(conn, chosen, params![intervention, on])?)
    }

    /// The session recorded of an intervention on a day; with a time, the one at that time. Of several, the first made.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn session_on(
        &self,
        intervention: InterventionId,
        on: NaiveDate,
        at: Option<NaiveTime>,
    ) -> Result<Option<Session>, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(None);
        };
        let chosen = "WHERE intervention = ?1 AND \"on\" = ?2 AND (?3 IS NULL OR \"at\" = ?3)";
        let sessions: Vec<Session> = select(conn, chosen, params![intervention, on, at])?;
        Ok(sessions.into_iter().next())
    }
}

/// Ids as one value that a query takes apart with `json_each`: so that one prepared query serves any number of them.
fn list<T>(ids: impl IntoIterator<Item = Id<T>>) -> String {
    let numbers: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
    format!("[{}]", numbers.join(","))
}

#[cfg(test)]
mod tests;
