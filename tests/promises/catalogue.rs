//! Promises 10 and 11: what will not open is called by its name, and nothing is never taken for an empty caseload.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use caseload::os::holder::Holder;
use caseload::os::location;
use caseload::store::backup::{Snapshot, Why};
use caseload::store::{Expected, OpenError, Salt, Sealed, Seed, Unlock, open, recovery_code};

use super::random::Random;
use super::strace::{self, Watch};
use super::{Promise, Size, Tally, edits, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 10,
        words: "a damaged file and a wrong passphrase are never confused",
        tries: told_apart,
    },
    Promise {
        number: 10,
        words: "a damaged salt is put back from the copy",
        tries: salts_put_back,
    },
    Promise {
        number: 10,
        words: "whatever keeps a file from opening has a message of its own",
        tries: catalogue,
    },
    Promise {
        number: 11,
        words: "an empty or missing file is never taken for a caseload",
        tries: nothing_there,
    },
];

/// What is remembered of every file made here.
fn expected() -> Expected {
    Expected {
        check_value: edits::seed().check_value(),
        salt: Salt::from_bytes([1; 16]),
    }
}

fn wrong() -> Seed {
    Seed::from_bytes([8; 16])
}

/// A caseload of a few edits in a folder of its own.
fn made() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = scratch::folder();
    let path = folder.path().join("lessing.senco");
    let mut store = edits::make(&path).expect("a new file");
    for n in 0..12 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    drop(store);
    (folder, path)
}

fn opened(path: &Path, seed: &Seed, known: bool) -> Result<(), OpenError> {
    let expected = known.then(expected);
    let mut sealed = Sealed::inspect(path, edits::now())?;
    let unlock = Unlock::RecoveryCode(seed.clone());
    open::unlock(
        &mut sealed,
        &unlock,
        expected,
        &path.with_extension("shelves"),
        edits::now(),
    )
    .map(drop)
}

fn told_apart(size: Size) -> Tally {
    let (_folder, path) = made();
    let whole = fs::read(&path).expect("its bytes");
    let mut random = Random::of(10);
    let mut tally = Tally::default();
    for _ in 0..size.of(50, 500, 1_000) {
        let mut bytes = whole.clone();
        // In the first page, behind the salt.
        let place = 16 + usize::try_from(random.below(4080)).expect("small");
        bytes[place] ^= 1 << random.below(8);
        fs::write(&path, &bytes).expect("a damaged file");
        let found = [edits::seed(), wrong()].map(|seed| {
            [true, false].map(|known| opened(&path, &seed, known).map_err(|error| error.id()))
        });
        let expected = [[Err("F12"), Err("F13")], [Err("F11"), Err("F13")]];
        let unchanged = fs::read(&path).expect("its bytes") == bytes;
        tally.count(if found == expected && unchanged {
            Ok(())
        } else {
            Err(format!("byte {place}: {found:?}, unchanged: {unchanged}"))
        });
    }
    tally
}

fn salts_put_back(size: Size) -> Tally {
    let (_folder, path) = made();
    let whole = fs::read(&path).expect("its bytes");
    let mut random = Random::of(11);
    let mut tally = Tally::default();
    for round in 0..size.of(20, 200, 500) {
        let mut bytes = whole.clone();
        for _ in 0..=round % 3 {
            let place = usize::try_from(random.below(16)).expect("small");
            bytes[place] ^= 1 << random.below(8);
        }
        if bytes == whole {
            continue;
        }
        fs::write(&path, &bytes).expect("a damaged file");
        let refused = opened(&path, &wrong(), true).map_err(|error| error.id());
        // Another file may have come to lie there: nothing more is known.
        if refused != Err("F13") {
            tally.count(Err(format!(
                "{:x?}: the wrong one: {refused:?}",
                &bytes[..16]
            )));
            continue;
        }
        let found = opened(&path, &edits::seed(), true);
        tally.count(match found {
            Err(error) => Err(format!("{:x?}: {error}", &bytes[..16])),
            Ok(()) if fs::read(&path).expect("its bytes")[..16] != whole[..16] => {
                Err(format!("{:x?} was left", &bytes[..16]))
            }
            Ok(()) => edits::hold(&path, 12).map(drop),
        });
    }
    tally
}

