//! Promise 9: whatever is damaged is noticed before any name is shown.
//!
//! Bits are turned, blocks overwritten, pages swapped and put back to what they were, in a caseload and in a backup of it.
//! All but the last break a seal. A page that was put back has a good seal; the sums over the tables' rows find it, when
//! the whole file is checked.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::store::backup::{Backup, Why};
use caseload::store::{Sealed, open};
use rusqlite::Connection;

use super::random::Random;
use super::{Promise, Size, Tally, edits, scratch};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 9,
        words: "a damaged caseload is noticed before any name is shown",
        tries: caseloads,
    },
    Promise {
        number: 9,
        words: "a damaged backup is noticed before it is used",
        tries: backups,
    },
    Promise {
        number: 9,
        words: "a page that was put back to an older state is noticed",
        tries: pages_put_back,
    },
    Promise {
        number: 9,
        words: "control: without sums, pages that were put back pass",
        tries: pages_put_back_without_sums,
    },
];

const PAGE: usize = 4096;
/// How many edits the file had at each of its older states, and now.
const STATES: [u64; 7] = [20, 40, 60, 80, 100, 120, 125];

/// A caseload as it was after so many edits each time, the newest last.
struct History {
    states: Vec<Vec<u8>>,
    path: PathBuf,
    folder: tempfile::TempDir,
}

impl History {
    /// Makes one, with the sums over the rows of its tables or without.
    fn make(has_sums: bool) -> Self {
        let folder = scratch::folder();
        let path = folder.path().join("damaged.senco");
        let made = edits::make(&path).expect("a new file");
        drop(made);
        {
            let sealed = Sealed::inspect(&path, edits::now()).expect("a file");
            let conn = sealed.open(&edits::seed(), None);
            let conn = conn.expect("a file that opens");
            if !has_sums {
                drop_sums(&conn);
            }
        }
        let mut states = Vec::new();
        let mut done = 0;
        for until in STATES {
            let mut store = edits::open(&path).expect("a file that opens");
            for n in done..until {
                edits::save(&mut store, n).expect("an edit that saves");
            }
            done = until;
            drop(store);
            states.push(fs::read(&path).expect("its bytes"));
        }
        Self {
            states,
            path,
            folder,
        }
    }

    fn now(&self) -> &[u8] {
        self.states.last().expect("a state")
    }

    /// The newest state with one page as it was in an older one; which page, of which state.
    fn with_a_page_put_back(&self, random: &mut Random) -> (Vec<u8>, String) {
        loop {
            let older = &self.states[index(random, self.states.len() - 1)];
            let page = index(random, older.len() / PAGE);
            let place = page * PAGE..(page + 1) * PAGE;
            let mut bytes = self.now().to_vec();
            if bytes.len() >= place.end && bytes[place.clone()] != older[place.clone()] {
                bytes[place.clone()].copy_from_slice(&older[place]);
                return (bytes, format!("page {} of {} bytes", page + 1, older.len()));
            }
        }
    }
}

/// Takes the sums and all that keeps them out of a file.
fn drop_sums(conn: &Connection) {
    let sql = "SELECT group_concat('DROP TRIGGER ' || name || ';', '') || 'DROP TABLE table_sum' \
        FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'table_sum_%'";
    let drops: String = conn.query_row(sql, [], |row| row.get(0)).expect("triggers");
    conn.execute_batch(&drops).expect("triggers that go");
}

fn index(random: &mut Random, end: usize) -> usize {
    usize::try_from(random.below(end as u64)).expect("a small number")
}

/// One way to damage bytes; gives what was done.
type Harm = fn(&mut [u8], &mut Random) -> String;

/// The ways, and how often each is tried.
fn harms(size: Size) -> [(usize, Harm); 3] {
    [
        (size.of(100, 1_000, 1_000), turn_a_bit),
        (size.of(20, 200, 200), overwrite_a_block),
        (size.of(20, 200, 200), swap_pages),
    ]
}

fn turn_a_bit(bytes: &mut [u8], random: &mut Random) -> String {
    let place = index(random, bytes.len());
    let bit = random.below(8);
    bytes[place] ^= 1 << bit;
    format!("bit {bit} of byte {place}")
}

fn overwrite_a_block(bytes: &mut [u8], random: &mut Random) -> String {
    let place = index(random, bytes.len() - PAGE);
    bytes[place..place + PAGE].fill_with(|| u8::try_from(random.below(256)).expect("a byte"));
    format!("a block from byte {place}")
}

