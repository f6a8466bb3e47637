//! Promise 8: a full disk is no disaster.
//!
//! The real program works on a small disk that another process fills, and on files that may not grow. What it can't save
//! it says, and keeps; what it saved is there, also while the disk is full; and when there is room again, what was being
//! typed is kept without a key.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::rc::Rc;

use caseload::store::recovery_code;
use rustix::process::{Pid, Resource, Rlimit, getrlimit, prlimit};
use tempfile::TempDir;

use super::terminal::{Terminal, home};
use super::{Promise, Size, Tally, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 8,
    words: "a full disk loses nothing",
    tries: fills,
}];

const LIST: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/tests/samples/arbor-sen-report.csv"
);
const KIB: u64 = 1024;

fn fills(size: Size) -> Tally {
    let mut tally = Tally::default();
    let lefts: &[u64] = size.of(&[0], &[0, 8, 40], &[0, 4, 8, 16, 24, 32, 40, 64]);
    for kib in [1_536, 4_096, 16_384] {
        for left in lefts {
            tally.attempt(format!("a disk of {kib} KiB, {left} KiB left"), || {
                let home = home();
                let disk = SmallDisk::mounted(home.path(), kib);
                nothing_is_lost(&home, &disk.folder, &|room, _| match room {
                    Room::Little => disk.fill(*left),
                    Room::No => disk.fill(0),
                    Room::Again => disk.free(),
                });
            });
        }
    }
    tally.attempt("files that may not grow", || {
        let home = home();
        let folder = home.path().to_owned();
        nothing_is_lost(&home, &folder, &|room, program| match room {
            Room::Little | Room::No => limit(program, Some(KIB)),
            Room::Again => limit(program, None),
        });
    });
    tally
}

/// What room there is for more on the disk.
enum Room {
    Little,
    No,
    Again,
}

/// One trial, in which the program is given so much room.
fn nothing_is_lost(home: &Rc<TempDir>, folder: &Path, give: &dyn Fn(Room, Pid)) {
    let path = folder.join("full.senco");
    let mut store = edits::make(&path).expect("a new file");
    (0..2).for_each(|n| edits::save(&mut store, n).expect("an edit that saves"));
    drop(store);

    let mut terminal = opened(home, &path);
    terminal
        .types("0<Ctrl+N>Aisha 3B<Tab><Tab>before it was full<Ctrl+S>")
        .sees("Saved");
    give(Room::Little, terminal.process());
    let saved = until_it_is_refused(&mut terminal);
    give(Room::No, terminal.process());
    // She goes on typing, is told again, and is not let go without what she typed.
    terminal
        .types(" and on")
        .sees("and on")
        .sees("Not saved: the disk")
        .types("<Ctrl+Q>")
        .sees("Not left");
    // Locking keeps it too.
    terminal
        .types("<Ctrl+K>")
        .sees("The disk has not taken")
        .sees_no_more("and on")
        .types(&code())
        .sees("pupils in this caseload")
        .types("0")
        .sees("and on");
    // When there is room, it is kept without a key.
    give(Room::Again, terminal.process());
    terminal.sees("kept as a draft now");
    give(Room::No, terminal.process());
    terminal.kills();

    // What was saved is there while the disk is full, and a command says why it can't save.
    all_is_there(&path, saved);
    import_is_refused(home, &path);
    all_is_there(&path, saved);
    let mut again = opened(home, &path);
    again.types("0").sees("and on");
}

/// The program with this file open, before any key.
fn opened(home: &Rc<TempDir>, path: &Path) -> Terminal {
    let path = path.display().to_string();
    let mut terminal = Terminal::start_in(Rc::clone(home), &["--file", &path], 24, 80);
    terminal
        .sees("Passphrase")
        .types(&code())
        .sees("pupils in this caseload");
    terminal
}

/// The recovery code is the seed, so that nothing is derived from it.
fn code() -> String {
    format!("{}<Enter>", &*recovery_code::write(&edits::seed()))
}