/// Makes a good file what it is to be.
type Make = fn(&Path);

/// One way a file comes to be, and the ids of what is said to the right key and the wrong one.
struct Case {
    what: &'static str,
    make: Make,
    right: &'static str,
    wrong: &'static str,
}

const fn case(what: &'static str, make: Make, right: &'static str, wrong: &'static str) -> Case {
    Case {
        what,
        make,
        right,
        wrong,
    }
}

fn put(path: &Path, start: &[u8], length: usize) {
    let mut bytes = start.to_vec();
    bytes.resize(length, b'\n');
    fs::write(path, bytes).expect("a file");
}

fn change(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).expect("its bytes");
    change(&mut bytes);
    fs::write(path, bytes).expect("a file");
}

fn with_sql(path: &Path, sql: &str) {
    let sealed = Sealed::inspect(path, edits::now()).expect("a file");
    let conn = sealed.open(&edits::seed(), None).expect("a connection");
    conn.execute_batch(sql).expect("sql");
}

fn a_backup(path: &Path) {
    let shelves = path.with_extension("shelves");
    let store = edits::open(path).expect("a file that opens");
    let backup = store
        .snapshot(&shelves, Why::Working, edits::now())
        .and_then(Snapshot::shelve)
        .expect("a backup");
    drop(store);
    fs::copy(&backup.path, path).expect("a copy");
}

