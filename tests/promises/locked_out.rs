//! Promise 15: a caseload that can't be used does not lock anybody out of the program.
//!
//! The real program starts in a terminal, at a laptop that remembers a file of which something is wrong. The list of the
//! backups must be there within two seconds, without a passphrase.

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use caseload::store::backup::{Snapshot, Why};

use super::terminal::Terminal;
use super::unprivileged::Unprivileged;
use super::{Promise, Size, Tally, edits, strace};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 15,
        words: "a broken file does not lock you out of the backups",
        tries: broken,
    },
    Promise {
        number: 15,
        words: "nor does a drive that fails or never answers",
        tries: dead_drives,
    },
];

/// So long it may take until the backups are listed.
const LONGEST: Duration = Duration::from_secs(2);
/// What an unprivileged user does to a file of hers.
type Breaks = fn(&Path);

/// What is wrong with the file.
const BROKEN: [(&str, Breaks); 14] = [
    ("nothing", |_| {}),
    ("missing", |file| fs::remove_file(file).expect("a file")),
    ("its folder is missing", |file| {
        fs::remove_dir_all(folder_of(file)).expect("a folder");
    }),
    ("its folder is a file", |file| {
        fs::remove_dir_all(folder_of(file)).expect("a folder");
        fs::write(folder_of(file), "a file").expect("a file");
    }),
    ("its folder can't be entered", |file| {
        fs::set_permissions(folder_of(file), Permissions::from_mode(0o000)).expect("a folder");
    }),
    ("it may not be read", |file| {
        fs::set_permissions(file, Permissions::from_mode(0o000)).expect("a file");
    }),
    ("empty", |file| fs::write(file, "").expect("a file")),
    ("cut short", |file| {
        change(file, |bytes| bytes.truncate(700))
    }),
    ("its start is damaged", |file| {
        change(file, |bytes| bytes[..4096].fill(7))
    }),
    ("a page of it is damaged", |file| {
        change(file, |bytes| bytes[9000] ^= 4)
    }),
    ("text", |file| {
        fs::write(file, "a letter to Ada's mother\n").expect("a file")
    }),
    ("a folder", |file| {
        fs::remove_file(file).expect("a file");
        fs::create_dir(file).expect("a folder");
    }),
    ("a pipe", |file| {
        fs::remove_file(file).expect("a file");
        let made = Command::new("mkfifo").arg(file).status();
        assert!(made.expect("the command mkfifo").success());
    }),
    ("a link to itself", |file| {
        fs::remove_file(file).expect("a file");
        symlink(file, file).expect("a link");
    }),
];

fn folder_of(file: &Path) -> &Path {
    file.parent().expect("a folder")
}

fn change(file: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(file).expect("its bytes");
    change(&mut bytes);
    fs::write(file, bytes).expect("a changed file");
}

/// A laptop that remembers a file, with two backups of it; the file's path.
fn laptop() -> (Unprivileged, PathBuf) {
    let user = Unprivileged::new();
    let file = user.home.path().join("drive/lessing.senco");
    fs::create_dir(folder_of(&file)).expect("a folder");
    fs::create_dir_all(user.data()).expect("a folder");
    let mut store = edits::make(&file).expect("a new file");
    for n in 0..4 {
        edits::save(&mut store, n).expect("an edit that saves");
        if n % 2 == 1 {
            let at = edits::now() + chrono::Duration::hours(i64::try_from(n).expect("few"));
            let backup = store.snapshot(&user.data().join("backups"), Why::Closing, at);
            backup.and_then(Snapshot::shelve).expect("a backup");
        }
    }
    let settings = format!("last_file = {:?}\n", file.display().to_string());
    fs::write(user.data().join("local.toml"), settings).expect("settings");
    (user, file)
}

/// Waits for the welcome; with `tries`, tries to open the file; then lists the backups.
fn lists(
    user: &Unprivileged,
    mut terminal: Terminal,
    from: Instant,
    tries: bool,
) -> Result<Duration, String> {
    terminal.sees("Open your caseload");
    let try_it = if tries { "<Enter>" } else { "" };
    terminal
        .types(&format!("{try_it}<Ctrl+B>"))
        .sees("Backups (2)");
    let took = from.elapsed();
    let screen = terminal.screen();
    terminal.types("<Ctrl+Q>");
    let place = user.data().join("backups").display().to_string();
    let shown = [
        "Mon 23 Nov 2026, 16:20",
        "Mon 23 Nov 2026, 18:20",
        " KB",
        &place,
    ];
    if let Some(missing) = shown.iter().find(|words| !screen.contains(**words)) {
        return Err(format!("{missing} is not on the screen:\n{screen}"));
    }
    if took > LONGEST {
        return Err(format!("it took {took:?}"));
    }
    Ok(took)
}

fn broken(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut longest = Duration::ZERO;
    for _ in 0..size.of(1, 2, 10) {
        for (what, breaks) in BROKEN {
            tally.attempt(what, || {
                let (user, file) = laptop();
                breaks(&file);
                user.owns_all();
                let from = Instant::now();
                let took = lists(&user, user.starts(&[]), from, true)
                    .unwrap_or_else(|why| panic!("{why}"));
                longest = longest.max(took);
            });
        }
    }
    tally.remarking(format!("listed within {} ms", longest.as_millis()))
}

/// The drive that the file is on fails, or keeps whoever asks waiting.
fn dead_drives(size: Size) -> Tally {
    strace::assert_there();
    let mut tally = Tally::default();
    for _ in 0..size.of(1, 2, 10) {
        for (what, refusal, tries) in [
            ("every call fails", "error=EIO", true),
            ("a network that is gone", "error=ENETUNREACH", true),
            ("every call takes a minute", "delay_enter=60s", false),
        ] {
            tally.attempt(what, || {
                let (user, file) = laptop();
                user.owns_all();
                let inject = format!("inject=%file:{refusal}");
                let file = file.display().to_string();
                let from = Instant::now();
                let terminal = user.runs(&[
                    "strace",
                    "-f",
                    "-o",
                    "/dev/null",
                    "-P",
                    &file,
                    "-e",
                    "trace=%file",
                    "-e",
                    &inject,
                    "--",
                    "{program}",
                ]);
                lists(&user, terminal, from, tries).unwrap_or_else(|why| panic!("{why}"));
            });
        }
    }
    tally
}
