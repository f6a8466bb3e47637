//! The settings of safety: read back from an open file, and all that can be of them from one in memory.

use caseload::store::open::open_in_memory;
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;

use super::{made_in, opened};

fn reads(connection: &Connection, pragma: &str) -> String {
    let mut found = String::new();
    connection
        .pragma_query(None, pragma, |row| {
            found = match row.get(0)? {
                Value::Integer(number) => number.to_string(),
                Value::Text(text) => text,
                other => format!("{other:?}"),
            };
            Ok(())
        })
        .unwrap();
    found
}

/// The table of the safety page, with what each reads when it is as it should be.
const TABLE: [(&str, &str); 23] = [
    ("cipher", "AES-256-CBC"),
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_page_size", "4096"),
    ("cipher_plaintext_header_size", "0"),
    ("cipher_use_hmac", "1"),
    ("cipher_provider", "openssl"),
    ("cipher_log_level", "NONE"),
    ("cipher_memory_security", "0"),
    ("application_id", "1129532484"),
    ("locking_mode", "exclusive"),
    ("journal_mode", "truncate"),
    ("synchronous", "3"),
    ("fullfsync", "1"),
    ("foreign_keys", "1"),
    ("recursive_triggers", "1"),
    ("secure_delete", "1"),
    ("auto_vacuum", "0"),
    ("temp_store", "2"),
    ("mmap_size", "0"),
    ("cell_size_check", "1"),
    ("trusted_schema", "0"),
    ("busy_timeout", "0"),
    ("user_version", "1003"),
];

#[test]
fn an_open_file_has_every_setting() {
    let folder = tempfile::tempdir().unwrap();
    let (_sealed, connection) = opened(&made_in(folder.path())).unwrap();
    for (pragma, wanted) in TABLE {
        assert_eq!(reads(&connection, pragma), wanted, "{pragma}");
    }
    assert!(reads(&connection, "cipher_version").starts_with("4."));
}

#[test]
fn one_in_memory_has_those_that_need_no_file() {
    let connection = open_in_memory().unwrap();
    for (pragma, wanted) in TABLE.iter().skip(8) {
        match *pragma {
            "journal_mode" => assert_eq!(reads(&connection, pragma), "memory"),
            "mmap_size" => assert_eq!(reads(&connection, pragma), ""),
            _ => assert_eq!(reads(&connection, pragma), *wanted, "{pragma}"),
        }
    }
}

#[test]
fn guards_are_up() {
    let folder = tempfile::tempdir().unwrap();
    let (_sealed, connection) = opened(&made_in(folder.path())).unwrap();
    assert!(
        connection
            .db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE)
            .unwrap()
    );
    for off in [
        DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
        DbConfig::SQLITE_DBCONFIG_DQS_DDL,
        DbConfig::SQLITE_DBCONFIG_DQS_DML,
        DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
        DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE,
        DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE,
    ] {
        assert!(!connection.db_config(off).unwrap(), "{off:?}");
    }
}