const CASES: &[Case] = &[
    case("a good file", |_| {}, "", "F11"),
    case(
        "missing",
        |path| fs::remove_file(path).expect("a file"),
        "F01",
        "F01",
    ),
    case("empty", |path| put(path, b"", 0), "F02", "F02"),
    case(
        "shorter than a page",
        |path| change(path, |bytes| bytes.truncate(4095)),
        "F03",
        "F03",
    ),
    case(
        "cut at a third",
        |path| change(path, |bytes| bytes.truncate(bytes.len() / 3 - 100)),
        "F03",
        "F03",
    ),
    case(
        "a folder",
        |path| {
            fs::remove_file(path).expect("a file");
            fs::create_dir(path).expect("a folder");
        },
        "F05",
        "F05",
    ),
    case(
        "a text",
        |path| put(path, b"Dear Mrs Lessing,\n", 8192),
        "F06",
        "F06",
    ),
    case(
        "a zip",
        |path| put(path, b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\x7c\x6c", 8192),
        "F06",
        "F06",
    ),
    case("zeros", |path| put(path, &[0; 8192], 8192), "F06", "F06"),
    case(
        "a plain database",
        |path| put(path, b"SQLite format 3\0", 8192),
        "F07",
        "F07",
    ),
    case("a backup", a_backup, "F08", "F08"),
    case(
        "page 1 damaged",
        |path| change(path, |bytes| bytes[2000] ^= 4),
        "F12",
        "F11",
    ),
    case(
        "another page damaged",
        |path| change(path, |bytes| bytes[9000] ^= 4),
        "F14",
        "F11",
    ),
    case(
        "junk behind it",
        |path| change(path, |bytes| bytes.extend([7; 4096])),
        "F14",
        "F11",
    ),
    case(
        "its last page missing",
        |path| change(path, |bytes| bytes.truncate(bytes.len() - 4096)),
        "F14",
        "F11",
    ),
    case(
        "of a newer program",
        |path| {
            with_sql(
                path,
                "CREATE TABLE of_tomorrow (a); PRAGMA user_version = 2009",
            )
        },
        "F15",
        "F11",
    ),
    case(
        "of another program",
        |path| with_sql(path, "PRAGMA application_id = 7"),
        "F06",
        "F11",
    ),
    case(
        "a write-ahead log beside it",
        |path| fs::write(caseload::os::files::beside(path, "-wal"), [1; 64]).expect("a file"),
        "F18",
        "F18",
    ),
];

fn catalogue(_: Size) -> Tally {
    let mut tally = Tally::default();
    let mut said: BTreeMap<&str, String> = BTreeMap::new();
    let mut note = |id: &'static str, words: String| {
        said.entry(id).or_insert(words);
    };
    for case in CASES {
        for (seed, expected) in [(edits::seed(), case.right), (wrong(), case.wrong)] {
            let (_folder, path) = made();
            (case.make)(&path);
            let before = fs::read(&path).ok();
            let found = opened(&path, &seed, true);
            let id = found.as_ref().map_or_else(OpenError::id, |()| "");
            let unchanged = expected.is_empty() || fs::read(&path).ok() == before;
            tally.count(if id != expected {
                Err(format!("{}: {id:?} and not {expected:?}", case.what))
            } else if !unchanged {
                Err(format!("{}: it was changed", case.what))
            } else {
                Ok(())
            });
            if let Err(error) = found {
                note(error.id(), error.to_string());
            }
        }
    }
    // Without a memory of it.
    let (_folder, path) = made();
    for seed in [wrong(), Seed::from_bytes([3; 16])] {
        let found = opened(&path, &seed, false).expect_err("a wrong one");
        tally.count(is(found.id(), "F13"));
        note("F13", found.to_string());
    }
    // A placeholder: the attributes of Windows and of macOS, as only they give them.
    for (attributes, is_one) in [
        (0x40_0000, true),
        (0x4_0000, true),
        (0x1000, true),
        (0x4000_0000, true),
        (0x20, false),
        (0, false),
    ] {
        tally.count(is(location::is_placeholder(attributes), is_one));
    }
    let placeholder = OpenError::NotHere { path: path.clone() };
    note(placeholder.id(), placeholder.to_string());
    // Held, and left.
    let holder = edits::open(&path).expect("a file that opens");
    for seed in [edits::seed(), wrong()] {
        let found = opened(&path, &seed, true).expect_err("it is held");
        tally.count(is(found.id(), "F09"));
        note("F09", found.to_string());
    }
    drop(holder);
    leave_a_holder(&path, &Holder::this_process(edits::now()));
    let sealed = Sealed::inspect(&path, edits::now()).expect("a file");
    let words = sealed.words_of_start().unwrap_or_default();
    note("F10", words.to_owned());
    tally.count(is(
        words.starts_with("The last session did not end cleanly."),
        true,
    ));
    let conn = open::open_sealed(&sealed, &edits::seed(), None).expect("a good file");
    tally.count(is(
        sealed
            .words_of_start()
            .unwrap_or_default()
            .ends_with("it is good."),
        true,
    ));
    drop((conn, sealed));
    // Older than remembered.
    let old = fs::read(&path).expect("its bytes");
    let mut store = edits::open(&path).expect("a file that opens");
    for n in 12..20 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    let newest = store.last_use(edits::now()).expect("a file that reads");
    drop(store);
    fs::write(&path, old).expect("the older file");
    let store = edits::open(&path).expect("a file that opens");
    let older = store.last_use(edits::now()).expect("a file that reads");
    let words = newest
        .zip(older)
        .and_then(|(newest, older)| newest.behind(&older));
    tally.count(is(
        words
            .as_deref()
            .unwrap_or_default()
            .starts_with("This file is 8 changes behind"),
        true,
    ));
    note("F16", words.unwrap_or_default());
    all_are_useful(&said, &mut tally);
    tally
}

fn is<T: PartialEq + std::fmt::Debug>(found: T, expected: T) -> Result<(), String> {
    if found == expected {
        Ok(())
    } else {
        Err(format!("{found:?} and not {expected:?}"))
    }
}

