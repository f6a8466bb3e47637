//! Promise 33: the settings of safety, read back from an open file, and all that can be of them from one in memory.

use caseload::store::Sealed;
use caseload::store::open::{self, open_in_memory};
use rusqlite::Connection;
use rusqlite::config::DbConfig;
use rusqlite::types::Value;

use super::{Promise, Size, Tally, edits, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 33,
    words: "the settings of the file are the ones we say",
    tries: read_back,
}];

/// What concerns encryption, with what each reads when it is as it should be.
const CIPHER: [(&str, &str); 8] = [
    ("cipher", "AES-256-CBC"),
    ("cipher_hmac_algorithm", "HMAC_SHA512"),
    ("cipher_page_size", "4096"),
    ("cipher_plaintext_header_size", "0"),
    ("cipher_use_hmac", "1"),
    ("cipher_provider", "openssl"),
    ("cipher_log_level", "NONE"),
    ("cipher_memory_security", "0"),
];

/// What is the same in memory, but for two.
const ALL: [(&str, &str); 14] = [
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
];

/// How the SQLite that is linked was built.
const BUILT: [&str; 4] = ["HAS_CODEC", "TEMP_STORE=2", "THREADSAFE=1", "ENABLE_FTS5"];

/// The guards that must be off.
const OFF: [DbConfig; 6] = [
    DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA,
    DbConfig::SQLITE_DBCONFIG_DQS_DDL,
    DbConfig::SQLITE_DBCONFIG_DQS_DML,
    DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW,
    DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_CREATE,
    DbConfig::SQLITE_DBCONFIG_ENABLE_ATTACH_WRITE,
];

fn read_back(_: Size) -> Tally {
    let mut tally = Tally::default();
    let folder = scratch::folder();
    let path = folder.path().join("set.senco");
    drop(edits::make(&path).expect("a new file"));
    let sealed = Sealed::inspect(&path, edits::now()).expect("a file");
    let file = open::open_sealed(&sealed, &edits::seed(), None).expect("a connection");
    for (pragma, wanted) in CIPHER.iter().chain(&ALL) {
        tally.count(is(pragma, &reads(&file, pragma), wanted));
    }
    tally.count(is("user_version", &reads(&file, "user_version"), "1004"));
    let version = reads(&file, "cipher_version");
    tally.count(if version.starts_with("4.") {
        Ok(())
    } else {
        Err(format!("cipher_version is {version:?}"))
    });
    let built = built(&file);
    for option in BUILT {
        tally.count(if built.iter().any(|has| has == option) {
            Ok(())
        } else {
            Err(format!("not built with {option}: {built:?}"))
        });
    }
    let guard = |guard| file.db_config(guard).expect("a guard");
    tally.count(is(
        "DEFENSIVE",
        &guard(DbConfig::SQLITE_DBCONFIG_DEFENSIVE).to_string(),
        "true",
    ));
    for off in OFF {
        tally.count(is(&format!("{off:?}"), &guard(off).to_string(), "false"));
    }
    let memory = open_in_memory().expect("a connection");
    for (pragma, wanted) in ALL {
        let wanted = match pragma {
            "journal_mode" => "memory",
            "mmap_size" => "",
            _ => wanted,
        };
        tally.count(is(pragma, &reads(&memory, pragma), wanted).map_err(|e| e + " in memory"));
    }
    tally.remarking(format!("SQLCipher {version}"))
}

fn is(what: &str, found: &str, wanted: &str) -> Result<(), String> {
    if found == wanted {
        Ok(())
    } else {
        Err(format!("{what} is {found:?}, not {wanted:?}"))
    }
}

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
        .expect("a pragma");
    found
}

fn built(connection: &Connection) -> Vec<String> {
    let mut options = Vec::new();
    connection
        .pragma_query(None, "compile_options", |row| {
            options.push(row.get(0)?);
            Ok(())
        })
        .expect("a pragma");
    options
}
