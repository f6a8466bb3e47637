//! The pragmas, guards and limits that SQLCipher is set with, and the proof that it is.

use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;

use super::open_error::OpenError;
use super::sums;

/// Prepared statements kept for use again.
const STATEMENTS_KEPT: usize = 128;

/// Guards against hostile content of a file and against our own slips: they touch no byte of it.
const GUARDS: [(DbConfig, bool); 7] = [
    (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
    (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
    (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE, false),
    (DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE, false),
];

/// Nothing we do comes near these. `VACUUM` attaches a file of its own and needs the last raised to 1 around it.
const LIMITS: [(Limit, i32); 5] = [
    (Limit::SQLITE_LIMIT_LENGTH, 32 * 1024 * 1024),
    (Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 500),
    (Limit::SQLITE_LIMIT_ATTACHED, 0),
];

/// Set before the key.
const BEFORE_KEY: [Pragma; 3] = [
    // A file in use is told at once.
    Pragma {
        name: "busy_timeout",
        value: Some("0"),
        reads: "0",
    },
    // Otherwise damage is reported on the terminal, over the screen.
    Pragma {
        name: "cipher_log_level",
        value: Some("NONE"),
        reads: "NONE",
    },
    Pragma {
        name: "cipher_memory_security",
        value: Some("OFF"),
        reads: "0",
    },
];

/// What SQLCipher does with the pages of a file: its own defaults, which must never change under us unnoticed.
const CIPHER: [Pragma; 6] = [
    Pragma {
        name: "cipher",
        value: None,
        reads: "AES-256-CBC",
    },
    Pragma {
        name: "cipher_page_size",
        value: None,
        reads: "4096",
    },
    Pragma {
        name: "cipher_use_hmac",
        value: None,
        reads: "1",
    },
    Pragma {
        name: "cipher_hmac_algorithm",
        value: None,
        reads: "HMAC_SHA512",
    },
    Pragma {
        name: "cipher_kdf_algorithm",
        value: None,
        reads: "PBKDF2_HMAC_SHA512",
    },
    Pragma {
        name: "cipher_plaintext_header_size",
        value: None,
        reads: "0",
    },
];

/// How everything is saved: what was acknowledged is on the disk, and what was deleted is gone from it.
const PRAGMAS: [Pragma; 12] = [
    Pragma {
        name: "locking_mode",
        value: Some("EXCLUSIVE"),
        reads: "exclusive",
    },
    JOURNAL,
    Pragma {
        name: "synchronous",
        value: Some("EXTRA"),
        reads: "3",
    },
    Pragma {
        name: "fullfsync",
        value: Some("ON"),
        reads: "1",
    },
    Pragma {
        name: "foreign_keys",
        value: Some("ON"),
        reads: "1",
    },
    // So that a REPLACE fires delete triggers too.
    Pragma {
        name: "recursive_triggers",
        value: Some("ON"),
        reads: "1",
    },
    Pragma {
        name: "secure_delete",
        value: Some("ON"),
        reads: "1",
    },
    Pragma {
        name: "auto_vacuum",
        value: Some("NONE"),
        reads: "0",
    },
    Pragma {
        name: "temp_store",
        value: Some("MEMORY"),
        reads: "2",
    },
    Pragma {
        name: "cell_size_check",
        value: Some("ON"),
        reads: "1",
    },
    Pragma {
        name: "trusted_schema",
        value: Some("OFF"),
        reads: "0",
    },
    MAPPED,
];

/// Never the write-ahead log: a copy of the file alone would lack every change since opening.
const JOURNAL: Pragma = Pragma {
    name: "journal_mode",
    value: Some("TRUNCATE"),
    reads: "truncate",
};
/// What cannot be mapped can't be changed by a stray pointer.
const MAPPED: Pragma = Pragma {
    name: "mmap_size",
    value: Some("0"),
    reads: "0",
};

/// One pragma: what it is set to, if it is set, and what it must then read.
#[derive(Clone, Copy)]
struct Pragma {
    name: &'static str,
    value: Option<&'static str>,
    reads: &'static str,
}

impl Pragma {
    fn apply(self, connection: &Connection, path: &Path) -> Result<(), OpenError> {
        let told = |error| OpenError::from_sqlite(path, &error);
        if let Some(value) = self.value {
            connection
                .pragma_update(None, self.name, value)
                .map_err(told)?;
        }
        let found = self.read(connection).map_err(told)?;
        if found == self.reads {
            Ok(())
        } else {
            Err(OpenError::Unsafe {
                path: path.to_owned(),
                setting: self.name,
                found,
            })
        }
    }

    /// What it reads, as text; nothing where SQLite says nothing.
    fn read(self, connection: &Connection) -> rusqlite::Result<String> {
        let mut found = String::new();
        connection.pragma_query(None, self.name, |row| {
            found = match row.get_ref(0)? {
                rusqlite::types::ValueRef::Integer(number) => number.to_string(),
                other => String::from_utf8_lossy(other.as_bytes().unwrap_or_default()).into_owned(),
            };
            Ok(())
        })?;
        Ok(found)
    }
}

/// Sets what needs no key, before the key: the guards, the limits and silence. Proves that SQLCipher is there at all.
pub(super) fn before_key(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    let told = |error| OpenError::from_sqlite(path, &error);
    let refused = |setting, found: String| {
        Err(OpenError::Unsafe {
            path: path.to_owned(),
            setting,
            found,
        })
    };
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    sums::teach(connection).map_err(told)?;
    let version = Pragma {
        name: "cipher_version",
        value: None,
        reads: "",
    }
    .read(connection)
    .map_err(told)?;
    if version.is_empty() {
        return refused("cipher_version", version);
    }
    for (guard, wanted) in GUARDS {
        if connection.set_db_config(guard, wanted).map_err(told)? != wanted {
            return refused("a guard", format!("{guard:?}"));
        }
    }
    for (limit, wanted) in LIMITS {
        connection.set_limit(limit, wanted).map_err(told)?;
        let found = connection.limit(limit).map_err(told)?;
        if found != wanted {
            return refused("a limit", found.to_string());
        }
    }
    BEFORE_KEY
        .iter()
        .try_for_each(|pragma| pragma.apply(connection, path))
}

/// Sets and proves all that is said about a file whose key fits.
pub(super) fn after_key(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    CIPHER
        .iter()
        .chain(&PRAGMAS)
        .try_for_each(|pragma| pragma.apply(connection, path))
}

/// As [`after_key`], for a caseload in memory: not encrypted, and with a journal in memory as well.
pub(super) fn in_memory(connection: &Connection, path: &Path) -> Result<(), OpenError> {
    PRAGMAS.iter().try_for_each(|pragma| {
        let reads = match pragma.name {
            "journal_mode" => "memory",
            "mmap_size" => "",
            _ => pragma.reads,
        };
        Pragma { reads, ..*pragma }.apply(connection, path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pragma_that_does_not_take_is_refused_by_name() {
        // Without a key nothing is encrypted, which is the first thing to be noticed.
        let connection = Connection::open_in_memory().unwrap();
        let refused = after_key(&connection, Path::new("a.senco")).unwrap_err();
        assert!(
            matches!(
                refused,
                OpenError::Unsafe {
                    setting: "cipher",
                    ..
                }
            ),
            "{refused}"
        );
        assert_eq!(
            refused.to_string(),
            "This build of Caseload can't keep a.senco safe: cipher is \"\". Nothing was changed. Install Caseload again, and tell its makers."
        );
    }

    #[test]
    fn the_limits_and_guards_hold() {
        let connection = crate::store::open::open_in_memory().unwrap();
        let refused = |sql: &str| connection.execute_batch(sql).unwrap_err().to_string();
        assert!(refused("ATTACH ':memory:' AS other").contains("too many attached databases"));
        assert!(refused("SELECT \"not a column\"").contains("no such column"));
        assert!(refused("UPDATE sqlite_schema SET name = 'x'").contains("may not be modified"));
        assert!(
            connection
                .execute_batch(&format!("SELECT '{}'", "x".repeat(100_000)))
                .is_err()
        );
    }
}