/// Jots down one thing after another until one is refused; gives how many were saved.
fn until_it_is_refused(terminal: &mut Terminal) -> usize {
    let mut saved = 0;
    loop {
        let words = format!("jotted down as number {saved}");
        terminal
            .types(&format!("<Ctrl+N>Tyler {saved}B<Tab><Tab>{words}"))
            .sees(&words)
            .types("<Ctrl+S>")
            .waits_for("saved or not", |screen| {
                let screen = screen.contents();
                screen.contains("Not saved") || screen.contains("Saved: Tyler")
            });
        if terminal.screen().contains("Not saved") {
            terminal.sees("Not saved: the disk").sees(&words);
            return saved;
        }
        saved += 1;
    }
}

fn all_is_there(path: &Path, saved: usize) {
    let store = edits::open(path).expect("a file that opens on a full disk");
    assert_eq!(store.check().expect("a file that reads"), []);
    let caseload = store.load().expect("a file that reads");
    let mut expected: Vec<_> = (0..saved)
        .map(|number| format!("jotted down as number {number}"))
        .chain(["before it was full".to_owned()])
        .collect();
    for pupil in caseload.pupils.iter() {
        let notes = store.log().notes(pupil.id).expect("notes that read");
        expected.retain(|words| notes.iter().all(|note| note.words != *words));
    }
    assert!(expected.is_empty(), "not there: {expected:?}");
}

fn import_is_refused(home: &Rc<TempDir>, path: &Path) {
    let code = home.path().join("code");
    std::fs::write(&code, &*recovery_code::write(&edits::seed())).expect("a file");
    let mut command = Command::new("prlimit");
    // Where the disk itself has room.
    if path.parent() == Some(home.path()) {
        command.arg(format!("--fsize={KIB}"));
    }
    let told = command
        .arg("--")
        .arg(env!("CARGO_BIN_EXE_caseload"))
        .args(["--today", "2026-11-23", "--file"])
        .arg(path)
        .arg("--passphrase-file")
        .arg(&code)
        .args(["import", "--yes", LIST])
        .env("HOME", home.path())
        .output()
        .expect("a process");
    let words = String::from_utf8_lossy(&told.stderr).into_owned();
    assert_eq!(told.status.code(), Some(3), "{words}");
    // The backup that comes first may be what finds no room.
    assert!(words.contains("the disk"), "{words}");
}

/// The largest file the program may make from now on.
fn limit(program: Pid, most: Option<u64>) {
    let maximum = getrlimit(Resource::Fsize).maximum;
    let current = most.or(maximum);
    prlimit(Some(program), Resource::Fsize, Rlimit { current, maximum }).expect("a limit");
}

/// A small disk, and what another process fills it with.
struct SmallDisk {
    folder: PathBuf,
}

impl SmallDisk {
    /// # Panics
    /// Where it may not be mounted.
    fn mounted(home: &Path, kib: u64) -> Self {
        let folder = home.join("disk");
        std::fs::create_dir(&folder).expect("a folder");
        let mounted = Command::new("mount")
            .args([
                "-t",
                "tmpfs",
                "-o",
                &format!("size={kib}k"),
                "caseload-test",
            ])
            .arg(&folder)
            .output()
            .expect("the command mount");
        assert!(
            mounted.status.success(),
            "This promise can't be tried without mounting a small disk, which takes root (CI is): {}",
            String::from_utf8_lossy(&mounted.stderr)
        );
        Self { folder }
    }

    fn filler(&self) -> PathBuf {
        self.folder.join("filler")
    }

    fn fill(&self, left_kib: u64) {
        let filled = Command::new("sh")
            .args(["-c", "cat /dev/zero >>\"$0\" 2>/dev/null"])
            .arg(self.filler())
            .status()
            .expect("a process");
        assert!(!filled.success(), "a disk that gets full");
        self.shrink_filler(left_kib * KIB);
    }

    /// Frees a megabyte.
    fn free(&self) {
        self.shrink_filler(KIB * KIB);
    }

    fn shrink_filler(&self, by: u64) {
        let filler = File::options()
            .write(true)
            .open(self.filler())
            .expect("the filler");
        let size = filler.metadata().expect("the filler").len();
        filler
            .set_len(size.saturating_sub(by))
            .expect("a shorter filler");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        // Also when the trial failed and its program still runs there.
        let _ = Command::new("umount")
            .arg("--lazy")
            .arg(&self.folder)
            .status();
    }
}
