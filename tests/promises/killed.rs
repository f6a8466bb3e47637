//! Promise 1: when it says Saved, killing the program loses nothing.
//!
//! A process of ours works on a caseload and prints a line after each edit that was acknowledged; it is killed at a
//! random moment, many times over. Each time the file must hold exactly the state after some edit, and none that was
//! acknowledged may be missing.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use super::random::Random;
use super::{Promise, Size, Tally, edits, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[Promise {
    number: 1,
    words: "killing the program loses nothing that was saved",
    tries: kills,
}];

/// Makes edit after edit, and says each when it is saved.
pub fn edits_for_ever(path: &Path) {
    let mut store = edits::open(path).expect("a file that opens");
    for n in store.generation().expect("a count").. {
        edits::save(&mut store, n).expect("an edit that saves");
        println!("saved {n}");
    }
}

fn kills(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("killed.senco");
    drop(edits::make(&path).expect("a new file"));
    let mut model = edits::after(0);
    let mut held = 0;
    let mut random = Random::of(0x5EED);
    let mut tally = Tally::default();
    for kill in 0..size.of(100, 200, 1_000) {
        let life = Duration::from_millis(random.below(200));
        let acknowledged = work_and_be_killed(&path, life).max(held);
        let store = edits::open(&path).expect("a file that opens");
        let generation = store.generation().expect("a count");
        for n in held..generation {
            edits::save(&mut model, n).expect("an edit that saves");
        }
        tally.count(if generation < acknowledged {
            Err(format!(
                "kill {kill}: {acknowledged} edits were acknowledged, {generation} are there"
            ))
        } else if edits::all(&store) != edits::all(&model) {
            Err(format!(
                "kill {kill}: the file does not hold what {generation} edits make"
            ))
        } else {
            match store.check() {
                Ok(problems) if problems.is_empty() => Ok(()),
                Ok(problems) => Err(format!("kill {kill}: {problems:?}")),
                Err(error) => Err(format!("kill {kill}: {error}")),
            }
        });
        held = generation.max(held);
    }
    if held < 100 {
        tally.broken.push(format!("only {held} edits in all lives"));
    }
    tally.remarking(format!("{held} edits saved"))
}

/// Lets a process work, kills it this long after its first edit was acknowledged, and gives how many edits were.
fn work_and_be_killed(path: &Path, life: Duration) -> u64 {
    let mut child = worker::doing("edits", path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let (working, works) = std::sync::mpsc::channel();
    let reader = std::thread::spawn(move || {
        let saved = lines
            .map_while(Result::ok)
            .filter_map(|line| line.strip_prefix("saved ")?.parse::<u64>().ok());
        // Nobody listens after the first; the channel ends with this thread.
        saved
            .inspect(|_| {
                let _ = working.send(());
            })
            .last()
            .map_or(0, |n| n + 1)
    });
    works.recv().expect("a first edit");
    // The kill comes at a moment, whatever the process is doing then: this is no wait for something to happen.
    let (_hold, end) = std::sync::mpsc::channel::<()>();
    let _ = end.recv_timeout(life);
    child.kill().expect("a process that can be killed");
    child.wait().expect("a process that ends");
    reader.join().expect("a reader that ends")
}
