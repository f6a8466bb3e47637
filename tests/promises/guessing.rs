//! Promises 44, 45 and 58: guessing through the program is slow, weak passphrases are refused kindly, and who has lost
//! everything is told the truth.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use caseload::app::Places;
use caseload::store::{Passphrase, Salt, Sealed, Seed, Store};
use tempfile::TempDir;

use super::random::Random;
use super::sitter::Sitter;
use super::{Promise, Size, Tally, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 44,
        words: "guessing through the program is slow",
        tries: guesses,
    },
    Promise {
        number: 45,
        words: "weak passphrases are refused kindly",
        tries: weak,
    },
    Promise {
        number: 58,
        words: "who lost both is told the truth",
        tries: lost,
    },
];

const RIGHT: &str = "wombats play the trombone";
const SECOND: Duration = Duration::from_secs(1);

/// A caseload that a passphrase opens, in a home of its own.
struct Laptop {
    home: TempDir,
    file: PathBuf,
}

impl Laptop {
    fn new() -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let file = home.path().join("caseload.senco");
        let salt = Salt::from_bytes([5; 16]);
        let passphrase = Passphrase::choose(RIGHT).expect("a good one");
        let seed = Seed::derive(&passphrase, &salt).expect("memory");
        let (sealed, conn) = Sealed::create(&file, salt, &seed, edits::now()).expect("a new file");
        drop(Store::unsealed(sealed, conn, &seed));
        Self { home, file }
    }

    fn starts(&self, now: chrono::DateTime<chrono::FixedOffset>) -> Sitter {
        let mut sitter = Sitter::in_home(self.home.path(), now);
        sitter
            .app
            .start(caseload::app::Job::Choose(self.file.clone()));
        sitter
    }

    /// How many wrong ones were counted: each is, before it is tried.
    fn counted(&self) -> u32 {
        let file = fs::canonicalize(&self.file).expect("a file");
        let salt = Salt::from_bytes([5; 16]);
        Places::in_folder(self.home.path()).wrong_tries(&file, &salt)
    }
}

/// Wrong passphrases one after another as fast as can be, with restarts, and a clock that is set forward and back.
fn guesses(size: Size) -> Tally {
    let laptop = Laptop::new();
    let mut random = Random::of(0x44);
    let mut now = edits::now();
    let mut tally = Tally::default();
    // True time, by a clock that nobody can set: the trial's own.
    let mut time = Duration::ZERO;
    let mut tried: Vec<Duration> = Vec::new();
    let mut sitter = laptop.starts(now);
    // Every attempt costs a second of typing; most are refused before anything is tried.
    let wanted = size.of(14, 30, 60);
    while tried.len() < wanted {
        match random.below(40) {
            0 => {
                // Away and back, with the clock a day further.
                now += chrono::Duration::days(1);
                drop(sitter);
                sitter = laptop.starts(now);
            }
            1 => sitter.sets_clock(chrono::Duration::hours(3)),
            2 => sitter.sets_clock(chrono::Duration::hours(-20)),
            _ => {}
        }
        let before = laptop.counted();
        sitter.does("not the passphrase<Enter>");
        let is_tried = laptop.counted() > before;
        if is_tried {
            tried.push(time);
        } else {
            let (screen, _) = sitter.drawn();
            if !screen.contains("one try a minute") {
                tally.count(Err(format!("refused without a word why:\n{screen}")));
            }
            // Rubbed out for the next.
            sitter.does(&"<Backspace>".repeat(18));
            // Nine more seconds of patience.
            sitter.passes(SECOND * 9);
            time += SECOND * 9;
        }
        sitter.passes(SECOND);
        time += SECOND;
    }
    for (at, first) in tried.iter().enumerate() {
        let in_five_minutes = tried[at..]
            .iter()
            .take_while(|other| **other < *first + SECOND * 300)
            .count();
        tally.count(if in_five_minutes <= 10 {
            Ok(())
        } else {
            Err(format!(
                "{in_five_minutes} in the five minutes from {first:?}"
            ))
        });
    }
    // Never locked out: the right one opens when its turn comes.
    sitter.passes(SECOND * 61);
    sitter.does(&format!("{RIGHT}<Enter>"));
    tally.count(if sitter.is_locked() {
        Err(format!("the right one did not open:\n{}", sitter.drawn().0))
    } else if laptop.counted() != 0 {
        Err("the right one did not begin the count anew".to_owned())
    } else {
        Ok(())
    });
    tally.remarking(format!(
        "{wanted} wrong ones in {} minutes",
        time.as_secs() / 60
    ))
}

