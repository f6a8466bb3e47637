//! Values made into rubbish: what no rule of the tables allows stands in their columns.

use std::path::Path;

use caseload::store::{Sealed, Seed};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::edits;
use crate::random::Random;

/// What stands where it can't.
const RUBBISH: [&str; 42] = [
    "NULL",
    "''",
    "' '",
    "0",
    "1",
    "-1",
    "2147483648",
    "4294967296",
    "9223372036854775807",
    "-9223372036854775808",
    "9e999",
    "-9e999",
    "1e308",
    "0.1",
    "'X'",
    "'K'",
    "'there'",
    "'2026-02-31'",
    "'0000-00-00'",
    "'0000-01-01'",
    "'9999-12-31'",
    "'1583-01-01'",
    "'-262143-01-01'",
    "'+262142-12-31'",
    "'2026-11-23T15:20:00Z'",
    "'99:99:99'",
    "'24:00:00'",
    "'23:59:59'",
    "'Mon Mon Noday'",
    "'{}'",
    "'[[[[[[[['",
    "'{\"id\": 1e999}'",
    "CAST(x'41FF42' AS TEXT)",
    "CAST(x'C3' AS TEXT)",
    "x'00FF00FF'",
    "'a' || char(0) || 'b'",
    "char(27) || ']52;c;aGk=' || char(7) || char(27) || '[2J'",
    "char(8238, 8203, 65279, 1632) || 'x' || char(13, 10, 9)",
    "replace(hex(zeroblob(2000)), '0', char(769))",
    "replace(hex(zeroblob(20000)), '0', 'w ')",
    "replace(hex(zeroblob(300)), '0', char(10))",
    "replace(hex(zeroblob(50)), '00', char(128512))",
];

/// Puts rubbish into a few columns of a file; says what.
pub fn spoil(path: &Path, seed: &Seed, random: &mut Random) -> String {
    let sealed = Sealed::inspect(path, edits::now()).expect("a file");
    let conn = sealed.open(seed, None).expect("a file that opens");
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)
        .expect("a setting");
    conn.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
        .expect("settings");
    let schema: Vec<(String, String)> = rows(
        &conn,
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'
         AND name NOT LIKE 'note_words%'",
    );
    // Without its rules, for as long as the rubbish takes to be written.
    rule(&conn, &schema, |sql| {
        sql.replace(" NOT NULL", "")
            .replace("STRICT, ", "")
            .replace(" STRICT", "")
    });
    let mut done = Vec::new();
    let wanted = 1 + random.below(4);
    for _ in 0..100 {
        if done.len() as u64 == wanted {
            break;
        }
        let one = statement(&conn, &schema, random);
        if conn.execute(&one, []).is_ok_and(|changed| changed > 0) {
            done.push(one);
        }
    }
    rule(&conn, &schema, str::to_owned);
    done.join("; ")
}

fn statement(conn: &Connection, schema: &[(String, String)], random: &mut Random) -> String {
    let (table, _) = pick(schema, random);
    let columns: Vec<(String, String)> = rows(
        conn,
        &format!("SELECT name, type FROM pragma_table_info('{table}')"),
    );
    let (column, _) = pick(&columns, random);
    let rubbish = pick(&RUBBISH, random);
    if random.chance(30) {
        return format!("UPDATE \"{table}\" SET \"{column}\" = {rubbish}");
    }
    let row = random.below(8);
    format!(
        "UPDATE \"{table}\" SET \"{column}\" = {rubbish} WHERE \"{column}\" IN (SELECT \"{column}\" FROM \"{table}\" LIMIT 1 OFFSET {row})"
    )
}

/// Gives the tables these rules.
fn rule(conn: &Connection, schema: &[(String, String)], rules: impl Fn(&str) -> String) {
    conn.execute_batch("PRAGMA writable_schema = ON")
        .expect("a setting");
    for (name, sql) in schema {
        let changed = conn.execute(
            "UPDATE sqlite_schema SET sql = ? WHERE type = 'table' AND name = ?",
            [&rules(sql), name],
        );
        assert_eq!(changed, Ok(1), "{name}");
    }
    conn.execute_batch("PRAGMA writable_schema = RESET")
        .expect("a schema that reads");
}

fn rows(conn: &Connection, sql: &str) -> Vec<(String, String)> {
    let mut statement = conn.prepare(sql).expect("a query");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)));
    rows.expect("rows").map(|row| row.expect("a row")).collect()
}

fn pick<'a, T>(of: &'a [T], random: &mut Random) -> &'a T {
    let at = random.below(of.len() as u64);
    &of[usize::try_from(at).expect("a number that fits")]
}
