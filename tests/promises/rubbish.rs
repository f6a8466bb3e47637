//! Promise 12: rubbish in a file never crashes the program, even behind good seals.
//!
//! A caseload is decrypted, damaged and encrypted again: no seal is broken, so whatever is wrong reaches all that reads the
//! file. Then it is opened with the right key and every screen is gone through. That is done by another process, so that
//! a fault of any kind is seen from outside: a panic on whatever thread, an abort, a hang, a hunger for memory.

mod image;
mod pages;
mod values;
mod walk;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use caseload::store::{Sealed, Seed, open};
use rustix::process::{Resource, Rlimit, setrlimit};

use super::random::Random;
use super::{Promise, Tally, edits, scratch, worker};
use image::Image;

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 12,
        words: "rubbish behind good seals never crashes it",
        tries: |size| tries("rubbish in pages", size.of(6, 200, 1_000)),
    },
    Promise {
        number: 12,
        words: "values that can't be never crash it",
        tries: |size| tries("rubbish in values", size.of(6, 100, 1_000)),
    },
    Promise {
        number: 12,
        words: "control: a panic, an abort, a hang and a hog are noticed",
        tries: |_| controls(),
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 3] = [
    ("rubbish in pages", |folder| work(folder, with_pages)),
    ("rubbish in values", |folder| work(folder, with_values)),
    ("rubbish of its own", |folder| work(folder, with_a_fault)),
];

/// Which cases a worker is to try: `from..to`.
const CASES: &str = "CASELOAD_TEST_CASES";
/// A step that takes longer hangs.
const LONGEST: Duration = Duration::from_secs(10);
/// The most memory that a case may take, in bytes.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;
/// What is refused to a worker, so that a hog does not take the whole computer.
const REFUSED_MEMORY: u64 = 4 * MOST_MEMORY;

/// What came of a case: whether the file opened, how many bytes of memory it took at most, and how long a step.
#[derive(Clone, Copy, Debug)]
struct Done {
    opened: bool,
    memory: u64,
    longest_step: Duration,
}

fn tries(work: &str, cases: u64) -> Tally {
    let mut tally = Tally::default();
    let (mut opened, mut memory, mut longest) = (0, 0, Duration::ZERO);
    each(work, 0..cases, LONGEST, |case| {
        if let Ok(done) = &case {
            opened += u64::from(done.opened);
            memory = memory.max(done.memory);
            longest = longest.max(done.longest_step);
        }
        tally.count(case.map(drop));
    });
    if opened == 0 || (opened == cases && work == "rubbish in pages") {
        tally.count(Err(format!(
            "{opened} of {cases} opened: what is tried then?"
        )));
    }
    tally.remarking(format!(
        "{opened} opened and were gone through, the rest were refused; at most {} MB, and {} ms a step",
        memory / 1_000_000,
        longest.as_millis()
    ))
}

fn controls() -> Tally {
    let mut tally = Tally::default();
    let expected = ["", "panicked", "panicked", "ended", "MB of memory", "hangs"];
    let mut wanted = expected.iter();
    each("rubbish of its own", 0..6, Duration::from_secs(2), |case| {
        let wanted = wanted.next().expect("a case");
        tally.count(match case {
            Ok(_) if wanted.is_empty() => Ok(()),
            Err(why) if !wanted.is_empty() && why.contains(wanted) => Ok(()),
            other => Err(format!("{wanted:?} was expected: {other:?}")),
        });
    });
    tally
}

/// Has a worker try these cases, another going on where one failed; tells what came of each.
fn each(
    work: &str,
    cases: Range<u64>,
    limit: Duration,
    mut tell: impl FnMut(Result<Done, String>),
) {
    let mut next = cases.start;
    while next < cases.end {
        let folder = scratch::folder();
        let mut worker = Worker::start(work, folder.path(), next..cases.end);
        while next < cases.end {
            let case = worker.case(limit);
            let failed = case.is_err();
            tell(case.map_err(|why| format!("case {next} of {work}: {why}")));
            next += 1;
            if failed {
                break;
            }
        }
    }
}

/// A process that tries cases, and what it says of them.
struct Worker {
    child: Child,
    lines: Receiver<String>,
}

