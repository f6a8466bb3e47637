//! Faults in the caseload's file.

use super::dressed;
use super::run::Desk;
use crate::{Size, Tally};

/// What is wrong in the tables: values, rules, names.
const SPOILT: [&str; 20] = [
    "SELECT 1",
    "UPDATE status_period SET status = '@NAME'",
    "UPDATE pupil SET dob = '@NAME'",
    "UPDATE pupil SET year = '@NAME', sex = '@NAME'",
    "UPDATE pupil SET surname = CAST('@NAME' || x'FF' AS TEXT)",
    "UPDATE note SET words = CAST('@NOTE' || x'FF42' AS TEXT)",
    "UPDATE note SET kind = '@NOTE', voice = '@NOTE'",
    "UPDATE note SET happened_on = '@NOTE'",
    "UPDATE note SET entered_at = '@NOTE'",
    "UPDATE note SET pupil = 999, words = '@NOTE'",
    "UPDATE edit SET state = '@NAME', at = '@NAME'",
    "UPDATE edit_change SET before = '{\"@NAME' WHERE before IS NOT NULL",
    "UPDATE edit_change SET kind = '@NAME'",
    "INSERT INTO draft VALUES (9, '@NAME', '@NAME', '@NAME', '[\"@NOTE', '@NOTE', 1)",
    "ALTER TABLE pupil RENAME COLUMN surname TO \"@NAME\"",
    "ALTER TABLE note RENAME TO \"@NOTE\"",
    "CREATE TABLE \"@NAME\" (\"@NOTE\"); CREATE INDEX \"@NAME @NOTE\" ON \"@NAME\" (\"@NOTE\")",
    "CREATE TRIGGER \"@NAME\" BEFORE INSERT ON edit BEGIN SELECT RAISE(ABORT, '@NOTE'); END",
    "CREATE TRIGGER \"@NAME\" BEFORE INSERT ON note BEGIN SELECT RAISE(FAIL, '@NOTE'); END",
    "CREATE UNIQUE INDEX \"@NAME\" ON note (kind, \"words\" || '@NOTE') WHERE id > 201;
     UPDATE table_sum SET sum = sum + 1",
];

/// What is done with the file then, and what is on standard input.
const COMMANDS: [(&[&str], &str); 11] = [
    (&["list"], ""),
    (&["list", "--json"], ""),
    (&["due", "--json"], ""),
    (&["brief", "100"], ""),
    (&["log", "101", "--json"], ""),
    (&["check"], ""),
    (&["check", "--json"], ""),
    (&["record"], WRITTEN),
    (&["record", "--json"], WRITTEN),
    (&["import", "{}/list.csv", "--yes"], ""),
    (&["backup"], ""),
];

const WRITTEN: &str = r#"{"kind": "note", "pupil": "101", "on": "2026-11-20", "note_kind": "observation", "text": "zqxhidesunderthetablek"}"#;

pub fn faults(size: Size) -> Tally {
    let mut tally = Tally::default();
    let desk = Desk::new();
    desk.puts(
        "list.csv",
        dressed("Name,Year group\n\"@LISTED, Amy\",Year 4\n", 0).as_bytes(),
    );
    let mut told = 0;
    for (spoilt, way) in SPOILT.iter().zip(0..) {
        desk.mends();
        let sql = dressed(spoilt, way);
        if let Err(why) = desk.spoils(&sql) {
            tally.count(Err(format!("{sql} can't be done: {why}")));
            continue;
        }
        tally.count(desk.opens().map_err(|why| format!("{spoilt}: {why}")));
        // In the small size, each fault meets another command.
        let step = size.of(COMMANDS.len(), 1, 1);
        for (words, input) in COMMANDS.iter().skip(way * 4 % COMMANDS.len()).step_by(step) {
            let ran = desk.runs(words, input.as_bytes());
            told += usize::from(ran.as_ref().is_ok_and(|output| !output.status.success()));
            tally.count(ran.map(drop).map_err(|why| format!("{spoilt}: {why}")));
        }
    }
    for at in [40, 4500, 9000, 30_000, 60_000, 90_000]
        .into_iter()
        .step_by(size.of(3, 1, 1))
    {
        desk.damages(|bytes| bytes[at] ^= 4);
        for words in [
            &["list"][..],
            &["check"],
            &["backup"],
            &["restore", "{}/marked.senco"],
        ] {
            tally.count(desk.runs(words, b"").map(drop));
        }
    }
    tally.remarking(format!("{told} of them were refused"))
}
