//! Who may write, read from the source; and that what is not sanitized is noticed.

use std::fs;
use std::path::{Path, PathBuf};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::eye::Eye;
use super::stream::{self, Writes};
use super::texts;
use super::texts::GLUED;
use crate::{Size, Tally};

/// What puts letters before the terminal, each with the files that may: they pass the sanitizer, or write what is only ours.
const WRITERS: [(&str, &[&str]); 9] = [
    ("set_symbol(", &["sanitize.rs"]),
    ("set_char(", &[]),
    // The rows of a list go to another process of this program, and never to a terminal.
    (
        "stdout()",
        &["app/terminal.rs", "cli/out.rs", "cli/read_rows.rs"],
    ),
    // How far a reading is, in a number.
    (
        "stderr()",
        &["app/terminal/fault.rs", "cli.rs", "cli/progress.rs"],
    ),
    ("print!(", &[]),
    ("println!(", &[]),
    ("/dev/tty", &["os/signals/unix.rs"]),
    ("CrosstermBackend", &["app/terminal/screen.rs"]),
    ("SetTitle(", &["app/terminal.rs"]),
];
/// What clippy refuses everywhere else.
const BANNED: [&str; 4] = [
    "ratatui::buffer::Cell::set_symbol",
    "ratatui::buffer::Cell::set_char",
    "std::io::stdout",
    "std::io::stderr",
];

pub fn tries(_: Size) -> Tally {
    let mut tally = Tally::default();
    let files = source();
    if files.len() < 300 {
        tally.broken.push("the source was not found".to_owned());
    }
    for (path, text) in &files {
        tally.count(match written_in(path, text) {
            Some(call) => Err(format!("{path} calls {call}")),
            None => Ok(()),
        });
    }
    // Each is found where it must not be, and is there where it may be.
    for (call, may) in WRITERS {
        let found = written_in("ui/pane.rs", &format!("let _ = {call}x);"));
        tally.count(
            (found == Some(call))
                .then_some(())
                .ok_or(format!("{call} is not found")),
        );
        for path in may {
            let there = files
                .iter()
                .any(|(of, text)| of == path && text.contains(call));
            tally.count(
                there
                    .then_some(())
                    .ok_or(format!("{path} no longer calls {call}")),
            );
        }
    }
    let lints = fs::read_to_string(top().join("clippy.toml")).expect("the lints");
    for banned in BANNED {
        let is_banned = lints.contains(&format!("path = \"{banned}\""));
        tally.count(
            is_banned
                .then_some(())
                .ok_or(format!("clippy lets everybody call {banned}")),
        );
    }
    tally
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of the program, from `src` on, without its tests and its comments.
fn source() -> Vec<(String, String)> {
    let top = top().join("src");
    let mut files = Vec::new();
    let mut folders = vec![top.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the source").flatten() {
            let path = entry.path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("tests.rs") {
                files.push(code_of(&top, &path));
            }
        }
    }
    files
}

fn code_of(top: &Path, path: &Path) -> (String, String) {
    let below = path.strip_prefix(top).expect("below the source");
    let text = fs::read_to_string(path).expect("a text");
    let code = text
        .split("#[cfg(test)]\nmod tests")
        .next()
        .unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    (
        below.to_string_lossy().into_owned(),
        lines.collect::<Vec<_>>().join("\n"),
    )
}

fn written_in(path: &str, text: &str) -> Option<&'static str> {
    let found = WRITERS.iter().find(|(call, may)| {
        let is_called = match *call {
            // The end of another's name as well.
            "print!(" => text.contains("print!(") || text.contains("eprint!("),
            call => text.contains(call),
        };
        is_called && !may.contains(&path)
    });
    found.map(|(call, _)| *call)
}

/// The same looks at the same texts, written as they are.
pub fn unsanitized(_: Size) -> Tally {
    let mut tally = Tally::default();
    for number in 0..texts().count() {
        let text = texts().of(number);
        let is_plain = text
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == ' ');
        // Wide letters are a matter of their place alone.
        let is_glued = GLUED.iter().any(|glued| text.contains(glued));
        if is_plain || is_glued || text.contains('\n') {
            continue;
        }
        for writes in [Writes::Screens, Writes::Lines] {
            let noticed = stream::check(text.as_bytes(), writes).is_err();
            // Where it is a screen, the program moves the cursor and clears by the very same bytes.
            let is_ours = writes == Writes::Screens && OURS.iter().any(|ours| text.contains(ours));
            tally.count(
                (noticed || is_ours)
                    .then_some(())
                    .ok_or(format!("{text:.80?} is not noticed, as {writes:?}")),
            );
        }
    }
    tally.count(a_letter_in_the_wrong_place());
    tally
}

/// Sequences that the program writes itself: only the place of what is drawn tells them from its own.
const OURS: [&str; 4] = ["\u{1b}[2J\u{1b}[H", "\u{1b}[31;5m", "\u{1b}[?", "\u{1b}[5m"];

/// A screen on which a letter stands elsewhere than was meant is noticed.
fn a_letter_in_the_wrong_place() -> Result<(), String> {
    let area = Rect::new(0, 0, 20, 2);
    let mut cells = Buffer::empty(area);
    cells.set_string(0, 0, "Khan, Aisha", Style::new());
    let mut eye = Eye::of((20, 2));
    eye.sees(&cells, Position::ORIGIN)?;
    eye.moves_a_letter();
    cells.set_string(0, 1, "Nowak", Style::new());
    match eye.sees(&cells, Position::ORIGIN) {
        Ok(()) => Err("a letter that moved is not noticed".to_owned()),
        Err(_) => Ok(()),
    }
}
