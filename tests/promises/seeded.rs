//! Promise 14: a check finds what is wrong in the file, whatever it is, and says so without anybody's name.
//!
//! The faults are made by SQL with the rules of the tables put aside, and with the sums over the rows kept up: so the sums
//! find none of them.

use std::path::{Path, PathBuf};

use caseload::domain::{AcademicYear, Edit, EhcLine, HalfDays, Id, Season};
use caseload::store::{Problem, Sealed, Seed, Store, open};
use rusqlite::config::DbConfig;

use super::{Promise, Size, Tally, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 14,
    words: "a check finds what is wrong, and names nobody",
    tries: faults,
}];

/// Another pupil than the one in this column.
macro_rules! other {
    ($of:literal) => {
        concat!("(SELECT id FROM pupil WHERE id <> ", $of, " LIMIT 1)")
    };
}

const FAULTS: [&str; 72] = [
    // Records that belong to one that is not there.
    "UPDATE note SET pupil = 999 WHERE id = (SELECT min(id) FROM note)",
    "DELETE FROM pupil WHERE id = (SELECT pupil FROM note LIMIT 1)",
    "UPDATE target SET cycle = 999 WHERE id = (SELECT min(id) FROM target)",
    "UPDATE review SET cycle = 998 WHERE id = (SELECT min(id) FROM review WHERE cycle IS NOT NULL)",
    "DELETE FROM cycle WHERE id = (SELECT cycle FROM review WHERE cycle IS NOT NULL LIMIT 1)",
    "UPDATE \"action\" SET review = 999 WHERE id = (SELECT min(id) FROM \"action\")",
    "UPDATE measure SET target = 999 WHERE id = (SELECT min(id) FROM measure)",
    "UPDATE place SET intervention = 999 WHERE id = (SELECT min(id) FROM place)",
    "UPDATE session SET intervention = 999 WHERE id = (SELECT min(id) FROM session)",
    "UPDATE session_mark SET pupil = 999 WHERE session = (SELECT min(session) FROM session_mark)",
    "UPDATE setting SET senco = 999",
    "UPDATE import_base SET pupil = 999",
    "UPDATE tie SET person = 999 WHERE id = (SELECT min(id) FROM tie)",
    "DELETE FROM school",
    "UPDATE intervention SET provision = 999 WHERE id = (SELECT min(id) FROM intervention)",
    "UPDATE edit_change SET edit = 9999 WHERE edit = (SELECT max(edit) FROM edit_change)",
    // Records of one pupil with those of another.
    concat!(
        "UPDATE target SET pupil = ",
        other!("target.pupil"),
        " WHERE id = (SELECT max(id) FROM target)"
    ),
    concat!(
        "UPDATE strategy SET pupil = ",
        other!("strategy.pupil"),
        " WHERE id = (SELECT max(id) FROM strategy)"
    ),
    concat!(
        "UPDATE review SET pupil = ",
        other!("review.pupil"),
        " WHERE id = (SELECT max(id) FROM review WHERE cycle IS NOT NULL)"
    ),
    concat!(
        "UPDATE \"action\" SET pupil = ",
        other!("\"action\".pupil"),
        " WHERE id = (SELECT max(id) FROM \"action\" WHERE review IS NOT NULL)"
    ),
    concat!(
        "UPDATE measure SET pupil = ",
        other!("measure.pupil"),
        " WHERE id = (SELECT max(id) FROM measure WHERE target IS NOT NULL)"
    ),
    "UPDATE place SET target = (SELECT id FROM target WHERE pupil <> place.pupil LIMIT 1)",
    "UPDATE review_judgement SET target = (SELECT target.id FROM target JOIN review ON review.id = review WHERE target.pupil <> review.pupil LIMIT 1)",
    concat!(
        "UPDATE outcome SET pupil = ",
        other!("outcome.pupil"),
        " WHERE id IN (SELECT outcome FROM target)"
    ),
    concat!(
        "UPDATE ehc_line SET outcome = (SELECT id FROM outcome WHERE pupil <> ehc_line.pupil LIMIT 1)",
        " WHERE id = (SELECT max(id) FROM ehc_line)"
    ),
    "UPDATE ehc_line SET intervention = NULL, strategy = (SELECT id FROM strategy WHERE pupil <> ehc_line.pupil LIMIT 1)",
    // What can't be so.
    "UPDATE cycle SET review_on = date(began_on, '-1 day') WHERE id = (SELECT max(id) FROM cycle)",
    "UPDATE cycle SET reviewed_on = date(began_on, '-1 day') WHERE id = (SELECT min(id) FROM cycle)",
    "UPDATE pupil SET upn = 'H801200001001'",
    "UPDATE cycle SET number = 1",
    "UPDATE target SET carried_from = id WHERE id = (SELECT min(id) FROM target)",
    "UPDATE referral SET received_on = date(asked_on, '-1 day')",
    "UPDATE \"action\" SET done_on = date(agreed_on, '-1 day')",
    "UPDATE pupil SET dob = '2015-01-01', left_on = '2014-01-01'",
    "INSERT INTO status_period SELECT id + 1, pupil, status, watching, '2026-01-01', NULL, '', 0, NULL FROM status_period WHERE \"to\" IS NULL LIMIT 1",
    "INSERT INTO tie SELECT id + 1, pupil, person, relation, 0, 0, 'no', '', NULL, '', '' FROM tie LIMIT 1",
    "INSERT INTO session_mark SELECT session, 1 + (SELECT max(n) FROM session_mark AS other WHERE other.session = session_mark.session), pupil, mark, note FROM session_mark LIMIT 1",
    "INSERT INTO half_days SELECT id + 1, pupil, year, season, NULL, NULL, 900, 0, '' FROM half_days LIMIT 1",
    // Lists with a line missing.
    "UPDATE session_mark SET n = n + 5 WHERE session = (SELECT min(session) FROM session_mark)",
    "UPDATE pupil_need SET n = 7 WHERE n = 1",
    "UPDATE school_term SET n = n + 30 WHERE n = 1",
    "DELETE FROM intervention_slot WHERE n = 1 AND intervention IN (SELECT intervention FROM intervention_slot WHERE n = 2)",
    // The journal.
    "DELETE FROM edit WHERE id = 2",
    "DELETE FROM edit_change WHERE edit = 3",
    "DELETE FROM edit_change WHERE n = 1 AND edit = (SELECT max(edit) FROM edit_change WHERE n = 2)",
    "UPDATE edit SET state = 'undone' WHERE id = 1",
    "UPDATE edit SET state = 'lost' WHERE id = 1",
    "UPDATE edit SET at = 'yesterday' WHERE id = 1",
    "UPDATE edit_change SET before = '{}' WHERE before IS NOT NULL",
    "UPDATE edit_change SET before = 'half a' WHERE before IS NOT NULL",
    "UPDATE edit_change SET record = record + 1 WHERE before IS NOT NULL",
    "UPDATE edit_change SET kind = 'spell' WHERE edit = 1",
    "UPDATE draft SET fields = '[]'",
    "UPDATE draft SET at = 'noon'",
    // The search index.
    "INSERT INTO note_words(note_words, rowid, words, said_by) SELECT 'delete', seek, words, said_by FROM note LIMIT 1",
    "INSERT INTO note_words(rowid, words, said_by) VALUES (1, 'unheard of', '')",
    "UPDATE note SET seek = seek + (5 << 32) WHERE id = (SELECT max(id) FROM note)",
    // Values that can't be.
    "UPDATE note SET words = CAST(x'41FF42' AS TEXT) WHERE id = (SELECT min(id) FROM note)",
    "UPDATE pupil SET surname = CAST(x'41C3' AS TEXT) WHERE id = (SELECT min(id) FROM pupil)",
    "UPDATE draft SET focus = CAST(x'FE' AS TEXT)",
    "UPDATE note SET happened_on = '2026-02-31' WHERE id = (SELECT min(id) FROM note)",
    "UPDATE pupil SET dob = '0000-13-01' WHERE id = (SELECT min(id) FROM pupil)",
    "UPDATE status_period SET status = 'X' WHERE id = (SELECT min(id) FROM status_period)",
    "UPDATE status_period SET \"to\" = '2019-01-01', \"from\" = '2020-01-01' WHERE id = (SELECT min(id) FROM status_period)",
    "UPDATE intervention SET minutes = 0 WHERE id = (SELECT min(id) FROM intervention)",
    "UPDATE intervention_slot SET weekday = 'Noday' WHERE n = 1",
    "UPDATE session SET entered_at = 'noon' WHERE id = (SELECT min(id) FROM session)",
    "UPDATE note SET kind = 'gossip' WHERE id = (SELECT min(id) FROM note)",
    // How the file is set up.
    "DROP INDEX note_pupil",
    "DROP TRIGGER note_added",
    "UPDATE table_sum SET sum = sum + 1 WHERE name = 'note'",
    "DELETE FROM table_sum WHERE name = 'pupil'",
];

