//! Promise 13, at opening: what a session left that did not end cleanly is copied before anything is done about it, all of
//! the file is checked, and a journal that is another file's does no harm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::exit;

use caseload::os::files;
use caseload::store::{Sealed, open};

use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 13,
        words: "what a killed session left is copied, mended and checked",
        tries: killed_while_saving,
    },
    Promise {
        number: 13,
        words: "a journal of another file does no harm",
        tries: copied_over_by_hand,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 1] = [("half an edit", half_an_edit)];

/// Changes the file and its journal, and is gone before it commits.
fn half_an_edit(path: &Path) {
    let sealed = Sealed::inspect(path, edits::now()).expect("a file");
    let conn = sealed.open(&edits::seed(), None).expect("a connection");
    // So little memory for pages that the change reaches the file before it is committed.
    conn.execute_batch(
        "PRAGMA cache_size = 5; BEGIN; UPDATE note SET words = words || hex(randomblob(900));
         UPDATE pupil SET strengths = hex(randomblob(900))",
    )
    .expect("half an edit");
    exit(0)
}

fn leave_half_an_edit(path: &Path) {
    let status = worker::doing("half an edit", path).status();
    assert!(status.expect("a process").success());
}

/// A caseload after so many edits.
fn with_edits(path: &Path, edits: std::ops::Range<u64>) {
    let mut store = if edits.start == 0 {
        super::edits::make(path).expect("a new file")
    } else {
        super::edits::open(path).expect("a file that opens")
    };
    for n in edits {
        super::edits::save(&mut store, n).expect("an edit that saves");
    }
}

fn names_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.path()).collect();
    names.sort();
    names
}

/// Opens it, and gives what is said of how the last session ended.
fn opened(path: &Path) -> Result<String, String> {
    let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.to_string())?;
    let conn = open::open_sealed(&sealed, &edits::seed(), None);
    conn.map_err(|error| error.to_string())?;
    Ok(sealed.words_of_start().unwrap_or_default().to_owned())
}

fn killed_while_saving(size: Size) -> Tally {
    let folder = scratch::folder();
    let path = folder.path().join("killed.senco");
    let quarantine = folder.path().join("quarantine");
    let mut tally = Tally::default();
    let mut done = 0;
    for round in 1..=size.of(6, 30, 100) {
        with_edits(&path, done..round * 10);
        done = round * 10;
        leave_half_an_edit(&path);
        let journal = files::beside(&path, "-journal");
        let left = [&path, &journal].map(|path| fs::read(path).expect("its bytes"));
        tally.count(opened(&path).and_then(|words| {
            if !words.ends_with("it is good.") {
                return Err(format!("it says {words:?}"));
            }
            let copies = names_in(&quarantine);
            let newest = copies.last().ok_or("no copy")?.join("killed.senco");
            let kept = [newest.clone(), files::beside(&newest, "-journal")];
            if kept.map(|path| fs::read(path).ok()) != left.map(Some) {
                return Err("the copy is not what was left".to_owned());
            }
            if copies.len() > 3 {
                return Err(format!("{} copies are kept", copies.len()));
            }
            edits::hold(&path, done).map(drop)
        }));
        tally.count(match opened(&path).unwrap_or_else(|error| error).as_str() {
            "" => Ok(()),
            words => Err(format!("it says again: {words}")),
        });
    }
    tally
}

/// Somebody copies an older state over the file, beside the journal of a session that was killed.
fn copied_over_by_hand(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut mended = 0;
    for round in 0..size.of(6, 30, 100) {
        let folder = scratch::folder();
        let path = folder.path().join("copied.senco");
        let older = 20 + round;
        with_edits(&path, 0..older);
        let bytes = fs::read(&path).expect("its bytes");
        with_edits(&path, older..older + 30);
        leave_half_an_edit(&path);
        fs::write(&path, &bytes).expect("the older file");
        tally.count(opened(&path).and_then(|words| {
            if words.contains("mended") {
                mended += 1;
                let kept = names_in(folder.path());
                let is_kept = |path: &PathBuf| path.to_string_lossy().contains("/damaged-");
                if !kept.iter().any(is_kept) {
                    return Err("the damaged file is gone".to_owned());
                }
            }
            let found = edits::hold(&path, 0)?;
            // The older state, or the newer one if the journal held all of it.
            if found == older || found == older + 30 {
                Ok(())
            } else {
                Err(format!("{found} edits"))
            }
        }));
    }
    tally.remarking(format!("{mended} were mended from the copy"))
}