fn list(name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/passphrases");
    let text = fs::read_to_string(folder.join(name)).expect("a list");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(str::to_owned).collect()
}

fn weak(size: Size) -> Tally {
    let mut tally = Tally::default();
    let names = [
        "Oakfield Primary School",
        "Mrs Ward",
        "Aisha",
        "Khan",
        "Zuzanna",
        "Nowak",
    ];
    let refused = |words: &str| match Passphrase::choose_beside(words, &names) {
        // Kindly: what it is about, and what to take instead.
        Err(refusal)
            if refusal.to_string().contains("words") || refusal.to_string().contains("shorter") =>
        {
            Ok(())
        }
        Err(refusal) => Err(format!("{words}: {refusal}")),
        Ok(_) => Err(format!("{words} is taken")),
    };
    let taken = |words: &str| {
        let chosen = Passphrase::choose_beside(words, &names);
        chosen
            .map(drop)
            .map_err(|refusal| format!("{words}: {refusal}"))
    };
    let common = list("common.txt");
    let every = size.of(10, 1, 1);
    for word in common.iter().chain(&list("school.txt")).step_by(every) {
        // As it is, twice over, with digits to make it long enough, and in capitals.
        for words in [
            word.clone(),
            format!("{word}{word}"),
            format!("{word}{word}{word}"),
            format!("{word}1234567890"),
            format!("{word} 2026 2027 !!"),
            word.to_uppercase() + "123456789",
        ] {
            tally.count(refused(&words));
        }
    }
    for words in [
        "Aisha Khan 2017",
        "khan nowak 2026",
        "Mrs Ward Oakfield",
        "zuzannanowak",
    ] {
        tally.count(refused(words));
    }
    for _ in 0..size.of(300, 3_000, 10_000) {
        let offered = Passphrase::offered().expect("random numbers");
        tally.count(taken(&offered));
    }
    for words in [
        "!!!!!!!!!!!?",
        "twelve chars",
        &"long enough to be longer than sixty four characters, easily ".repeat(2),
        "\u{5929}\u{6c17}\u{304c}\u{3044}\u{3044}\u{304b}\u{3089}\u{6563}\u{6b69}\u{3057}\u{307e}\u{3059}",
    ] {
        tally.count(taken(words));
    }
    tally.count(pasted());
    tally
}

/// A passphrase may be pasted, and the five words are offered before anything is typed.
fn pasted() -> Result<(), String> {
    let home = tempfile::tempdir().expect("a folder");
    let mut sitter = Sitter::in_home(home.path(), edits::now());
    sitter.does("<Enter>");
    let (screen, _) = sitter.drawn();
    let words = list("words.txt");
    let offers = screen.lines().any(|line| {
        let line: Vec<_> = line.split_whitespace().collect();
        line.len() == 5
            && line
                .iter()
                .all(|word| words.iter().any(|known| known == word))
    });
    sitter.does("Oakfield<Enter>Mrs Ward<Enter>");
    for _ in 0..2 {
        sitter
            .app
            .input(caseload::keys::Input::Paste(RIGHT.to_owned()));
        sitter.does("<Enter>");
    }
    let (after, _) = sitter.drawn();
    match (offers, sitter.is_locked()) {
        (true, false) => Ok(()),
        _ => Err(format!("offered: {offers}\n{screen}\n{after}")),
    }
}

/// Wrong everything: what the screen says then.
fn lost(_: Size) -> Tally {
    let laptop = Laptop::new();
    let mut sitter = laptop.starts(edits::now());
    let mut tally = Tally::default();
    for number in 0..7 {
        if number < 5 {
            sitter.does("not the passphrase<Enter>");
        } else {
            // A code that comes out, of another file.
            sitter.does(&"<Backspace>".repeat(60));
            sitter.does("221947-489423-539836-579810-152020-654093-638660-706717<Enter>");
        }
        let screen = sitter
            .drawn()
            .0
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let is_true = screen.contains("Without either, nobody can read this file");
        let lowered = screen.to_lowercase();
        let suggests = ["erase", "delete", "begin anew", "start again", "make a new"];
        let suggests = suggests.iter().find(|word| lowered.contains(*word));
        tally.count(match (is_true, suggests) {
            (true, None) => Ok(()),
            _ => Err(format!("{suggests:?}: {screen}")),
        });
    }
    tally
}
