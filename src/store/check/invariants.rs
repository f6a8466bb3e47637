//! What must be so among the records and in the journal, and can't be told by tables and their columns alone.

use rusqlite::Connection;

use super::{Problem, RESTORE};

/// Something that must never be found.
struct Rule {
    what: &'static str,
    /// Gives the table and the number of each record that breaks it.
    sql: &'static str,
}

const ASK: &str =
    "look at this record, and put it right; if it was right before, restore the newest backup";

/// Among the records.
const RECORDS: [Rule; 25] = [
    Rule {
        what: "another pupil has the same UPN",
        sql: "SELECT 'pupil', max(id) FROM pupil WHERE upn <> '' GROUP BY upn HAVING count(*) > 1",
    },
    Rule {
        what: "its plan ends before it begins",
        sql: "SELECT 'cycle', id FROM cycle WHERE review_on < began_on OR reviewed_on < began_on",
    },
    Rule {
        what: "the pupil has two cycles of this number",
        sql: "SELECT 'cycle', max(id) FROM cycle GROUP BY pupil, number HAVING count(*) > 1",
    },
    Rule {
        what: "two periods of SEN status have no end",
        sql: "SELECT 'status_period', max(id) FROM status_period WHERE \"to\" IS NULL GROUP BY pupil HAVING count(*) > 1",
    },
    Rule {
        what: "the pupil left before being born",
        sql: "SELECT 'pupil', id FROM pupil WHERE left_on < dob",
    },
    Rule {
        what: "it is of another pupil than its cycle",
        sql: "SELECT 'target', target.id FROM target JOIN cycle ON cycle.id = target.cycle WHERE cycle.pupil <> target.pupil",
    },
    Rule {
        what: "it is of another pupil than its outcome",
        sql: "SELECT 'target', target.id FROM target JOIN outcome ON outcome.id = target.outcome WHERE outcome.pupil <> target.pupil",
    },
    Rule {
        what: "it is of another pupil than the target it goes on from",
        sql: "SELECT 'target', target.id FROM target JOIN target AS other ON other.id = target.carried_from WHERE other.pupil <> target.pupil",
    },
    Rule {
        what: "it goes on from itself",
        sql: "SELECT 'target', id FROM target WHERE carried_from = id",
    },
    Rule {
        what: "it is of another pupil than its cycle",
        sql: "SELECT 'strategy', strategy.id FROM strategy JOIN cycle ON cycle.id = strategy.cycle WHERE cycle.pupil <> strategy.pupil",
    },
    Rule {
        what: "it is of another pupil than its target",
        sql: "SELECT 'strategy', strategy.id FROM strategy JOIN target ON target.id = strategy.target WHERE target.pupil <> strategy.pupil",
    },
    Rule {
        what: "it is of another pupil than its target",
        sql: "SELECT 'place', place.id FROM place JOIN target ON target.id = place.target WHERE target.pupil <> place.pupil",
    },
    Rule {
        what: "it is of another pupil than its target",
        sql: "SELECT 'measure', measure.id FROM measure JOIN target ON target.id = measure.target WHERE target.pupil <> measure.pupil",
    },
    Rule {
        what: "it is of another pupil than its cycle",
        sql: "SELECT 'review', review.id FROM review JOIN cycle ON cycle.id = review.cycle WHERE cycle.pupil <> review.pupil",
    },
    Rule {
        what: "it judges another pupil's target",
        sql: "SELECT 'review', review.id FROM review_judgement JOIN review ON review.id = review \
              JOIN target ON target.id = target WHERE target.pupil <> review.pupil",
    },
    Rule {
        what: "it is of another pupil than its review",
        sql: "SELECT 'action', \"action\".id FROM \"action\" JOIN review ON review.id = \"action\".review WHERE review.pupil <> \"action\".pupil",
    },
    Rule {
        what: "the pupil has the figures of this term twice",
        sql: "SELECT 'half_days', max(id) FROM half_days GROUP BY pupil, year, season HAVING count(*) > 1",
    },
    Rule {
        what: "it serves another pupil's outcome",
        sql: "SELECT 'ehc_line', ehc_line.id FROM ehc_line JOIN outcome ON outcome.id = ehc_line.outcome WHERE outcome.pupil <> ehc_line.pupil",
    },
    Rule {
        what: "another pupil's strategy stands for it",
        sql: "SELECT 'ehc_line', ehc_line.id FROM ehc_line JOIN strategy ON strategy.id = ehc_line.strategy WHERE strategy.pupil <> ehc_line.pupil",
    },
    Rule {
        what: "one pupil is marked in it twice",
        sql: "SELECT 'session', session FROM session_mark GROUP BY session, pupil HAVING count(*) > 1",
    },
    Rule {
        what: "the pupil has the same person twice",
        sql: "SELECT 'tie', max(id) FROM tie GROUP BY pupil, person HAVING count(*) > 1",
    },
    Rule {
        what: "it was received before it was asked for",
        sql: "SELECT 'referral', id FROM referral WHERE received_on < asked_on",
    },
    Rule {
        what: "it was done before it was agreed",
        sql: "SELECT 'action', id FROM \"action\" WHERE done_on < agreed_on",
    },
    Rule {
        what: "the search index looks for it on another day",
        sql: "SELECT 'note', id FROM note WHERE seek >> 32 <> julianday(happened_on) - julianday('1970-01-01')",
    },
    Rule {
        what: "the school is missing",
        sql: "SELECT 'setting', id FROM setting WHERE NOT EXISTS (SELECT 1 FROM school)",
    },
];

