//! Promises 46, 53, 54, 55 and 57: another passphrase is safe whenever it is cut off, makes old sheets and old copies' keys
//! dead, and the recovery code works and is checked.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use caseload::app::Job;
use caseload::store::backup::{Backup, Why};
use caseload::store::{
    OpenError, Passphrase, RekeyError, Salt, Sealed, Seed, Store, Unlock, open, recovery_code,
};

use super::random::Random;
use super::sitter::Sitter;
use super::{Promise, Size, Tally, edits, worker};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 46,
        words: "a new passphrase is safe whenever it is cut off",
        tries: kills,
    },
    Promise {
        number: 53,
        words: "the recovery code works, and a slip is named",
        tries: codes,
    },
    Promise {
        number: 54,
        words: "a code that was not checked is asked for",
        tries: checked,
    },
    Promise {
        number: 55,
        words: "a new passphrase makes the old sheet dead",
        tries: |size| dead(size, true),
    },
    Promise {
        number: 57,
        words: "a leaver's passphrase goes stale",
        tries: |size| dead(size, false),
    },
];

/// Edits in the file before its passphrase is changed.
const FEW: u64 = 12;

/// One of the two seeds that the file has in turn.
fn seed(other: bool) -> Seed {
    if other {
        Seed::from_bytes([0xB5; 16])
    } else {
        edits::seed()
    }
}

fn opened(path: &Path, seed: &Seed) -> Result<Store, OpenError> {
    let sealed = Sealed::inspect(path, edits::now())?;
    let conn = open::open_sealed(&sealed, seed, None)?;
    Ok(Store::unsealed(sealed, conn, seed))
}

