//! Promises 5, 6 and 7: what is being typed is not lost, however the program ends.
//!
//! The real program runs in a terminal with a note half typed. Its window is closed, it is told to end, or it is killed
//! where it stands; then the file is opened, which says how much of the note is there.

use std::ffi::OsStr;
use std::os::fd::OwnedFd;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::{Duration, Instant};

use caseload::store::recovery_code;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Pid, PidfdFlags, Signal, kill_process, pidfd_open};
use tempfile::TempDir;

use super::random::Random;
use super::terminal::{Terminal, home};
use super::{Promise, Size, Tally, edits, watched};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 5,
        words: "closing the window loses nothing typed",
        tries: closes,
    },
    Promise {
        number: 6,
        words: "a restart of the laptop loses nothing typed",
        tries: restarts,
    },
    Promise {
        number: 7,
        words: "a kill loses at most two seconds of typing",
        tries: kills,
    },
];

/// So long a program may take that is told to end.
const TO_END: Duration = Duration::from_secs(2);
/// What is killed may have lost the typing of so long.
const MAY_BE_LOST: Duration = Duration::from_secs(2);
/// Or so many characters, whenever they were typed.
const CHARACTERS_LOST: usize = 40;

/// What ends the program.
#[derive(Clone, Copy, Debug)]
enum End {
    Told(Signal),
    /// The window is closed.
    Closed,
    /// The window is closed, and nobody tells the program.
    ClosedUnheard,
}

const ENDS: [End; 5] = [
    End::Told(Signal::HUP),
    End::Told(Signal::TERM),
    End::Told(Signal::INT),
    End::Closed,
    End::ClosedUnheard,
];

fn closes(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut longest = Duration::ZERO;
    for end in ENDS {
        for run in 0..size.of(2, 20, 100) {
            tally.attempt(format!("{end:?}, run {run}"), || {
                let mut desk = Desk::with_a_note_begun(end);
                desk.pastes(1_450);
                desk.types_at_once(50);
                let program = desk.program;
                let took = desk.ends(TO_END, |terminal| match end {
                    End::Told(signal) => kill_process(program, signal).expect("a program"),
                    End::Closed | End::ClosedUnheard => {
                        terminal.hangs_up();
                    }
                });
                longest = longest.max(took.expect("the program ends within two seconds"));
                assert_eq!(desk.kept(), desk.typed.join(""), "the draft");
            });
        }
    }
    tally.remarking(format!("ended within {} ms", longest.as_millis()))
}

fn restarts(size: Size) -> Tally {
    const UNTIL_KILLED: Duration = Duration::from_millis(500);
    let mut tally = Tally::default();
    let mut random = Random::of(0x6E57);
    for run in 0..size.of(3, 40, 100) {
        let words = 1 + usize::try_from(random.below(300)).expect("a small number");
        tally.attempt(format!("run {run}, {words} words"), || {
            let mut desk = Desk::with_a_note_begun(End::Told(Signal::TERM));
            desk.types_at_once(words);
            let program = desk.program;
            let ended = desk.ends(UNTIL_KILLED, |_| {
                kill_process(program, Signal::TERM).expect("a program");
            });
            if ended.is_none() {
                kill_process(program, Signal::KILL).expect("a program");
                desk.terminal.ends();
            }
            assert_eq!(desk.kept(), desk.typed.join(""), "the draft");
        });
    }
    tally
}

fn kills(size: Size) -> Tally {
    let mut tally = Tally::default();
    let mut random = Random::of(0x7);
    let mut most_lost = 0;
    let mut longest = Duration::ZERO;
    for run in 0..size.of(4, 50, 200) {
        // Enough that typing goes on for longer than may be lost.
        let words = 200 + usize::try_from(random.below(500)).expect("a small number");
        tally.attempt(format!("run {run}, {words} words"), || {
            let mut desk = Desk::with_a_note_begun(End::Told(Signal::KILL));
            let seen = desk.types_word_by_word(words);
            desk.terminal.kills();
            let killed = Instant::now();
            longest = longest.max(killed.duration_since(seen[0]));
            let kept = desk.kept();
            let typed = desk.typed.join("");
            assert!(typed.starts_with(&kept), "the draft is {kept:?}");
            let lost = typed.len() - kept.len();
            most_lost = most_lost.max(lost);
            let must_be_there = seen
                .iter()
                .filter(|at| killed.duration_since(**at) > MAY_BE_LOST)
                .count();
            let there = kept.split_whitespace().count();
            assert!(
                lost <= CHARACTERS_LOST || there >= must_be_there,
                "{there} words are kept, {must_be_there} were there to see two seconds before"
            );
            if run == 0 {
                desk.is_offered_again(&kept);
            }
        });
    }
    if longest <= MAY_BE_LOST {
        let short = format!("nobody typed longer than {} ms", longest.as_millis());
        tally.broken.push(short);
    }
    tally.remarking(format!(
        "typed for up to {} ms, at most {most_lost} characters lost",
        longest.as_millis()
    ))
}

