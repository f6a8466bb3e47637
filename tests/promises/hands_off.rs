//! Promise 24: nothing touches the file behind SQLite's back while it is open: on Linux, opening and closing it once more
//! would take SQLite's locks away.

use std::fs;
use std::path::{Path, PathBuf};

use caseload::domain::{Draft, DraftKey};
use caseload::store::backup::{Care, Snapshot, Why};
use caseload::store::{Store, open};
use chrono::DateTime;

use super::catalogue::list;
use super::strace::{self, Watch};
use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 24,
        words: "nothing touches the file behind SQLite's back",
        tries: sessions,
    },
    Promise {
        number: 24,
        words: "only these source files open files at all",
        tries: source,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 1] = [("a session", a_session)];

/// How often the session opens the contents: at the start, and after the screen was locked.
const UNLOCKS: usize = 2;

/// All that is done with an open file.
fn a_session(path: &Path) {
    let mut store = edits::open(path).expect("a file that opens");
    work(&mut store, path, 12..40);
    let sealed = store.seal().expect("a file");
    let conn = open::open_sealed(&sealed, &edits::seed(), None).expect("a file that opens");
    let mut store = Store::unsealed(sealed, conn, &edits::seed());
    work(&mut store, path, 40..60);
}

fn work(store: &mut Store, path: &Path, edits: std::ops::Range<u64>) {
    for n in edits {
        super::edits::save(store, n).expect("an edit that saves");
    }
    store.undo().expect("an undo");
    store.redo().expect("a redo");
    let key = DraftKey {
        dialog: "jot".to_owned(),
        about: String::new(),
    };
    let draft = Draft {
        key,
        fields: [("words".to_owned(), "half a sent".to_owned())].into(),
        focus: "words".to_owned(),
        caret: 11,
    };
    store
        .keep_draft(&draft, DateTime::UNIX_EPOCH)
        .expect("a draft that is kept");
    assert_eq!(store.check().expect("a file that reads"), []);
    super::edits::all(store);
    let now = super::edits::now();
    let backup = store
        .snapshot(&path.with_extension("shelves"), Why::Closing, now)
        .and_then(Snapshot::shelve)
        .expect("a backup");
    Care {
        second: path.parent().map(Path::to_owned),
        terms: Vec::new(),
        now,
    }
    .take(&backup, &super::edits::seed());
    store.last_use(now).expect("a file that reads");
}

fn sessions(_: Size) -> Tally {
    let folder = scratch::folder();
    let path = folder.path().join("lessing.senco");
    let mut store = edits::make(&path).expect("a new file");
    for n in 0..12 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    drop(store);
    let mut tally = Tally::default();
    let home = scratch::folder();
    // One look at the salt for each time the file is chosen.
    for (program, looks, unlocks) in [
        (worker::doing("a session", &path), 1, UNLOCKS),
        (list(&path, home.path()), 1, 1),
    ] {
        let written = tempfile::NamedTempFile::new().expect("a file");
        let watch = Watch {
            calls: "open,openat,creat",
            longest_text: 300,
            refusal: None,
        };
        let output = watch.over(&program, written.path()).output();
        let output = output.expect("a process");
        if !output.status.success() {
            tally.count(Err(format!("{output:?}")));
            continue;
        }
        let canonical = fs::canonicalize(&path).expect("a path");
        let calls = strace::calls(written.path());
        let opened: Vec<_> = calls
            .iter()
            .filter(|call| call.result >= 0)
            .filter_map(|call| call.arguments.iter().find_map(strace::Argument::path))
            .collect();
        let times = |of: &Path| opened.iter().filter(|opened| *opened == of).count();
        tally.count(at_most("the file", times(&canonical), looks + unlocks));
        let journal = caseload::os::files::beside(&canonical, "-journal");
        tally.count(at_most("its journal", times(&journal), unlocks));
    }
    tally
}

fn at_most(what: &str, found: usize, most: usize) -> Result<(), String> {
    if found <= most {
        Ok(())
    } else {
        Err(format!("{what} was opened {found} times, and not {most}"))
    }
}

/// The source files that open, copy or rename files, with the reason why each may.
const MAY: [(&str, &str); 13] = [
    ("app/places.rs", "this laptop's settings"),
    ("cli/passphrase.rs", "the passphrase file"),
    ("os/files.rs", "files that are no caseload"),
    ("os/holder.rs", "the mark of this start of the computer"),
    (
        "os/location.rs",
        "what is mounted, and what sync programs say",
    ),
    ("os/lock.rs", "who holds the lock"),
    ("os/signals/unix.rs", "the terminal"),
    ("store/backup/care.rs", "backups"),
    ("store/backup/container.rs", "backups"),
    (
        "store/backup/restore.rs",
        "what is to be restored, before it is a caseload",
    ),
    (
        "store/backup/snapshot.rs",
        "a copy that SQLite made and nobody has open",
    ),
    (
        "store/quarantine.rs",
        "a file left by a session that was killed, before it is opened",
    ),
    ("store/sealed.rs", "the salt, before the file is opened"),
];

fn source(_: Size) -> Tally {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut tally = Tally::default();
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the source").flatten() {
            let path: PathBuf = entry.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let below = path.strip_prefix(&top).expect("below the source");
            let below = below.to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).expect("a text");
            let code = text
                .split("#[cfg(test)]\nmod tests")
                .next()
                .unwrap_or_default();
            let opens = [
                "File::open",
                "fs::read(",
                "fs::read_to_string(",
                "fs::copy",
                "fs::write",
                "OpenOptions",
                "File::create",
            ];
            let found = opens.iter().find(|call| code.contains(**call));
            let may = MAY.iter().any(|(of, _)| *of == below);
            tally.count(match found {
                Some(call) if !may => Err(format!("{below} calls {call}")),
                _ => Ok(()),
            });
        }
    }
    tally
}
