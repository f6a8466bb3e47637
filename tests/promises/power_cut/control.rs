//! Databases that a power cut must be able to harm: if it does not, the cut proves nothing.

use std::path::Path;

use rusqlite::Connection;

/// A database that is kept carelessly.
pub struct Control {
    /// What a worker is told to do.
    pub name: &'static str,
    /// How it is kept.
    pub pragmas: &'static str,
    /// Does it.
    pub does: fn(&Path),
}

/// Kept without ever waiting for the disk.
pub const WITHOUT_SYNC: Control = Control {
    name: "control without sync",
    pragmas: "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF;",
    does: |path| works(path, &WITHOUT_SYNC),
};

/// Kept in a write-ahead log that waits for the disk only now and then.
pub const WRITE_AHEAD: Control = Control {
    name: "control with a write-ahead log",
    pragmas: "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    does: |path| works(path, &WRITE_AHEAD),
};

const KEY: &str = "PRAGMA cipher_log_level = NONE;
    PRAGMA key = \"x'0909090909090909090909090909090909090909090909090909090909090909'\";
    PRAGMA locking_mode = EXCLUSIVE;";
const MORE: u64 = 40;

/// Makes the table, which was there long enough to be on the disk.
pub fn before(path: &Path) {
    let connection = Connection::open(path).expect("a file");
    let table = "CREATE TABLE line (id INTEGER PRIMARY KEY, words TEXT NOT NULL);
        INSERT INTO line (words) VALUES ('the first');";
    connection
        .execute_batch(&format!("{KEY} {table}"))
        .expect("a table");
}

fn works(path: &Path, control: &Control) {
    let connection = Connection::open(path).expect("a file");
    connection
        .execute_batch(&format!("{KEY} {}", control.pragmas))
        .expect("settings that take");
    for n in 0..MORE {
        let words = format!("line {n} ").repeat(200);
        connection
            .execute("INSERT INTO line (words) VALUES (?)", [words])
            .expect("a line that saves");
        println!("saved {n}");
    }
    // The power goes while it is open: closing it would sync it after all.
    std::mem::forget(connection);
}

/// Whether the file opens, is whole, and has all lines that were acknowledged.
pub fn holds(path: &Path, acknowledged: u64) -> Result<(), String> {
    let found = || -> rusqlite::Result<(String, u64)> {
        let connection = Connection::open(path)?;
        connection.execute_batch(KEY)?;
        let whole = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        let count = "SELECT count(*) FROM line WHERE words <> ''";
        let lines = connection.query_row(count, [], |row| row.get::<_, i64>(0))?;
        Ok((whole, lines.cast_unsigned()))
    };
    match found() {
        Err(error) => Err(error.to_string()),
        Ok((whole, _)) if whole != "ok" => Err(whole),
        Ok((_, lines)) if lines < acknowledged + 1 => Err(format!("{lines} lines are there")),
        Ok(_) => Ok(()),
    }
}
