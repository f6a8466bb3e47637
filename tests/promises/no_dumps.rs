//! Promise 35: no dump of the program's memory is made, and no other program of the same user reads it.
//!
//! The real program has a name on its screen. It is asked to dump its memory when it is killed; another program of the same
//! user tries to read it; a debugger too, where there is one. The same is done to a program that does not protect itself.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Command, ExitStatus};
use std::time::Duration;

use caseload::store::recovery_code;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};

use super::terminal::Terminal;
use super::unprivileged::Unprivileged;
use super::{Promise, Size, Tally, edits, given_back};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 35,
        words: "no dump of its memory is made or can be taken",
        tries: protected,
    },
    Promise {
        number: 35,
        words: "control: a program without protection is dumped and read",
        tries: unprotected,
    },
];

/// Runs what follows, with dumps of any size allowed.
const DUMPS_ALLOWED: [&str; 4] = ["sh", "-c", "ulimit -c unlimited; exec \"$@\"", "sh"];

/// The ways in which the memory of a process gets out.
struct Leaks {
    limits: String,
    by_reading: bool,
    /// None where no debugger was tried.
    by_debugger: Option<bool>,
    by_dump: bool,
    files_with_marker: Vec<String>,
}

/// Tries each of them on a program in a terminal, which ends by it. Its memory holds `marker`.
fn leaks(user: &Unprivileged, mut terminal: Terminal, marker: &str, size: Size) -> Leaks {
    let process = terminal.process();
    let limits = fs::read_to_string(format!("/proc/{}/limits", number(process)));
    let limits = limits.expect("the limits of a process");
    let limits = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"));
    let by_reading = ["mem", "maps", "environ"].iter().any(|name| {
        let mut reads = user.command("sh");
        reads.args(["-c", "exec 3<\"$0\""]);
        reads.arg(format!("/proc/{}/{name}", number(process)));
        succeeds(&mut reads)
    });
    // It takes seconds.
    let is_tried = size != Size::Small;
    let has_debugger = is_tried && Command::new("gcore").arg("-h").output().is_ok();
    let by_debugger = has_debugger.then(|| {
        let taken = user.home.path().join("taken");
        let mut takes = user.command("gcore");
        takes.arg("-o").arg(&taken).arg(number(process));
        // It says that it succeeded when it did not.
        succeeds(&mut takes) && taken.with_extension(number(process)).exists()
    });
    end(process);
    let status: ExitStatus = terminal.ends();
    assert_eq!(status.signal(), Some(Signal::SEGV.as_raw()), "how it ended");
    let mut files_with_marker = Vec::new();
    search(user.home.path(), marker, &mut files_with_marker);
    Leaks {
        limits: limits.unwrap_or_default().to_owned(),
        by_reading,
        by_debugger,
        by_dump: status.core_dumped(),
        files_with_marker,
    }
}

/// Signals a fault of memory until the process ends of it: Rust's own handler takes the first for a stack that overflowed,
/// and waits for the fault to come again.
fn end(process: Pid) {
    let ended = pidfd_open(process, PidfdFlags::empty()).expect("a process");
    let while_it_hears = Timespec::try_from(Duration::from_millis(50)).expect("a short time");
    for _ in 0..20 {
        kill_process(process, Signal::SEGV).expect("a program to end");
        let events = poll(
            &mut [PollFd::new(&ended, PollFlags::IN)],
            Some(&while_it_hears),
        );
        if events.expect("waiting") == 1 {
            return;
        }
    }
}

fn number(process: Pid) -> String {
    process.as_raw_nonzero().to_string()
}

fn succeeds(command: &mut Command) -> bool {
    let output = command.env("LC_ALL", "C").output().expect("a process");
    output.status.success()
}

/// The files in which a marker stands.
fn search(folder: &Path, marker: &str, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            search(&path, marker, found);
        } else if path.is_file() {
            let bytes = fs::read(&path).expect("a file");
            let length = marker.len();
            if bytes.windows(length).any(|here| here == marker.as_bytes()) {
                found.push(path.display().to_string());
            }
        }
    }
}

fn protected(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut debugger = "read and dumped; no debugger was tried";
    for run in 0..size.of(1, 3, 20) {
        tally.attempt(format!("run {run}"), || {
            let user = Unprivileged::new();
            let file = user.home.path().join("marked.senco");
            given_back::make(&file);
            user.owns_all();
            let file = file.display().to_string();
            let mut terminal =
                user.runs(&[&DUMPS_ALLOWED[..], &["{program}", "--file", &file]].concat());
            let code = recovery_code::write(&edits::seed());
            terminal
                .sees("Passphrase")
                .types(&format!("{}<Enter>", &*code))
                .sees("in this caseload")
                .types("1")
                .sees(given_back::MARKER);
            let leaks = leaks(&user, terminal, given_back::MARKER, size);
            if leaks.by_debugger.is_some() {
                debugger = "read, dumped and debugged";
            }
            let limits: Vec<_> = leaks.limits.split_whitespace().collect();
            assert_eq!(limits, ["Max", "core", "file", "size", "0", "0", "bytes"]);
            assert!(!leaks.by_reading, "another program reads its memory");
            assert_ne!(leaks.by_debugger, Some(true), "a debugger takes its memory");
            assert!(!leaks.by_dump, "its memory was dumped");
            assert!(
                leaks.files_with_marker.is_empty(),
                "{:?}",
                leaks.files_with_marker
            );
        });
    }
    tally.remarking(debugger)
}

fn unprotected(size: Size) -> Tally {
    let mut tally = Tally::default();
    let user = Unprivileged::new();
    user.owns_all();
    let marker = "Qxjwzkvyhunprotected";
    let says = format!("{marker} && read answer");
    let script = format!("echo {says}");
    let mut terminal = user.runs(&[&DUMPS_ALLOWED[..], &["sh", "-c", &script]].concat());
    terminal.sees(marker);
    let leaks = leaks(&user, terminal, marker, size);
    tally.count(if leaks.by_reading {
        Ok(())
    } else {
        Err("nobody reads its memory".to_owned())
    });
    tally.count(match leaks.by_debugger {
        Some(false) => Err("a debugger does not take its memory".to_owned()),
        Some(true) | None => Ok(()),
    });
    tally.count(if leaks.by_dump {
        Ok(())
    } else {
        Err(format!("its memory is not dumped: {}", leaks.limits))
    });
    // Where the system puts dumps is its own affair; what a debugger took is in the home.
    tally.count(
        if leaks.by_debugger.is_some() && leaks.files_with_marker.is_empty() {
            Err("the search finds nothing in a dump".to_owned())
        } else {
            Ok(())
        },
    );
    tally
}