/// Names of the pupils in the file.
const NAMES: [&str; 4] = ["aisha", "khan", "conor", "byrne"];

fn seed() -> Seed {
    Seed::from_bytes([1; 16])
}

/// Adds what later steps of the schema made room for.
fn fill(path: &Path) -> Result<(), String> {
    let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.to_string())?;
    let conn = open::open_sealed(&sealed, &seed(), None).map_err(|error| error.to_string())?;
    let mut store = Store::unsealed(sealed, conn, &seed());
    let caseload = store.load().map_err(|error| error.to_string())?;
    let mut pupils = caseload.pupils.iter().map(|pupil| pupil.id);
    let pupil = pupils.next().ok_or("no pupil")?;
    let line = EhcLine {
        words: "speech work in a pair".to_owned(),
        ..EhcLine::new(Id::new(900_000_001), pupil)
    };
    let year = AcademicYear::starting(2026);
    let term = HalfDays::new(Id::new(900_000_002), pupil, year, Season::Autumn);
    let edit = Edit::new("The record in full").put(line).put(term);
    store
        .apply(&edit, None, edits::now().to_utc())
        .map(drop)
        .map_err(|error| error.to_string())
}

fn checked(path: &Path) -> Result<Vec<Problem>, String> {
    let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.to_string())?;
    let conn = open::open_sealed(&sealed, &seed(), None).map_err(|error| error.to_string())?;
    let store = Store::unsealed(sealed, conn, &seed());
    store.check().map_err(|error| error.to_string())
}

