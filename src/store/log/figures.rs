//! What standings are made of, in a fixed number of queries.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, Row};

use super::{Log, list};
use crate::domain::figures::{interventions_of, targets_of};
use crate::domain::{
    Caseload, Figures, InterventionId, PupilId, Reading, Said, SessionMarks, TargetId, Voices,
};
use crate::store::StoreError;
use crate::store::cell::{Day, TimeOfDay, Worded};

/// Words for staff only are not somebody's last words: the family's screen shows those.
const VOICES: &str = r#"
    SELECT pupil.id, (SELECT max(seek) FROM note WHERE note.pupil = pupil.id),
           child.happened_on, child.words, child.said_by, child.said_to,
           family.happened_on, family.words, family.said_by, family.said_to
    FROM pupil
    LEFT JOIN note child ON child.id = (
        SELECT id FROM note WHERE note.pupil = pupil.id AND voice = 'pupil' AND staff_only = 0
        ORDER BY happened_on DESC, id DESC LIMIT 1)
    LEFT JOIN note family ON family.id = (
        SELECT id FROM note WHERE note.pupil = pupil.id AND voice = 'family' AND staff_only = 0
        ORDER BY happened_on DESC, id DESC LIMIT 1)
    WHERE pupil.id IN (SELECT value FROM json_each(?))"#;

const READINGS: &str = r#"
    SELECT target, "on", value, id FROM measure WHERE target IN (SELECT value FROM json_each(?))"#;

const SESSIONS: &str = r#"
    SELECT id, intervention, "on", "at", not_given FROM session
    WHERE intervention IN (SELECT value FROM json_each(?)) ORDER BY intervention, "on""#;

/// From the index alone, which is a quarter of the table.
const MARKS: &str = r#"
    SELECT session, pupil, mark FROM session_mark INDEXED BY session_mark_pupil
    WHERE pupil IN (SELECT value FROM json_each(?))"#;

impl Log<'_> {
    /// What the standings of all pupils are made of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn figures_of_all(
        &self,
        caseload: &Caseload,
        today: NaiveDate,
    ) -> Result<Figures, StoreError> {
        let pupils = caseload.pupils.iter().map(|pupil| pupil.id).collect();
        self.figures(&pupils, caseload, today)
    }

    /// What the standings of these pupils are made of.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn figures(
        &self,
        pupils: &BTreeSet<PupilId>,
        caseload: &Caseload,
        today: NaiveDate,
    ) -> Result<Figures, StoreError> {
        let Some(conn) = self.conn else {
            return Ok(Figures::default());
        };
        let pupils = || pupils.iter().copied();
        Ok(Figures {
            sessions: sessions_of(conn, interventions_of(caseload, pupils(), today), pupils())?,
            readings: readings_of(conn, targets_of(caseload, pupils()))?,
            voices: voices_of(conn, pupils())?,
        })
    }
}

fn sessions_of(
    conn: &Connection,
    interventions: BTreeSet<InterventionId>,
    pupils: impl Iterator<Item = PupilId>,
) -> Result<BTreeMap<InterventionId, Vec<SessionMarks>>, StoreError> {
    let mut sessions: BTreeMap<InterventionId, Vec<SessionMarks>> = BTreeMap::new();
    let mut places: HashMap<i64, (InterventionId, usize)> = HashMap::new();
    let mut statement = conn.prepare_cached(SESSIONS)?;
    let mut rows = statement.query([list(interventions)])?;
    while let Some(row) = rows.next()? {
        let intervention = row.get(1)?;
        let of_it = sessions.entry(intervention).or_default();
        places.insert(row.get(0)?, (intervention, of_it.len()));
        of_it.push(SessionMarks {
            on: row.get::<_, Day>(2)?.0,
            at: row.get::<_, Option<TimeOfDay>>(3)?.map(|time| time.0),
            not_given: row.get(4)?,
            marks: Vec::new(),
        });
    }
    let mut statement = conn.prepare_cached(MARKS)?;
    let mut rows = statement.query([list(pupils)])?;
    while let Some(row) = rows.next()? {
        let place = places.get(&row.get(0)?);
        let session =
            place.and_then(|(intervention, place)| sessions.get_mut(intervention)?.get_mut(*place));
        if let Some(session) = session {
            session
                .marks
                .push((row.get(1)?, row.get::<_, Worded<_>>(2)?.0));
        }
    }
    Ok(sessions)
}

fn readings_of(
    conn: &Connection,
    targets: BTreeSet<TargetId>,
) -> Result<BTreeMap<TargetId, Reading>, StoreError> {
    let mut latest: BTreeMap<TargetId, (i64, Reading)> = BTreeMap::new();
    let mut statement = conn.prepare_cached(READINGS)?;
    let mut rows = statement.query([list(targets)])?;
    while let Some(row) = rows.next()? {
        let reading = Reading {
            on: row.get::<_, Day>(1)?.0,
            value: row.get(2)?,
        };
        let id = row.get(3)?;
        let kept = latest.entry(row.get(0)?).or_insert((id, reading));
        if (reading.on, id) > (kept.1.on, kept.0) {
            *kept = (id, reading);
        }
    }
    Ok(latest
        .into_iter()
        .map(|(target, (_, reading))| (target, reading))
        .collect())
}

fn voices_of(
    conn: &Connection,
    pupils: impl Iterator<Item = PupilId>,
) -> Result<BTreeMap<PupilId, Voices>, StoreError> {
    let mut voices = BTreeMap::new();
    let mut statement = conn.prepare_cached(VOICES)?;
    let mut rows = statement.query([list(pupils)])?;
    while let Some(row) = rows.next()? {
        let last_seek: Option<i64> = row.get(1)?;
        let heard = Voices {
            pupil: said(row, 2)?,
            family: said(row, 6)?,
            last_note_on: last_seek.and_then(crate::store::note::day_of),
        };
        voices.insert(row.get(0)?, heard);
    }
    Ok(voices)
}

fn said(row: &Row<'_>, first: usize) -> rusqlite::Result<Option<Said>> {
    let Some(on) = row.get(first)? else {
        return Ok(None);
    };
    Ok(Some(Said {
        on,
        words: row.get(first + 1)?,
        by: row.get(first + 2)?,
        to: row.get(first + 3)?,
    }))
}
