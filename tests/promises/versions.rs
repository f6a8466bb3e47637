//! Promises 28, 29 and 30: files of other versions of the program, and a file by itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use caseload::domain::Caseload;
use caseload::store::{Sealed, Seed, Store, open};

use super::catalogue::list;
use super::strace::{self, Watch};
use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 28,
        words: "a newer file is refused and not touched",
        tries: newer,
    },
    Promise {
        number: 29,
        words: "an upgrade is taken whole or not at all",
        tries: upgrades,
    },
    Promise {
        number: 30,
        words: "the file opens anywhere with its passphrase alone",
        tries: alone,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 1] = [("upgrades", upgrades_it)];

fn newer(size: Size) -> Tally {
    let mut tally = Tally::default();
    for round in 0..size.of(3, 20, 50) {
        let folder = scratch::folder();
        let path = folder.path().join("lessing.senco");
        drop(edits::make(&path).expect("a new file"));
        let home = scratch::folder();
        {
            let sealed = Sealed::inspect(&path, edits::now()).expect("a file");
            let conn = sealed.open(&edits::seed(), None).expect("a connection");
            let version = 2_001 + round * 17;
            conn.execute_batch(&format!(
                "CREATE TABLE of_tomorrow (a); PRAGMA user_version = {version}"
            ))
            .expect("a newer file");
        }
        let state = || {
            let found = fs::metadata(&path).expect("a file");
            (
                fs::read(&path).expect("its bytes"),
                found.modified().expect("a time"),
                names_in(folder.path()),
            )
        };
        let before = state();
        let output = list(&path, home.path()).output().expect("a process");
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        tally.count(
            if output.status.code() != Some(3)
                || !told.contains("needs a newer version of Caseload")
            {
                Err(format!("{output:?}"))
            } else if state() != before {
                Err("it was touched".to_owned())
            } else {
                Ok(())
            },
        );
    }
    tally
}

fn names_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.path()).collect();
    names.sort();
    names
}

/// The seed of the files that `tests/old` keeps.
fn old_seed() -> Seed {
    Seed::from_bytes([1; 16])
}

/// Lays the oldest of the old files there.
pub fn before(path: &Path) {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old/0001.senco");
    fs::copy(old, path).expect("a copy");
}

/// Whether an old file, upgraded now at the latest, holds what the oldest of them does.
pub fn is_whole(path: &Path) -> Result<(), String> {
    let fresh = scratch::folder();
    let other = fresh.path().join("old.senco");
    before(&other);
    if holds(path)? == holds(&other)? {
        Ok(())
    } else {
        Err("it does not hold what the old file held".to_owned())
    }
}

/// Opens an old file as the program does.
pub fn upgrades_it(path: &Path) {
    drop(opened(path).unwrap_or_else(|why| panic!("{why}")));
}

fn opened(path: &Path) -> Result<Store, String> {
    let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.to_string())?;
    let conn = open::open_sealed(&sealed, &old_seed(), None).map_err(|error| error.to_string())?;
    Ok(Store::unsealed(sealed, conn, &old_seed()))
}

/// All that a file holds.
fn holds(path: &Path) -> Result<(Caseload, u64), String> {
    let store = opened(path)?;
    match store.check() {
        Ok(problems) if problems.is_empty() => {}
        other => return Err(format!("{other:?}")),
    }
    let caseload = store.load().map_err(|error| error.to_string())?;
    let generation = store.generation().map_err(|error| error.to_string())?;
    Ok((caseload, generation))
}

/// The calls at which an upgrade is cut off.
const CALLS: &str = "pwrite64,fsync,fdatasync,ftruncate,unlink";

fn upgrades(size: Size) -> Tally {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old");
    let files = names_in(&old);
    let mut tally = Tally::default();
    let mut steps = 0;
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|ending| ending == "senco"))
    {
        let fresh = scratch::folder();
        let path = fresh.path().join("old.senco");
        fs::copy(file, &path).expect("a copy");
        let expected = holds(&path);
        let is_good = expected.is_ok();
        tally.count(expected.clone().map(drop));
        if !is_good {
            continue;
        }
        let (_, calls) = upgraded(file, None);
        let mut counts = std::collections::BTreeMap::new();
        for call in &calls {
            *counts.entry(call.name.clone()).or_insert(0) += 1;
        }
        steps += calls.len();
        let mut at = 0;
        for (call, times) in counts {
            for nth in 1..=times {
                at += 1;
                if at % size.of(12, 2, 1) != 0 {
                    continue;
                }
                for how in ["signal=SIGKILL", "error=ENOSPC"] {
                    let refusal = format!("{call}:{how}:when={nth}+");
                    let (folder, _) = upgraded(file, Some(&refusal));
                    let found = holds(&folder.path().join("old.senco"));
                    tally.count(if found == expected {
                        Ok(())
                    } else {
                        Err(format!("{refusal}: {:?}", found.err()))
                    });
                }
            }
        }
    }
    tally.remarking(format!(
        "{steps} steps in all, each killed or refused from there on"
    ))
}

/// Upgrades a copy of an old file while something goes wrong.
fn upgraded(file: &Path, refusal: Option<&str>) -> (tempfile::TempDir, Vec<strace::Call>) {
    let folder = scratch::folder();
    let path = folder.path().join("old.senco");
    fs::copy(file, &path).expect("a copy");
    let written = tempfile::NamedTempFile::new().expect("a file");
    let watch = Watch {
        calls: CALLS,
        longest_text: 16,
        refusal,
    };
    let mut command = watch.over(&worker::doing("upgrades", &path), written.path());
    // It may be killed, or say why it can't.
    drop(command.output().expect("a process"));
    (folder, strace::calls(written.path()))
}

fn alone(_: Size) -> Tally {
    const WORDS: &str = "five words are quite enough";
    let mut tally = Tally::default();
    let home = scratch::folder();
    let path = home.path().join("made.senco");
    let words = home.path().join("words");
    fs::write(&words, WORDS).expect("a file");
    let program = |home: &Path, path: &Path, words: &Path| {
        let mut program = Command::new(env!("CARGO_BIN_EXE_caseload"));
        program
            .env_clear()
            .env("HOME", home)
            .env("TZ", "Europe/London")
            .args(["--today", "2026-11-23", "--file"])
            .arg(path)
            .arg("--passphrase-file")
            .arg(words);
        program
    };
    let made = program(home.path(), &path, &words)
        .args(["new", "--school", "Oakfield", "--senco", "Ms Lessing"])
        .output()
        .expect("a process");
    tally.count(if made.status.success() {
        Ok(())
    } else {
        Err(format!("{made:?}"))
    });
    // Only the file, on an empty account.
    let account = scratch::folder();
    let copy = account.path().join("copy.senco");
    fs::copy(&path, &copy).expect("a copy");
    let other_words = account.path().join("words");
    fs::write(&other_words, WORDS).expect("a file");
    drop(home);
    for command in ["list", "check"] {
        let output = program(account.path(), &copy, &other_words)
            .arg(command)
            .output()
            .expect("a process");
        tally.count(if output.status.success() {
            Ok(())
        } else {
            Err(format!("{command}: {output:?}"))
        });
    }
    tally
}