/// The program with a note begun in it.
struct Desk {
    home: Rc<TempDir>,
    path: PathBuf,
    terminal: Terminal,
    program: Pid,
    /// The words of the note, each with its space.
    typed: Vec<String>,
}

impl Desk {
    fn with_a_note_begun(end: End) -> Self {
        let home = home();
        let path = home.path().join("typed.senco");
        let mut store = edits::make(&path).expect("a new file");
        (0..2).for_each(|n| edits::save(&mut store, n).expect("an edit that saves"));
        drop(store);
        let mut terminal = started(&home, &path, end);
        unlocks(&mut terminal);
        terminal
            .types("0<Ctrl+N>Tyler 3B<Tab><Tab>")
            .sees("Jot down");
        let program = match end {
            End::ClosedUnheard => watched::child_of(terminal.process()),
            _ => terminal.process(),
        };
        Self {
            home,
            path,
            terminal,
            program,
            typed: Vec::new(),
        }
    }

    fn next_word(&mut self) -> String {
        let word = format!("w{:04} ", self.typed.len());
        self.typed.push(word.clone());
        word
    }

    /// Pastes so many words.
    fn pastes(&mut self, words: usize) {
        let text: String = (0..words).map(|_| self.next_word()).collect();
        self.terminal.pastes(&text);
    }

    /// Types so many words, and waits until the last is on the screen.
    fn types_at_once(&mut self, words: usize) {
        let text: String = (0..words).map(|_| self.next_word()).collect();
        let last = text.trim_end().rsplit(' ').next().unwrap_or_default();
        self.terminal.types(&text).sees(last);
    }

    /// Types so many words, each when the one before is on the screen; gives when each was there to see.
    fn types_word_by_word(&mut self, words: usize) -> Vec<Instant> {
        (0..words)
            .map(|_| {
                let word = self.next_word();
                self.terminal.types(&word).sees(word.trim_end());
                Instant::now()
            })
            .collect()
    }

    /// Does what ends the program, and gives how long it took to end; none when it took longer.
    fn ends(&mut self, within: Duration, end: impl FnOnce(&mut Terminal)) -> Option<Duration> {
        let program: OwnedFd = pidfd_open(self.program, PidfdFlags::empty()).expect("a program");
        let from = Instant::now();
        end(&mut self.terminal);
        let limit = Timespec::try_from(within).expect("a short time");
        let ended = poll(&mut [PollFd::new(&program, PollFlags::IN)], Some(&limit));
        (ended.expect("waiting") == 1).then(|| from.elapsed())
    }

    /// The text of the note as the file has it; the file is free again.
    fn kept(&self) -> String {
        let store = edits::open(&self.path).expect("a file that is free and good");
        let drafts = store.drafts().expect("drafts that read");
        let [draft] = drafts.as_slice() else {
            return String::new();
        };
        let text = draft.fields.get(&draft.focus).cloned().unwrap_or_default();
        assert_eq!(draft.caret, text.chars().count(), "where the cursor was");
        text
    }

    /// Whether the next start offers the note where it was, and leaves what is saved alone.
    fn is_offered_again(&self, kept: &str) {
        let saved = || edits::all(&edits::open(&self.path).expect("a file that opens"));
        let before = saved();
        let mut again = started(&self.home, &self.path, End::Closed);
        unlocks(&mut again);
        let last = kept.split_whitespace().next_back().unwrap_or_default();
        again.types("0").sees(last).types("<Ctrl+Q>");
        assert!(again.ends().success());
        assert!(
            saved() == before,
            "opening the draft changed what was saved"
        );
        assert_eq!(self.kept(), kept, "the draft");
    }
}

fn started(home: &Rc<TempDir>, path: &Path, end: End) -> Terminal {
    let path = path.display().to_string();
    let program = env!("CARGO_BIN_EXE_caseload");
    let arguments = ["--wait", program, "--file", &path];
    match end {
        // In a session of its own, the terminal is nothing to it but a file.
        End::ClosedUnheard => {
            Terminal::run(Rc::clone(home), OsStr::new("setsid"), &arguments, 24, 80)
        }
        _ => Terminal::start_in(Rc::clone(home), &arguments[2..], 24, 80),
    }
}

fn unlocks(terminal: &mut Terminal) {
    // The recovery code is the seed, so that nothing is derived from it.
    let code = recovery_code::write(&edits::seed());
    terminal
        .sees("Passphrase")
        .types(&format!("{}<Enter>", &*code))
        .sees("pupils in this caseload");
}
