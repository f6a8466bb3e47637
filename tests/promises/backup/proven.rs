//! Promise 17: a backup counts only after it opened.

use std::fs;
use std::path::Path;

use caseload::store::backup::{BackupError, Shelf, Why};
use caseload::store::{Sealed, open};

use super::{backed_up, shelves};
use crate::random::Random;
use crate::{Size, Tally, edits};

const PAGE: u64 = 4096;

/// A change of a copy that nobody asked for; gives its words.
fn mutate(bytes: &mut Vec<u8>, other: &[u8], random: &mut Random) -> String {
    let place = |random: &mut Random, end: usize| {
        usize::try_from(random.below(end as u64)).expect("a place")
    };
    let page = usize::try_from(PAGE).expect("small");
    match random.below(5) {
        0 => {
            let at = place(random, bytes.len());
            let bit = random.below(8);
            bytes[at] ^= 1 << bit;
            format!("bit {bit} of byte {at}")
        }
        1 => {
            let at = place(random, bytes.len() / page) * page;
            for byte in &mut bytes[at..at + page] {
                *byte = u8::try_from(random.below(256)).expect("a byte");
            }
            format!("the page at {at} overwritten")
        }
        2 => {
            let at = place(random, bytes.len());
            bytes.truncate(at);
            format!("cut at {at}")
        }
        3 => {
            let pages = bytes.len() / page;
            let one = place(random, pages) * page;
            let two = (place(random, pages - 1) * page + one + page) % (pages * page);
            let (first, second) = (one.min(two), one.max(two));
            let (low, high) = bytes.split_at_mut(second);
            low[first..first + page].swap_with_slice(&mut high[..page]);
            format!("the pages at {one} and {two} exchanged")
        }
        _ => {
            bytes.clear();
            bytes.extend(other);
            "another state of the caseload in its place".to_owned()
        }
    }
}

pub fn mutated(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("proven.senco");
    let mut store = edits::make(&path).expect("a new file");
    let mut random = Random::of(17);
    let mut tally = Tally::default();
    let mut older = Vec::new();
    let mut count = 0;
    for n in 0..size.of(25, 100, 100) {
        edits::save(&mut store, n).expect("an edit that saves");
        let snapshot = store.snapshot(&shelves(&path), Why::Working, edits::now());
        let snapshot = snapshot.expect("a copy");
        let mut bytes = fs::read(snapshot.copy()).expect("the copy");
        let good = bytes.clone();
        let words = mutate(
            &mut bytes,
            if older.is_empty() { &[] } else { &older },
            &mut random,
        );
        fs::write(snapshot.copy(), &bytes).expect("a changed copy");
        tally.count(match snapshot.shelve() {
            Err(BackupError::NotGood) => Ok(()),
            Err(error) => Err(format!("edit {n}, {words}: {error}")),
            Ok(_) => Err(format!("edit {n}, {words}: it counts")),
        });
        older = good;
        // And the next try is a backup again.
        if n % 5 == 0 {
            let backup = backed_up(&store, &path);
            count += 1;
            tally.count(listed(
                &path,
                count,
                backup.manifest.contents.generation,
                n + 1,
            ));
        }
    }
    tally.remarking("fresh copies changed before they were checked, and made again")
}

/// Whether as many backups are listed as were found good, and the newest holds what it must.
fn listed(path: &Path, count: usize, generation: u64, edits: u64) -> Result<(), String> {
    let shelf = Shelf::all(&shelves(path)).remove(0);
    let (good, bad) = shelf.backups();
    if (good.len(), bad.len()) != (count, 0) {
        return Err(format!(
            "{count} were good, but {} are listed, and {} that are bad",
            good.len(),
            bad.len()
        ));
    }
    if generation != edits {
        return Err(format!("{generation} edits where there are {edits}"));
    }
    good.iter()
        .try_for_each(|backup| backup.prove())
        .map_err(|error| error.to_string())
}

/// The same changes, where only opening is asked for: most pass, so the checks are needed.
pub fn unproven(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("unproven.senco");
    let mut store = edits::make(&path).expect("a new file");
    for n in 0..40 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    let mut random = Random::of(170);
    let (mut tally, mut passed) = (Tally::default(), 0);
    for _ in 0..size.of(20, 50, 50) {
        let snapshot = store.snapshot(&shelves(&path), Why::Working, edits::now());
        let snapshot = snapshot.expect("a copy");
        let mut bytes = fs::read(snapshot.copy()).expect("the copy");
        let at = usize::try_from(random.below(bytes.len() as u64)).expect("a place");
        bytes[at] ^= 1;
        let copy = folder.path().join("copy.senco");
        fs::write(&copy, &bytes).expect("a changed copy");
        let sealed = Sealed::inspect(&copy, edits::now());
        let opens = sealed.is_ok_and(|sealed| sealed.open(&edits::seed(), None).is_ok());
        let found = Sealed::inspect(&copy, edits::now())
            .is_ok_and(|sealed| open::open_sealed(&sealed, &edits::seed(), None).is_ok());
        passed += usize::from(opens && !found);
        tally.tried += 1;
    }
    if passed * 2 < tally.tried {
        tally.broken.push(format!(
            "only {passed} of {} damaged copies open",
            tally.tried
        ));
    }
    tally.remarking(format!("{passed} damaged copies open all the same"))
}