/// As a program leaves it that was killed.
pub fn leave_a_holder(path: &Path, holder: &Holder) {
    let who = caseload::os::files::beside(path, ".who");
    fs::write(who, serde_json::to_vec(holder).expect("json")).expect("a file");
}

/// Every line of the catalogue was met, says something of its own, and never begins with throwing away or beginning anew.
fn all_are_useful(said: &BTreeMap<&str, String>, tally: &mut Tally) {
    for number in 1..=16 {
        let id = format!("F{number:02}");
        tally.count(match said.get(id.as_str()) {
            None => Err(format!("{id} was never said")),
            Some(words) if words.is_empty() => Err(format!("{id} says nothing")),
            Some(words) => {
                let low = words.to_lowercase();
                let destroys = ["erase", "delete", "make a new", "start again"];
                match destroys.iter().find(|word| low.contains(**word)) {
                    Some(word) => Err(format!("{id} speaks of {word:?}: {words}")),
                    None => Ok(()),
                }
            }
        });
    }
    let mut all: Vec<_> = said.values().collect();
    all.sort();
    all.dedup();
    tally.count(is(all.len(), said.len()));
}

/// The plain command that opens this file, in a home of its own.
pub fn list(path: &Path, home: &Path) -> Command {
    let code = home.join("code");
    fs::write(&code, &*recovery_code::write(&edits::seed())).expect("a file");
    let mut program = Command::new(env!("CARGO_BIN_EXE_caseload"));
    program
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .args(["--today", "2026-11-23", "--file"])
        .arg(path)
        .arg("--passphrase-file")
        .arg(code)
        .arg("list");
    program
}

fn nothing_there(_: Size) -> Tally {
    let mut tally = Tally::default();
    let ways: [(&str, Make); 3] = [
        ("missing", |path| fs::remove_file(path).expect("a file")),
        ("empty", |path| put(path, b"", 0)),
        ("cut short", |path| {
            change(path, |bytes| bytes.truncate(700))
        }),
    ];
    for (what, make) in ways {
        let (_folder, path) = made();
        make(&path);
        let before = fs::read(&path).ok();
        let home = scratch::folder();
        let written = tempfile::NamedTempFile::new().expect("a file");
        let watch = Watch {
            calls: "openat,open,creat,write,pwrite64,ftruncate,truncate,/^rename,/^link",
            longest_text: 300,
            refusal: None,
        };
        let output = watch
            .over(&list(&path, home.path()), written.path())
            .output()
            .expect("a process");
        let calls = strace::calls(written.path());
        let canonical = fs::canonicalize(path.parent().expect("a folder")).expect("a folder");
        let file = canonical.join("lessing.senco");
        let touched: Vec<_> = calls
            .iter()
            .zip(strace::paths(&calls))
            .filter(|(call, of)| {
                let about = of.as_deref().is_some_and(|of| of == file || of == path);
                let makes = call.arguments.iter().any(|given| given.has_flag("O_CREAT"));
                about && (makes || !call.name.starts_with("open"))
            })
            .collect();
        tally.count(if output.status.code() != Some(3) {
            Err(format!("{what}: {output:?}"))
        } else if !touched.is_empty() {
            Err(format!("{what}: {touched:?}"))
        } else {
            is(fs::read(&path).ok(), before)
        });
    }
    // It shrinks between being looked at and being opened.
    for length in [0, 700] {
        let (_folder, path) = made();
        let sealed = Sealed::inspect(&path, edits::now()).expect("a file");
        change(&path, |bytes| bytes.truncate(length));
        let found = sealed
            .open(&edits::seed(), None)
            .map_err(|error| error.id());
        tally.count(is(
            found.err(),
            Some(if length == 0 { "F02" } else { "F03" }),
        ));
        tally.count(is(fs::read(&path).expect("its bytes").len(), length));
    }
    tally
}
