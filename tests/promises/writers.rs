//! Promises 22 and 23: one writer at a time, and nobody locked out by a program that is gone.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use caseload::os::files;
use caseload::os::holder::Holder;
use caseload::store::backup::{Reading, Shelf, Why};

use super::catalogue::leave_a_holder;
use super::{Promise, Size, Tally, edits, scratch, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 22,
        words: "of many programs at once, one has the file",
        tries: at_once,
    },
    Promise {
        number: 22,
        words: "who comes second may read the newest backup",
        tries: read_beside,
    },
    Promise {
        number: 23,
        words: "a program that is gone locks nobody out",
        tries: gone,
    },
];

/// What workers do here, by name.
pub const WORKS: [(&str, worker::Work); 2] = [("hold it", hold_it), ("read it", read_it)];

/// Opens the file, says how that went, and holds it until told to end.
fn hold_it(path: &Path) {
    let store = edits::open(path);
    match &store {
        Ok(_) => println!("has it"),
        Err(error) => println!("{} {error}", error.id()),
    }
    drop(std::io::stdin().read_to_end(&mut Vec::new()));
}

/// Opens the newest backup to be read, says so, and has it until told to end.
fn read_it(path: &Path) {
    let shelves = Shelf::all(&path.with_file_name("backups"));
    let backup = shelves[0].newest().expect("a backup");
    let folder = path.with_file_name("reading");
    let _read = Reading::open(&backup, &edits::seed(), &folder, edits::now()).expect("a reading");
    println!("reads it");
    drop(std::io::stdin().read_to_end(&mut Vec::new()));
}

fn holding(path: &Path, from: &Path) -> Child {
    doing("hold it", path, from)
}

fn doing(work: &str, path: &Path, from: &Path) -> Child {
    worker::doing(work, path)
        .current_dir(from)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process")
}

/// What it says first.
fn said(child: &mut Child) -> String {
    let output = child.stdout.as_mut().expect("its output");
    let mut line = String::new();
    BufReader::new(output).read_line(&mut line).expect("a line");
    line.trim_end().to_owned()
}

