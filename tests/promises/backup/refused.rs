//! Promise 19: a backup is never opened in place.

use std::fs;
use std::path::Path;

use caseload::os::files;
use caseload::store::{OpenError, Sealed};

use super::backed_up;
use crate::{Size, Tally, edits};

pub fn everywhere(size: Size) -> Tally {
    let mut tally = Tally::default();
    for edits in 0..size.of(3, 10, 20) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("lessing.senco");
        let mut store = edits::make(&path).expect("a new file");
        for n in 0..=edits {
            edits::save(&mut store, n).expect("an edit that saves");
        }
        let backup = backed_up(&store, &path);
        drop(store);
        let bytes = fs::read(&backup.path).expect("a backup");
        // Where it lies, under the name of a caseload, over the caseload, and there beside a journal of the old file.
        let renamed = folder.path().join("renamed.senco");
        fs::write(&renamed, &bytes).expect("a copy");
        fs::write(&path, &bytes).expect("a copy over the caseload");
        for copy in [&backup.path, &renamed, &path] {
            tally.count(is_refused(copy, &bytes));
        }
        fs::write(files::beside(&path, "-journal"), [7; 2000]).expect("a journal");
        tally.count(is_refused(&path, &bytes));
    }
    tally.remarking("as it lies, renamed, and copied over the caseload, with and without a journal")
}

fn is_refused(path: &Path, bytes: &[u8]) -> Result<(), String> {
    match Sealed::inspect(path, edits::now()) {
        Err(error @ OpenError::Backup { .. })
            if error
                .to_string()
                .contains("is a backup of Mon 23 Nov 2026, 15:20") => {}
        Err(error) => return Err(error.to_string()),
        Ok(_) => return Err("it was taken for a caseload".to_owned()),
    }
    if fs::read(path).is_ok_and(|now| now == bytes) {
        Ok(())
    } else {
        Err("it was changed".to_owned())
    }
}
