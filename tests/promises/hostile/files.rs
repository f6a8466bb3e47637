//! Caseloads and lists of pupils with hostile texts in them, under hostile names.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::domain::Edit;
use caseload::store::{Salt, Sealed, Store, recovery_code};
use chrono::DateTime;

use crate::edits;

/// Names that a file can have here, and a terminal would obey.
pub const NAMES: [&str; 6] = [
    "a\u{1b}]0;owned\u{7}b",
    "a\u{1b}[2J\u{1b}[Hb\r\nc",
    "a\u{9b}31m\u{9d}0;owned\u{9c}b",
    "a\u{202e}\u{2066}b\u{200b}\u{e0041}c",
    "a\u{1b}]8;;x\u{1b}\\b\u{1b}P+q544e\u{1b}\\c\u{1b}_G\u{1b}\\",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}王",
];

/// Names that can be pasted too, where no control character comes in.
pub const TYPED: &str = "a\u{202e}\u{2066}b\u{200b}\u{e0041}c\u{feff}";

/// Makes a caseload of these edits, which the recovery code of every file made here opens.
pub fn make(path: &Path, edits: &[Edit]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    let salt = Salt::from_bytes([1; 16]);
    let (sealed, conn) =
        Sealed::create(path, salt, &edits::seed(), edits::now()).expect("a new file");
    let mut store = Store::unsealed(sealed, conn, &edits::seed());
    for edit in edits {
        store
            .apply(edit, None, DateTime::UNIX_EPOCH)
            .expect("an edit that fits");
    }
}

/// The recovery code of every file made here.
pub fn code() -> String {
    recovery_code::write(&edits::seed()).to_string()
}

/// Makes a list of pupils with hostile headings and cells.
pub fn list(path: PathBuf, text: &dyn Fn(usize) -> String) -> PathBuf {
    // A nought byte makes it a file of another program.
    let quoted = |text: String| format!("\"{}\"", text.replace('\0', "").replace('"', "\"\""));
    let mut list = format!(
        "Surname,Forename,Year group,SEN status,Class,{},{}\r\n",
        quoted(text(1)),
        quoted(text(70))
    );
    for number in 0..40 {
        let cell = |of: usize| quoted(text(number * 7 + of));
        list.push_str(&format!(
            "{},{},Year 4,{},{},{},{}\r\n",
            cell(0),
            cell(1),
            if number % 5 == 0 {
                cell(2)
            } else {
                "K".to_owned()
            },
            cell(3),
            cell(4),
            cell(5)
        ));
    }
    fs::write(&path, list).expect("a list");
    path
}

/// Makes a list that is in no encoding: half letters, which lone surrogates are here, and control characters of one byte.
pub fn list_in_bytes(path: PathBuf) -> PathBuf {
    let mut bytes = b"Surname,Forename,Year group,SEN status,Class,\x9d0;owned\x9c\r\n".to_vec();
    for name in [
        &b"Lone \xed\xa0\x80\xed\xb2\x80"[..],
        b"\x9b31mRed",
        b"Half \xc2",
        b"\x90q\x9c\x1b[2J",
        b"\xff\xfe\x1b]0;owned\x07",
    ] {
        bytes.extend_from_slice(name);
        bytes.extend_from_slice(b",Ann,Year 4,K,\x85B,\x9e\r\n");
    }
    fs::write(&path, bytes).expect("a list");
    path
}