/// A caseload with every kind of way to it: its path, a link, one through a linked folder, a relative one.
fn ways(folder: &Path) -> Vec<PathBuf> {
    let path = folder.join("lessing.senco");
    let mut store = edits::make(&path).expect("a new file");
    for n in 0..6 {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    let link = folder.join("shortcut.senco");
    std::os::unix::fs::symlink(&path, &link).expect("a link");
    let linked = folder.join("linked");
    std::os::unix::fs::symlink(folder, &linked).expect("a link");
    vec![
        path,
        link,
        linked.join("lessing.senco"),
        PathBuf::from("./lessing.senco"),
        PathBuf::from("./linked/./lessing.senco"),
    ]
}

fn at_once(size: Size) -> Tally {
    let folder = scratch::folder();
    let mut ways = ways(folder.path());
    let mut tally = Tally::default();
    for round in 0..size.of(6, 60, 200) {
        if round == 3 {
            // A second name of the same file has a lock of its own: there it is SQLite that refuses.
            let twin = folder.path().join("twin.senco");
            fs::hard_link(&ways[0], &twin).expect("a second name");
            ways.push(twin);
        }
        let many = if round % 2 == 0 { 2 } else { 10 };
        let mut children: Vec<_> = (0..many)
            .map(|number| holding(&ways[(round + number) % ways.len()], folder.path()))
            .collect();
        let said: Vec<_> = children.iter_mut().map(said).collect();
        let who = fs::read(folder.path().join("lessing.senco.who")).ok();
        for mut child in children {
            drop(child.stdin.take());
            child.wait().expect("a process that ends");
        }
        tally.count(judged(&said, round < 3, who.is_some()));
        tally.count(edits::hold(&ways[0], 6).map(drop));
    }
    tally
}

fn judged(said: &[String], one_name: bool, is_told: bool) -> Result<(), String> {
    let have = said.iter().filter(|said| *said == "has it").count();
    let refused: Vec<_> = said.iter().filter(|said| *said != "has it").collect();
    // Two that come by two names at the very same moment may refuse each other.
    if have > 1 || (one_name && have != 1) {
        return Err(format!("{have} have it: {said:?}"));
    }
    if one_name && !is_told {
        return Err("nothing says who has it".to_owned());
    }
    match refused.iter().find(|said| !said.starts_with("F09")) {
        Some(other) => Err((*other).clone()),
        None => Ok(()),
    }
}

/// While one program has the file, others read its newest backup: as the caseload was then, and nothing of either is
/// changed. What one that is killed leaves goes with the next that reads.
fn read_beside(size: Size) -> Tally {
    let mut tally = Tally::default();
    for round in 0..size.of(2, 12, 40) {
        let folder = scratch::folder();
        let path = folder.path().join("lessing.senco");
        let edits = 1 + round as u64 % 7;
        let mut store = edits::make(&path).expect("a new file");
        (0..edits).for_each(|n| edits::save(&mut store, n).expect("an edit that saves"));
        let shelves = folder.path().join("backups");
        let snapshot = store.snapshot(&shelves, Why::Asked, edits::now());
        let backup = snapshot.expect("a copy").shelve().expect("a good copy");
        edits::save(&mut store, edits).expect("an edit that saves");
        drop(store);
        let mut child = holding(&path, folder.path());
        assert_eq!(said(&mut child), "has it");
        let bytes = |path: &Path| fs::read(path).expect("a file");
        let before = (bytes(&path), bytes(&backup.path));
        let mut killed = doing("read it", &path, folder.path());
        assert_eq!(said(&mut killed), "reads it");
        let reading = folder.path().join("reading");
        let copies = || fs::read_dir(&reading).expect("a folder").count();
        let mut counts = Vec::new();
        let read = Reading::open(&backup, &edits::seed(), &reading, edits::now());
        let (store, held) = read.expect("a second that reads");
        counts.push(copies());
        let is_then = edits::all(&store) == edits::all(&edits::after(edits));
        drop(store);
        drop(held);
        killed.kill().expect("a process");
        killed.wait().expect("a process");
        counts.push(copies());
        Reading::sweep(&reading, edits::now());
        counts.push(copies());
        let is_same = before == (bytes(&path), bytes(&backup.path));
        drop(child.stdin.take());
        child.wait().expect("a process that ends");
        tally.count(match (is_then, is_same, counts.as_slice()) {
            (true, true, [2, 1, 0]) => Ok(()),
            _ => Err(format!(
                "as then: {is_then}, untouched: {is_same}, copies: {counts:?}"
            )),
        });
        tally.count(edits::hold(&path, edits + 1).map(drop));
    }
    tally
}

fn gone(size: Size) -> Tally {
    let mut tally = Tally::default();
    for _ in 0..size.of(2, 20, 50) {
        let folder = scratch::folder();
        let path = ways(folder.path()).remove(0);
        let who = files::beside(&path, ".who");
        // Killed.
        let mut child = holding(&path, folder.path());
        let held = said(&mut child) == "has it";
        let written = fs::read(&who).ok();
        let refused = edits::open(&path)
            .map(drop)
            .map_err(|error| (error.id(), error.to_string()));
        let (id, words) = refused.err().unwrap_or_default();
        let host = Holder::this_process(edits::now()).since_when_and_where(edits::now());
        tally.count(
            if held && id == "F09" && words.contains(&host) && fs::read(&who).ok() == written {
                Ok(())
            } else {
                Err(format!("held: {held}, told: {words}"))
            },
        );
        child.kill().expect("a process");
        child.wait().expect("a process");
        tally.count(free_at_once(&path, "killed"));
        // Before the computer was started anew; and its number was given to another program, this one.
        let mut left = Holder::this_process(edits::now());
        left.boot = Some("another start".to_owned());
        leave_a_holder(&path, &left);
        tally.count(free_at_once(&path, "another start"));
        leave_a_holder(&path, &Holder::this_process(edits::now()));
        tally.count(free_at_once(&path, "a number used again"));
        // Brought here by a sync program.
        left.host = "HALL-LT-07".to_owned();
        leave_a_holder(&path, &left);
        let first = edits::open(&path).map(drop).map_err(|error| error.id());
        tally.count(if first == Err("F23") {
            free_at_once(&path, "asked once")
        } else {
            Err(format!("another computer: {first:?}"))
        });
    }
    tally
}

/// Opens without a question, and leaves no holder behind.
fn free_at_once(path: &Path, why: &str) -> Result<(), String> {
    edits::hold(path, 6).map_err(|error| format!("{why}: {error}"))?;
    if files::beside(path, ".who").exists() {
        return Err(format!("{why}: a holder was left"));
    }
    Ok(())
}
