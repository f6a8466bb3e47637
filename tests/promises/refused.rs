//! Promise 4: what the system refuses is told, and survived.
//!
//! A program runs once under strace, which writes down every call that touches the caseload's folder. Then it runs again
//! and again, each time with one of these calls refused, once or from there on. Each run must end well or with a message
//! of ours, must not call saved what was not, and must leave a good file. After a sync that failed, nothing may be called
//! saved before it was written anew: the system has thrown away what it could not write.

mod work;

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Output;

use super::strace::{self, Call, Watch};
use super::{Promise, Size, Tally, scratch};
use work::{WORKS, Work};

pub use work::works;

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 4,
    words: "what the disk refuses is told and survived",
    tries: refusals,
}];

/// The calls that can be refused, and the others that say what they are about.
const CALLS: &str =
    "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,/^rename,/^unlink,/^link,/^mkdir,rmdir";
/// Sentences of ours that say nothing a person could use.
const OF_NO_USE: [&str; 3] = ["SQLite code", "should not happen", "panicked"];

/// One call that is refused, once or from there on.
struct Refusal {
    call: String,
    nth: usize,
    error: &'static str,
    for_good: bool,
}

impl Refusal {
    fn words(&self) -> String {
        let plus = if self.for_good { "+" } else { "" };
        format!("{}:error={}:when={}{plus}", self.call, self.error, self.nth)
    }
}

fn refusals(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut shares = Vec::new();
    for work in WORKS {
        let all = all_refusals(&calls_of(work, None).calls);
        // Spread over all of them, in steps that meet each error and each call.
        let step = size.of((all.len() / SMALL).max(1), 1, 1);
        let chosen: Vec<_> = all.iter().step_by(step | 1).collect();
        shares.push(format!("{} of {}", chosen.len(), all.len()));
        for refusal in chosen {
            let words = refusal.words();
            let run = calls_of(work, Some(&words));
            let judged = run.judged(work, refusal.for_good);
            tally.count(judged.map_err(|why| format!("{}, {words}: {why}", work.name)));
        }
    }
    tally.remarking(format!("refusals tried: {}", shares.join(", ")))
}

/// About so many for each work, at the small size.
const SMALL: usize = 20;

/// Every call that touches the folder refused with EIO, every fifth with each of the others; each once and for good.
fn all_refusals(calls: &[(Call, Option<PathBuf>)]) -> Vec<Refusal> {
    let mut counts = std::collections::HashMap::new();
    let mut all = Vec::new();
    for (call, path) in calls {
        let nth = counts.entry(call.name.as_str()).or_insert(0);
        *nth += 1;
        if path.is_none() || call.name == "close" {
            continue;
        }
        let errors: &[_] = if *nth % 5 == 0 {
            &["EIO", "ENOSPC", "EACCES", "EROFS"]
        } else {
            &["EIO"]
        };
        for error in errors {
            // A program that can write nowhere has no voice.
            let ways: &[_] = if call.name == "write" {
                &[false]
            } else {
                &[false, true]
            };
            for &for_good in ways {
                all.push(Refusal {
                    call: call.name.clone(),
                    nth: *nth,
                    error,
                    for_good,
                });
            }
        }
    }
    all
}

/// A run that has ended.
struct Run {
    /// What was called, with the file of our folder that it was about.
    calls: Vec<(Call, Option<PathBuf>)>,
    output: Output,
    path: PathBuf,
    _folder: tempfile::TempDir,
}

fn calls_of(work: &Work, refusal: Option<&str>) -> Run {
    let folder = scratch::folder();
    let path = folder.path().join("refused.senco");
    (work.before)(&path);
    let written = tempfile::NamedTempFile::new().expect("a file");
    let watch = Watch {
        calls: CALLS,
        longest_text: 32,
        refusal,
    };
    let mut command = watch.over(&(work.program)(&path), written.path());
    if let Some(input) = (work.input)(&path) {
        command.stdin(File::open(input).expect("what was made before"));
    }
    let output = command.output().expect("a process");
    let calls = strace::calls(written.path());
    let within = |path: Option<PathBuf>| path.filter(|path| path.starts_with(folder.path()));
    let paths = strace::paths(&calls).into_iter().map(within);
    Run {
        calls: calls.into_iter().zip(paths).collect(),
        output,
        path,
        _folder: folder,
    }
}

impl Run {
    fn judged(&self, work: &Work, for_good: bool) -> Result<(), String> {
        let told = String::from_utf8_lossy(&self.output.stderr);
        let said = String::from_utf8_lossy(&self.output.stdout);
        let last = told.lines().last().unwrap_or_default();
        match self.output.status.code() {
            Some(0) => {}
            Some(1..=3) if !last.is_empty() => {}
            other => return Err(format!("it ended with {other:?}, saying {told:?}")),
        }
        if let Some(words) = OF_NO_USE.iter().find(|words| told.contains(**words)) {
            return Err(format!("it says {words:?}: {told:?}"));
        }
        let saved = said
            .lines()
            .filter(|line| is_acknowledgement(line.as_bytes()));
        let more = match (work.holds)(&self.path, saved.count() as u64) {
            // What can't be written can't be taken back either.
            Ok(more) if more == 0 || for_good => Ok(()),
            Ok(more) => Err(format!("{more} more is there than was called saved")),
            Err(why) => Err(why),
        };
        more.map_err(|why| format!("{why}; it said {said:?} and {told:?}"))?;
        self.syncs_that_failed_are_made_good()
    }

    /// Whether every file that could not be synced was written again, and synced, before the next thing was called saved.
    fn syncs_that_failed_are_made_good(&self) -> Result<(), String> {
        let mut failed: Vec<(&Path, bool)> = Vec::new();
        for (call, path) in &self.calls {
            match (call.name.as_str(), path) {
                ("fsync" | "fdatasync", Some(path)) if call.result < 0 && path.is_file() => {
                    failed.push((path, false));
                }
                ("fsync" | "fdatasync", Some(path)) => {
                    failed.retain(|(of, written)| of != path || !written);
                }
                ("pwrite64" | "ftruncate", Some(path)) if call.result >= 0 => failed
                    .iter_mut()
                    .filter(|(of, _)| of == path)
                    .for_each(|(_, written)| *written = true),
                ("write", None) if says_saved(call) && !failed.is_empty() => {
                    return Err(format!("saved, though {failed:?} could not be synced"));
                }
                _ => {}
            }
        }
        Ok(())
    }
}

fn says_saved(call: &Call) -> bool {
    let words = call.arguments.get(1).and_then(strace::Argument::bytes);
    call.arguments[0].number() == Some(1) && words.is_some_and(is_acknowledgement)
}

fn is_acknowledgement(line: &[u8]) -> bool {
    line.to_ascii_lowercase().starts_with(b"saved")
}