fn swap_pages(bytes: &mut [u8], random: &mut Random) -> String {
    let pages = bytes.len() / PAGE;
    let one = index(random, pages);
    let other = (one + 1 + index(random, pages - 1)) % pages;
    for offset in 0..PAGE {
        bytes.swap(one * PAGE + offset, other * PAGE + offset);
    }
    format!("pages {} and {}", one + 1, other + 1)
}

fn caseloads(size: Size) -> Tally {
    let history = History::make(true);
    let pages = history.now().len() / PAGE;
    let tally = each_harm(size, history.now(), &history.path, |path| {
        let sealed = Sealed::inspect(path, edits::now()).map_err(|error| error.id().to_owned())?;
        open::open_sealed(&sealed, &edits::seed(), None)
            .map(drop)
            .map_err(|error| error.id().to_owned())
    });
    tally.remarking(format!("a file of {pages} pages"))
}

fn backups(size: Size) -> Tally {
    let history = History::make(true);
    let store = edits::open(&history.path).expect("a file that opens");
    let shelves = history.folder.path().join("backups");
    let backup = store
        .snapshot(&shelves, Why::Working, edits::now())
        .and_then(caseload::store::backup::Snapshot::shelve)
        .expect("a backup");
    let bytes = fs::read(&backup.path).expect("its bytes");
    each_harm(size, &bytes, &backup.path, |path| {
        let backup = Backup::read(path).map_err(|error| error.to_string())?;
        backup.prove().map_err(|error| error.to_string())?;
        backup
            .authenticate(&edits::seed())
            .map_err(|error| error.to_string())
    })
}

/// Does each harm to a file of these bytes; `opens` gives why it would not.
fn each_harm(
    size: Size,
    bytes: &[u8],
    path: &Path,
    opens: impl Fn(&Path) -> Result<(), String>,
) -> Tally {
    let mut random = Random::of(9);
    let mut tally = Tally::default();
    for (times, harm) in harms(size) {
        for _ in 0..times {
            let mut damaged = bytes.to_vec();
            let what = harm(&mut damaged, &mut random);
            fs::write(path, &damaged).expect("a damaged file");
            let noticed = opens(path).is_err();
            tally.count(if !noticed {
                Err(format!("{what}: nothing was noticed"))
            } else if fs::read(path).expect("its bytes") != damaged {
                Err(format!("{what}: the damaged file was changed"))
            } else {
                Ok(())
            });
        }
    }
    tally
}

/// What came of pages that were put back.
#[derive(Default)]
struct PutBack {
    tried: usize,
    harmless: usize,
    unnoticed: Vec<String>,
}

fn put_back(history: &History, times: usize) -> PutBack {
    let mut random = Random::of(10);
    let model = edits::all(&edits::after(STATES[STATES.len() - 1]));
    let mut found = PutBack::default();
    for _ in 0..times {
        let (bytes, what) = history.with_a_page_put_back(&mut random);
        fs::write(&history.path, &bytes).expect("a file");
        found.tried += 1;
        let Ok(store) = edits::open(&history.path) else {
            continue;
        };
        match store.check() {
            // That the sums are gone is told too.
            Ok(problems) if problems.iter().all(|problem| problem.id == "schema") => {}
            _ => continue,
        }
        // A page of free space, or of what is counted and not kept.
        if edits::all(&store) == model {
            found.harmless += 1;
        } else {
            found.unnoticed.push(what);
        }
    }
    found
}

fn pages_put_back(size: Size) -> Tally {
    let found = put_back(&History::make(true), size.of(40, 200, 200));
    let mut tally = Tally {
        tried: found.tried,
        ..Tally::default()
    };
    // One in a hundred may pass: that is what a sum can promise.
    if found.unnoticed.len() * 100 > found.tried {
        tally.broken.clone_from(&found.unnoticed);
    }
    tally.remarking(format!(
        "{} changed nothing that the file holds, {} were missed",
        found.harmless,
        found.unnoticed.len()
    ))
}

fn pages_put_back_without_sums(size: Size) -> Tally {
    let history = History::make(false);
    let found = put_back(&history, size.of(40, 200, 200));
    let mut tally = Tally::default();
    tally.count(if found.unnoticed.is_empty() {
        Err(format!("all of {} pages were noticed", found.tried))
    } else {
        Ok(())
    });
    tally.remarking(format!(
        "{} of {} pages passed",
        found.unnoticed.len(),
        found.tried
    ))
}