/// In the journal.
const JOURNAL: [Rule; 4] = [
    Rule {
        what: "an edit before it is missing",
        sql: "SELECT 'edit', id FROM edit WHERE id > 1 AND NOT EXISTS (SELECT 1 FROM edit AS before WHERE before.id = edit.id - 1)",
    },
    Rule {
        what: "what it changed is missing",
        sql: "SELECT 'edit', id FROM edit WHERE NOT EXISTS (SELECT 1 FROM edit_change WHERE edit = id)",
    },
    Rule {
        what: "some of what it changed is missing",
        sql: "SELECT 'edit', edit FROM edit_change GROUP BY edit HAVING max(n) <> count(*) OR min(n) <> 1",
    },
    Rule {
        what: "it was taken back, though a later one was not",
        sql: "SELECT 'edit', min(id) FROM edit WHERE state = 'undone' AND id < (SELECT max(id) FROM edit WHERE state = 'done') HAVING count(*) > 0",
    },
];

/// All records that break a rule. A page that was put back makes many; so each rule tells of its first few.
pub(super) fn broken(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    const MOST: usize = 20;
    let mut problems = Vec::new();
    let records = RECORDS.iter().map(|rule| ("record", ASK, rule));
    let journal = JOURNAL.iter().map(|rule| ("journal", RESTORE, rule));
    for (id, repair, rule) in records.chain(journal) {
        let mut statement = conn.prepare(rule.sql)?;
        let mut rows = statement.query([])?;
        let mut found = 0;
        while let Some(row) = rows.next()?
            && found < MOST
        {
            found += 1;
            let (table, record): (String, i64) = (row.get(0)?, row.get(1)?);
            problems.push(Problem {
                id,
                place: super::place(&table, Some(record)),
                what: rule.what.to_owned(),
                repair: repair.to_owned(),
            });
        }
    }
    problems.extend(lists(conn)?);
    Ok(problems)
}

/// Lists inside records that lack an element: those of a list are numbered from 1.
fn lists(conn: &Connection) -> rusqlite::Result<Vec<Problem>> {
    let sql = "SELECT list.name, min(key.name) FROM pragma_table_list AS list, pragma_table_info(list.name) AS key \
        WHERE list.schema = 'main' AND list.type = 'table' AND key.pk = 1 AND list.name <> 'edit_change' \
        AND EXISTS (SELECT 1 FROM pragma_table_info(list.name) WHERE name = 'n' AND pk = 2) GROUP BY list.name";
    let mut statement = conn.prepare(sql)?;
    let lists: Vec<(String, String)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut problems = Vec::new();
    for (list, record) in lists {
        // The names are the schema's own.
        let sql = format!(
            "SELECT \"{record}\" FROM \"{list}\" GROUP BY \"{record}\" HAVING max(n) <> count(*) OR min(n) <> 1"
        );
        let mut statement = conn.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            problems.push(Problem {
                id: "record",
                place: super::place(&record, Some(row.get(0)?)),
                what: "a line of it is missing".to_owned(),
                repair: ASK.to_owned(),
            });
        }
    }
    Ok(problems)
}
