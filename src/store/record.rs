//! Reading and writing a record of any kind.

use rusqlite::{Connection, params};

use super::table::{get, put};
use crate::domain::{Kind, Record, RecordId};

/// The record with this id, if the file holds it.
pub(super) fn read(conn: &Connection, id: RecordId) -> rusqlite::Result<Option<Record>> {
    Ok(match id {
        RecordId::School(id) => get(conn, id)?.map(Record::School),
        RecordId::Person(id) => get(conn, id)?.map(Record::Person),
        RecordId::Tie(id) => get(conn, id)?.map(Record::Tie),
        RecordId::Pupil(id) => get(conn, id)?.map(Record::Pupil),
        RecordId::StatusPeriod(id) => get(conn, id)?.map(Record::StatusPeriod),
        RecordId::EhcEvent(id) => get(conn, id)?.map(Record::EhcEvent),
        RecordId::Cycle(id) => get(conn, id)?.map(Record::Cycle),
        RecordId::Outcome(id) => get(conn, id)?.map(Record::Outcome),
        RecordId::Target(id) => get(conn, id)?.map(Record::Target),
        RecordId::Strategy(id) => get(conn, id)?.map(Record::Strategy),
        RecordId::Provision(id) => get(conn, id)?.map(Record::Provision),
        RecordId::Intervention(id) => get(conn, id)?.map(Record::Intervention),
        RecordId::Place(id) => get(conn, id)?.map(Record::Place),
        RecordId::Session(id) => get(conn, id)?.map(Record::Session),
        RecordId::Measure(id) => get(conn, id)?.map(Record::Measure),
        RecordId::Note(id) => get(conn, id)?.map(Record::Note),
        RecordId::Review(id) => get(conn, id)?.map(Record::Review),
        RecordId::Action(id) => get(conn, id)?.map(Record::Action),
        RecordId::Referral(id) => get(conn, id)?.map(Record::Referral),
        RecordId::OtherPlan(id) => get(conn, id)?.map(Record::OtherPlan),
        RecordId::HalfDays(id) => get(conn, id)?.map(Record::HalfDays),
        RecordId::Arrangement(id) => get(conn, id)?.map(Record::Arrangement),
        RecordId::Diagnosis(id) => get(conn, id)?.map(Record::Diagnosis),
        RecordId::EhcLine(id) => get(conn, id)?.map(Record::EhcLine),
        RecordId::HandOver(id) => get(conn, id)?.map(Record::HandOver),
        RecordId::Document(id) => get(conn, id)?.map(Record::Document),
        RecordId::Setting(id) => get(conn, id)?.map(Record::Setting),
        RecordId::ImportBase(id) => get(conn, id)?.map(Record::ImportBase),
        RecordId::ImportLayout(id) => get(conn, id)?.map(Record::ImportLayout),
    })
}

/// Adds the record, or replaces the one with its id where there is one.
pub(super) fn write(conn: &Connection, record: &Record, is_new: bool) -> rusqlite::Result<()> {
    match record {
        Record::School(school) => put(conn, school, is_new),
        Record::Person(person) => put(conn, person, is_new),
        Record::Tie(tie) => put(conn, tie, is_new),
        Record::Pupil(pupil) => put(conn, pupil, is_new),
        Record::StatusPeriod(period) => put(conn, period, is_new),
        Record::EhcEvent(event) => put(conn, event, is_new),
        Record::Cycle(cycle) => put(conn, cycle, is_new),
        Record::Outcome(outcome) => put(conn, outcome, is_new),
        Record::Target(target) => put(conn, target, is_new),
        Record::Strategy(strategy) => put(conn, strategy, is_new),
        Record::Provision(provision) => put(conn, provision, is_new),
        Record::Intervention(intervention) => put(conn, intervention, is_new),
        Record::Place(place) => put(conn, place, is_new),
        Record::Session(session) => put(conn, session, is_new),
        Record::Measure(measure) => put(conn, measure, is_new),
        Record::Note(note) => put(conn, note, is_new),
        Record::Review(review) => put(conn, review, is_new),
        Record::Action(action) => put(conn, action, is_new),
        Record::Referral(referral) => put(conn, referral, is_new),
        Record::OtherPlan(plan) => put(conn, plan, is_new),
        Record::HalfDays(term) => put(conn, term, is_new),
        Record::Arrangement(arrangement) => put(conn, arrangement, is_new),
        Record::Diagnosis(diagnosis) => put(conn, diagnosis, is_new),
        Record::EhcLine(line) => put(conn, line, is_new),
        Record::Document(document) => put(conn, document, is_new),
        Record::HandOver(hand_over) => put(conn, hand_over, is_new),
        Record::Setting(setting) => put(conn, setting, is_new),
        Record::ImportBase(base) => put(conn, base, is_new),
        Record::ImportLayout(layout) => put(conn, layout, is_new),
    }
}

/// Takes the record away, with the rows of the lists inside it.
pub(super) fn remove(conn: &Connection, id: RecordId) -> rusqlite::Result<()> {
    let table: &str = id.kind().into();
    conn.prepare_cached(&format!("DELETE FROM \"{table}\" WHERE id = ?"))?
        .execute(params![id.number()])?;
    Ok(())
}

/// The highest id in the file, so that no id is given twice: records that are gone stand in the journal.
pub(super) fn highest_id(conn: &Connection) -> rusqlite::Result<i64> {
    let mut highest = 0;
    for kind in <Kind as strum::VariantArray>::VARIANTS {
        let kind: &str = (*kind).into();
        let sql = format!(
            "SELECT max(coalesce((SELECT max(id) FROM \"{kind}\"), 0), coalesce((SELECT max(record) FROM edit_change WHERE kind = ?), 0))"
        );
        highest = highest.max(conn.query_row(&sql, [kind], |row| row.get(0))?);
    }
    Ok(highest)
}
