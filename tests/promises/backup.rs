//! Promises 16 to 21: backups are made, count only when they opened, come back, and outlive bad ones and wrong clocks.

mod made;
mod proven;
mod refused;
mod restored;
mod thinned;

use std::path::{Path, PathBuf};

use caseload::store::Store;
use caseload::store::backup::{Backup, Why};

use super::{Promise, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 16,
        words: "a backup is made without being asked",
        tries: made::in_a_fortnight,
    },
    Promise {
        number: 17,
        words: "a backup counts only after it opened",
        tries: proven::mutated,
    },
    Promise {
        number: 17,
        words: "control: without that, damage passes",
        tries: proven::unproven,
    },
    Promise {
        number: 18,
        words: "a restored caseload is what was backed up",
        tries: restored::drills,
    },
    #[cfg(target_os = "linux")]
    Promise {
        number: 18,
        words: "a restore that is killed leaves old or new",
        tries: restored::kills,
    },
    Promise {
        number: 18,
        words: "control: a copy put back by hand does harm",
        tries: restored::by_hand,
    },
    Promise {
        number: 19,
        words: "a backup is never opened in place",
        tries: refused::everywhere,
    },
    Promise {
        number: 20,
        words: "a good backup is never pushed out by a bad one",
        tries: thinned::among_bad_ones,
    },
    Promise {
        number: 21,
        words: "thinning never trusts the clock",
        tries: thinned::under_wrong_clocks,
    },
    Promise {
        number: 21,
        words: "control: thinning by the clock loses some",
        tries: thinned::by_the_clock,
    },
];

/// The worker's part.
pub fn works() -> impl Iterator<Item = (&'static str, fn(&Path))> {
    restored::works()
}

/// Where the backups of a caseload made here stand.
fn shelves(path: &Path) -> PathBuf {
    path.with_file_name("backups")
}

/// A backup of an open caseload.
fn backed_up(store: &Store, path: &Path) -> Backup {
    let snapshot = store.snapshot(&shelves(path), Why::Asked, edits::now());
    let snapshot = snapshot.expect("a copy");
    snapshot.shelve().expect("a good copy")
}