/// The store, and which of the seeds opens it: exactly one must.
fn opened_by_one(path: &Path) -> Result<(Store, bool), String> {
    for other in [false, true] {
        match opened(path, &seed(other)) {
            Ok(store) => return Ok((store, other)),
            Err(error) if error.is_about_passphrase() => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    Err("neither the old nor the new opens it".to_owned())
}

/// Makes what is there before.
pub fn before(path: &Path) {
    let mut store = edits::make(path).expect("a new file");
    for n in 0..FEW {
        edits::save(&mut store, n).expect("an edit that saves");
    }
}

/// Changes what opens the file once, and says so.
pub fn changes_once(path: &Path) {
    let mut store = opened(path, &seed(false)).expect("a file that opens");
    store.rekey(&seed(true)).expect("another seed");
    println!("saved: another passphrase");
}

/// Whether the file is whole and opened by the old or the new; only by the new, once that was acknowledged.
pub fn holds(path: &Path, acknowledged: u64) -> Result<(), String> {
    let (store, is_new) = opened_by_one(path)?;
    if acknowledged > 0 && !is_new {
        return Err("it was acknowledged, and the old one opens it".to_owned());
    }
    whole(&store)
}

fn whole(store: &Store) -> Result<(), String> {
    let problems = store.check().map_err(|error| error.to_string())?;
    if !problems.is_empty() {
        return Err(format!("{problems:?}"));
    }
    if edits::all(store) == edits::all(&edits::after(FEW)) {
        Ok(())
    } else {
        Err("it does not hold what it held before".to_owned())
    }
}

/// Changes what opens the file to and fro, for ever.
pub fn changes_for_ever(path: &Path) {
    let (mut store, mut is_other) = opened_by_one(path).expect("a file that opens");
    loop {
        is_other = !is_other;
        store.rekey(&seed(is_other)).expect("another seed");
        println!("saved {}", u8::from(is_other));
    }
}

fn kills(size: Size) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("rekeyed.senco");
    before(&path);
    let mut random = Random::of(0x46);
    let mut tally = Tally::default();
    let mut cut_short = 0;
    for kill in 0..size.of(12, 100, 500) {
        let life = Duration::from_micros(random.below(120_000));
        let last = change_and_be_killed(&path, life);
        if folder
            .path()
            .join("rekeyed.senco-journal")
            .metadata()
            .is_ok_and(|found| found.len() > 0)
        {
            cut_short += 1;
        }
        let found = opened_by_one(&path).and_then(|(store, _)| whole(&store));
        tally.count(found.map_err(|lost| format!("kill {kill}, after {last:?}: {lost}")));
    }
    tally.remarking(format!("{cut_short} of them in the middle of it"))
}

/// Lets a process change it, kills it this long after the first time, and gives what it said last.
fn change_and_be_killed(path: &Path, life: Duration) -> Option<String> {
    let mut child = worker::doing("rekeys", path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a process");
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let first = lines.find_map(|line| line.ok().filter(|line| line.starts_with("saved")));
    assert!(first.is_some(), "the worker changed nothing");
    // The kill comes at a moment, whatever the process is doing then: this is no wait for something to happen.
    let (_hold, end) = std::sync::mpsc::channel::<()>();
    let _ = end.recv_timeout(life);
    child.kill().expect("a process that can be killed");
    child.wait().expect("a process that ends");
    lines.map_while(Result::ok).last().or(first)
}

/// Random seeds: each code is read back however it is typed, and each slip is named by its group.
fn codes(size: Size) -> Tally {
    let mut random = Random::of(0x53);
    let mut tally = Tally::default();
    for _ in 0..size.of(200, 1_000, 10_000) {
        let mut bytes = [0; 16];
        bytes.fill_with(|| u8::try_from(random.below(256)).expect("a byte"));
        let seed = Seed::from_bytes(bytes);
        let code = recovery_code::write(&seed);
        let typed = match random.below(5) {
            0 => code.replace('-', ""),
            1 => code.replace('-', " "),
            2 => code.replace('0', "O").replace('1', "l"),
            3 => code.replace('-', " \u{2013} ").replace('0', "o"),
            _ => format!(" {} ", code.as_str()),
        };
        tally.count(match Unlock::from_words(&typed) {
            Ok(Unlock::RecoveryCode(read)) if read.bytes() == seed.bytes() => Ok(()),
            other => Err(format!("{typed}: {other:?}")),
        });
        // One digit of one group is another.
        let at = usize::try_from(random.below(8)).expect("a group");
        let place = at * 7 + usize::try_from(random.below(6)).expect("a digit");
        let digit = code.as_bytes()[place] - b'0';
        let other = (u64::from(digit) + 1 + random.below(9)) % 10;
        let mut slip = code.to_string();
        slip.replace_range(place..=place, &other.to_string());
        let said = Unlock::from_words(&slip)
            .map(drop)
            .map_err(|error| error.to_string());
        tally.count(match said {
            Err(words) if words.starts_with(&format!("Group {} of", at + 1)) => Ok(()),
            other => Err(format!("{slip}: {other:?}")),
        });
    }
    // With a file: at the gate.
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..size.of(3, 20, 100) {
        let path = folder.path().join(format!("{number}.senco"));
        let seed = Seed::from_bytes([number; 16]);
        let made = Sealed::create(&path, Salt::from_bytes([1; 16]), &seed, edits::now());
        drop(made.expect("a new file"));
        let mut sitter = Sitter::in_home(folder.path(), edits::now());
        sitter.app.start(Job::Choose(path));
        sitter.does(&format!(
            "{}<Enter>",
            recovery_code::write(&seed).replace('-', " ")
        ));
        tally.count(if sitter.is_locked() {
            Err(format!("its code did not open it:\n{}", sitter.drawn().0))
        } else {
            Ok(())
        });
    }
    tally
}

/// A new caseload: its sheet is shown, and until two groups were typed back every start says so.
fn checked(_: Size) -> Tally {
    let home = tempfile::tempdir().expect("a folder");
    let mut now = edits::now();
    let mut tally = Tally::default();
    let mut sitter = Sitter::in_home(home.path(), now);
    sitter.does("<Enter>Oakfield<Enter>Mrs Ward<Enter>");
    sitter.does("wombats play the trombone<Enter>wombats play the trombone<Enter>");
    let (sheet, _) = sitter.drawn();
    let groups: Vec<String> = sheet
        .split_whitespace()
        .filter(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .collect();
    let mut says = |what: &str, is_so: bool, screen: &str| {
        tally.count(if is_so {
            Ok(())
        } else {
            Err(format!("{what}:\n{screen}"))
        });
    };
    says("the sheet has eight groups", groups.len() == 8, &sheet);
    let code = groups.join("-");
    sitter.does("<Esc>");
    for days in [0, 3, 9] {
        drop(sitter);
        now = edits::now() + chrono::Duration::days(days);
        sitter = Sitter::in_home(home.path(), now);
        sitter.does(&format!("<Enter>{code}<Enter>"));
        let (screen, _) = sitter.drawn();
        says(
            "a start that says so",
            screen.contains("Recovery code not checked yet"),
            &screen,
        );
    }
    sitter.does("0<Ctrl+O><End><Up><Enter>");
    sitter.does(&format!("{code}<Enter><Enter>000000<Tab>111111<Ctrl+S>"));
    let (screen, _) = sitter.drawn();
    says(
        "wrong groups are refused",
        screen.contains("on the paper should be another"),
        &screen,
    );
    let asked: Vec<usize> = screen
        .lines()
        .filter_map(|line| {
            let words: Vec<&str> = line
                .split_whitespace()
                .skip_while(|word| *word != "Group")
                .collect();
            words.get(1)?.parse().ok().filter(|_| words.len() == 3)
        })
        .collect();
    says("two groups are asked for", asked.len() == 2, &screen);
    if let [one, other] = asked[..] {
        let clear = "<Backspace>".repeat(6);
        // The caret went to the wrong one, the first.
        sitter.does(&format!(
            "{clear}{}<Tab>{clear}{}<Ctrl+S>",
            groups[one - 1],
            groups[other - 1]
        ));
    }
    let (screen, _) = sitter.drawn();
    says(
        "they are taken",
        screen.contains("The recovery code is checked"),
        &screen,
    );
    says(
        "the settings say it",
        screen.contains(", checked "),
        &screen,
    );
    drop(sitter);
    let mut sitter = Sitter::in_home(home.path(), now);
    sitter.does(&format!("<Enter>{code}<Enter>"));
    let (screen, _) = sitter.drawn();
    says(
        "then no start says so",
        !screen.contains("not checked") && !sitter.is_locked(),
        &screen,
    );
    tally
}

/// Old code and old passphrase after a change: neither opens the file nor a newer backup, both open an older one.
fn dead(size: Size, by_code: bool) -> Tally {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("handed-over.senco");
    let shelves = folder.path().join("backups");
    let first = Passphrase::choose("wombats play the trombone").expect("a good one");
    let mut store = Store::create(&path, &first, edits::now()).expect("a new file");
    for n in 0..FEW {
        edits::save(&mut store, n).expect("an edit that saves");
    }
    let mut tally = Tally::default();
    let (mut old, mut old_code) = (first, code_of(&store));
    let mut old_backup = backup(&store, &shelves);
    for number in 0..size.of(1, 3, 10) {
        let new = Passphrase::choose(&format!("trombone number {number} of the wombats"));
        let new = new.expect("a good one");
        let changed = store.change_passphrase(&new, edits::now().date_naive());
        changed.expect("a file that is changed");
        tally.count(whole(&store));
        let new_backup = backup(&store, &shelves);
        let again = store.change_passphrase(&old, edits::now().date_naive());
        tally.count(match again {
            Err(RekeyError::HadBefore) => Ok(()),
            other => Err(format!("the passphrase of before: {other:?}")),
        });
        let new_code = code_of(&store);
        drop(store);
        let ways = if by_code {
            [(code(&old_code), false), (code(&new_code), true)]
        } else {
            [
                (Unlock::Passphrase(old.clone()), false),
                (Unlock::Passphrase(new.clone()), true),
            ]
        };
        for (unlock, is_new) in &ways {
            let opens = Store::open(&path, unlock, edits::now()).is_ok();
            tally.count(is(opens, *is_new, "the file", *is_new));
            for (backup, is_newer) in [(&old_backup, false), (&new_backup, true)] {
                let seed = backup.seed(unlock).expect("a seed");
                let opens = backup.authenticate(&seed).is_ok();
                tally.count(is(opens, *is_new == is_newer, "a backup", *is_new));
            }
        }
        store = opened(&path, &seed_of(&new_code)).expect("a file that opens");
        (old, old_code, old_backup) = (new, new_code, new_backup);
    }
    tally
}

fn is(found: bool, wanted: bool, what: &str, by_new: bool) -> Result<(), String> {
    if found == wanted {
        return Ok(());
    }
    let by = if by_new { "the new" } else { "the old" };
    let opens = if found { "opens" } else { "does not open" };
    Err(format!("{by} {opens} {what}"))
}

fn code_of(store: &Store) -> String {
    let (code, _) = store.recovery_code().expect("a file");
    code.to_string()
}

fn code(words: &str) -> Unlock {
    Unlock::from_words(words).expect("a code")
}

fn seed_of(words: &str) -> Seed {
    match code(words) {
        Unlock::RecoveryCode(seed) => seed,
        Unlock::Passphrase(_) => unreachable!("a code"),
    }
}

fn backup(store: &Store, shelves: &Path) -> Backup {
    let snapshot = store.snapshot(shelves, Why::Asked, edits::now());
    snapshot.expect("a copy").shelve().expect("a backup")
}