/// Makes a fault; says whether anything came of it.
fn make(path: &Path, fault: &str) -> Result<bool, String> {
    let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.to_string())?;
    let conn = sealed
        .open(&seed(), None)
        .map_err(|error| error.to_string())?;
    let told = |error: rusqlite::Error| error.to_string();
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .map_err(told)?;
    conn.execute_batch("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF")
        .map_err(told)?;
    let changed = conn.execute(fault, []).map_err(told)?;
    Ok(changed > 0 || fault.starts_with("DROP"))
}

fn faults(_: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let old = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/old/0001.senco");
    let path = folder.path().join("faulty.senco");
    std::fs::copy(old, &path).expect("a copy");
    let mut tally = Tally::default();
    tally.count(match checked(&path) {
        Ok(problems) if problems.is_empty() => Ok(()),
        other => Err(format!("before any fault: {other:?}")),
    });
    let newer = fill(&path).and_then(|()| checked(&path));
    tally.count(match newer {
        Ok(problems) if problems.is_empty() => Ok(()),
        other => Err(format!("before any fault, filled: {other:?}")),
    });
    let good = std::fs::read(&path).expect("its bytes");
    for fault in FAULTS {
        std::fs::write(&path, &good).expect("a good file");
        tally.count(found(&path, fault).map_err(|why| format!("{fault}: {why}")));
    }
    tally
}

fn found(path: &Path, fault: &str) -> Result<(), String> {
    if !make(path, fault)? {
        return Err("nothing was changed".to_owned());
    }
    let problems = checked(path)?;
    if problems.is_empty() {
        return Err("nothing was found".to_owned());
    }
    let told = format!("{problems:?}").to_lowercase();
    match NAMES.iter().find(|name| told.contains(**name)) {
        Some(name) => Err(format!("it names {name}: {told}")),
        None => Ok(()),
    }
}