impl Worker {
    fn start(work: &str, folder: &Path, cases: Range<u64>) -> Self {
        let mut child = worker::doing(work, folder)
            .env(CASES, format!("{}..{}", cases.start, cases.end))
            .env("HOME", folder)
            .env("XDG_CONFIG_HOME", folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a process");
        let output = BufReader::new(child.stdout.take().expect("its output"));
        let (send, lines) = channel();
        // Ends with the worker.
        thread::spawn(move || {
            let mut lines = output.lines().map_while(Result::ok);
            lines.try_for_each(|line| send.send(line))
        });
        Self { child, lines }
    }

    /// What came of the next case.
    fn case(&mut self, limit: Duration) -> Result<Done, String> {
        let mut said = String::new();
        let mut longest_step = Duration::ZERO;
        loop {
            let step = Instant::now();
            let line = self.lines.recv_timeout(limit);
            longest_step = longest_step.max(step.elapsed());
            match line {
                Ok(line) => match line.split(' ').collect::<Vec<_>>()[..] {
                    ["done", opened, memory] => {
                        return judged(Done {
                            opened: opened == "opened",
                            memory: memory.parse().expect("a number"),
                            longest_step,
                        });
                    }
                    [walk::LIVES] => {}
                    _ => said.push_str(&line),
                },
                Err(RecvTimeoutError::Timeout) => {
                    return Err(format!("it hangs for more than {limit:?}: {said}"));
                }
                Err(RecvTimeoutError::Disconnected) => {
                    let status = self.child.wait().expect("a process that ended");
                    return Err(format!("it ended with {status}: {said}"));
                }
            }
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn judged(done: Done) -> Result<Done, String> {
    if done.memory < MOST_MEMORY {
        Ok(done)
    } else {
        Err(format!("it took {} MB of memory", done.memory / 1_000_000))
    }
}

/// Tries the cases that the environment names.
fn work(folder: &Path, case: fn(u64, &Path) -> bool) {
    std::panic::set_hook(Box::new(|panic| {
        // On whatever thread, and whoever would have caught it.
        println!("panicked: {}", panic.to_string().replace('\n', " "));
        std::process::exit(1);
    }));
    let limit = Rlimit {
        current: Some(REFUSED_MEMORY),
        maximum: Some(REFUSED_MEMORY),
    };
    setrlimit(Resource::As, limit).expect("a limit");
    let cases = std::env::var(CASES).expect("which cases");
    let (from, to) = cases.split_once("..").expect("from..to");
    let number = |text: &str| text.parse::<u64>().expect("a number");
    for number in number(from)..number(to) {
        let home = folder.join(number.to_string());
        fs::create_dir(&home).expect("a folder");
        // The most that was ever in memory counts from here on.
        fs::write("/proc/self/clear_refs", "5").expect("a process that watches itself");
        let opened = case(number, &home);
        let word = if opened { "opened" } else { "refused" };
        println!("done {word} {}", most_memory());
        fs::remove_dir_all(&home).expect("a folder to clear away");
    }
}

/// The most that was in memory, in bytes.
fn most_memory() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("its status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next());
    let kilobytes: Option<u64> = kilobytes.and_then(|number| number.parse().ok());
    kilobytes.expect("a number") * 1024
}

fn seed() -> Seed {
    Seed::from_bytes([1; 16])
}

/// A caseload with every kind of record, now and then one that must be brought up to date first.
fn good(case: u64) -> Vec<u8> {
    let name = if case % 8 == 7 {
        "0001.senco"
    } else {
        "0003.senco"
    };
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/old")
        .join(name);
    fs::read(path).expect("a caseload")
}

fn with_pages(case: u64, home: &Path) -> bool {
    let good = good(case);
    let mut image = Image::of(&good, &seed()).expect("good seals");
    // The first is good: whatever this does with pages must not be what is wrong with the others.
    if case > 0 {
        pages::damage(&mut image, &mut Random::of(case));
    }
    let file = home.join("rubbish.senco");
    fs::write(&file, image.file()).expect("a file");
    let opened = walk::through(home, &file, &seed(), walk(case));
    assert!(case > 0 || opened, "a good file does not open");
    opened
}

fn with_values(case: u64, home: &Path) -> bool {
    let file = home.join("rubbish.senco");
    fs::write(&file, good(case)).expect("a file");
    if case % 8 != 7 {
        // Brought up to date before, so that not every case ends in that.
        let sealed = Sealed::inspect(&file, edits::now()).expect("a caseload");
        open::open_sealed(&sealed, &seed(), None).expect("a file that opens");
    }
    println!("{}", values::spoil(&file, &seed(), &mut Random::of(case)));
    walk::through(home, &file, &seed(), walk(case))
}

fn walk(case: u64) -> usize {
    usize::try_from(case).expect("a number that fits")
}

/// Faults that a trial must notice.
fn with_a_fault(case: u64, _: &Path) -> bool {
    match case {
        1 => panic!("a panic"),
        2 => drop(thread::spawn(|| panic!("a panic on another thread")).join()),
        3 => std::process::abort(),
        4 => {
            let hog = vec![1_u8; usize::try_from(MOST_MEMORY).expect("a number")];
            std::hint::black_box(&hog);
        }
        5 => loop {
            thread::park();
        },
        _ => {}
    }
    false
}
