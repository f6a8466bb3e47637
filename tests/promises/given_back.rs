//! Promises 50, 51 and 52: nothing stays behind in the terminal, it is usable after any end, and its title tells nothing.
//!
//! The real program opens a caseload in a terminal and shows a name; then it ends, in one of many ways. All that it wrote is
//! played into a terminal that remembers a thousand lines.

use std::num::NonZeroU16;
use std::path::Path;
use std::sync::OnceLock;

use caseload::app::terminal::Terminal as Edge;
use caseload::domain::{Edit, Id, Pupil, School};
use caseload::store::recovery_code;
use chrono::DateTime;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use rustix::process::Signal;

use super::terminal::{Terminal, home};
use super::{Promise, Size, Tally, edits};

/// What is tried here.
pub const PROMISES: &[Promise] = &[
    Promise {
        number: 50,
        words: "nothing stays behind in the terminal",
        tries: |size| each(size, |run| run.left_nothing()),
    },
    Promise {
        number: 51,
        words: "the terminal is usable after any end",
        tries: |size| each(size, |run| run.is_usable()),
    },
    Promise {
        number: 52,
        words: "titles and bells tell nothing",
        tries: |size| each(size, |run| run.tells_nothing()),
    },
];

/// A name that is on the screen when the program ends.
pub const MARKER: &str = "Qxjwzkvyh";
const ROWS: u16 = 24;
const COLUMNS: u16 = 80;

/// A way to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Quit,
    LockAndQuit,
    Told(Signal),
    Fault,
    Killed,
}

const ENDS: [End; 7] = [
    End::Quit,
    End::LockAndQuit,
    End::Told(Signal::TERM),
    End::Told(Signal::HUP),
    End::Told(Signal::INT),
    End::Fault,
    End::Killed,
];

/// What a run of the program left.
struct Run {
    end: End,
    bytes: Vec<u8>,
    line: String,
    line_before: String,
}

fn each(size: Size, tries: impl Fn(&Run) -> Result<(), String>) -> Tally {
    static RUNS: OnceLock<Vec<Run>> = OnceLock::new();
    let runs = RUNS.get_or_init(|| {
        let times = size.of(1, 5, 20);
        let ends = (0..times).flat_map(|_| ENDS);
        ends.map(Run::of).collect()
    });
    let mut tally = Tally::default();
    for run in runs {
        tally.count(tries(run).map_err(|wrong| format!("{:?}: {wrong}", run.end)));
    }
    tally
}

impl Run {
    fn of(end: End) -> Self {
        let home = home();
        let path = home.path().join("marked.senco");
        make(&path);
        let mut untouched = Terminal::run(home.clone(), "true".as_ref(), &[], ROWS, COLUMNS);
        untouched.ends();
        let mut terminal = if end == End::Fault {
            let itself = std::env::current_exe()
                .expect("a path")
                .display()
                .to_string();
            let arguments = [
                "CASELOAD_TEST_WORK=fault",
                "CASELOAD_TEST_FILE=none",
                &itself,
            ];
            Terminal::run(home, "env".as_ref(), &arguments, ROWS, COLUMNS)
        } else {
            let path = path.display().to_string();
            Terminal::start_in(home, &["--file", &path], ROWS, COLUMNS)
        };
        if end != End::Fault {
            let code = recovery_code::write(&edits::seed()).to_string();
            terminal
                .sees("Passphrase")
                .types(&format!("{code}<Enter>"))
                .sees("in this caseload")
                .types("1");
        }
        terminal.sees(MARKER);
        match end {
            End::Quit => drop(terminal.types("<Ctrl+Q>")),
            End::LockAndQuit => {
                terminal
                    .types("<Ctrl+K>")
                    .sees("Unlock")
                    .sees_no_more(MARKER);
                terminal.types("<Ctrl+Q>");
            }
            End::Told(signal) => drop(terminal.signals(signal)),
            End::Fault => drop(terminal.types("x")),
            End::Killed => {
                terminal.kills();
            }
        }
        if end != End::Killed {
            terminal.ends();
        }
        Self {
            end,
            bytes: terminal.bytes(),
            line: terminal.line(),
            line_before: untouched.line(),
        }
    }

    /// All of it, played into a terminal that remembers what scrolled away.
    fn played(&self) -> vt100::Parser {
        let cells = |length| NonZeroU16::new(length).expect("at least one cell");
        let mut parser = vt100::Parser::new(cells(ROWS), cells(COLUMNS), 1_000);
        parser.process(&self.bytes);
        if self.end == End::Killed {
            // As the next program leaves it, or whoever resets the terminal: what lies beneath comes to light.
            parser.process(b"\x1b[?1049l");
        }
        parser
    }

    fn left_nothing(&self) -> Result<(), String> {
        let mut parser = self.played();
        let screen = parser.screen_mut();
        // As far back as it goes, a window at a time.
        for back in (0..=1_000).step_by(usize::from(ROWS)) {
            screen.set_scrollback(back);
            if screen.contents().contains(MARKER) {
                return Err(format!("{MARKER} {back} lines back"));
            }
        }
        Ok(())
    }

    fn is_usable(&self) -> Result<(), String> {
        if self.end == End::Killed {
            // Nothing can be given back by a program that is killed outright; the next start does it, which the pty tests try.
            return Ok(());
        }
        let parser = self.played();
        let state = parser.screen();
        let is_given_back = !state.alternate_screen()
            && !state.bracketed_paste()
            && !state.hide_cursor()
            && !state.application_cursor()
            && state.mouse_protocol_mode() == vt100::MouseProtocolMode::None;
        if self.line != self.line_before {
            return Err(format!("{} was {}", self.line, self.line_before));
        }
        if is_given_back {
            Ok(())
        } else {
            Err("a mode of the terminal stayed on".to_owned())
        }
    }

    fn tells_nothing(&self) -> Result<(), String> {
        let text = String::from_utf8_lossy(&self.bytes);
        let mut rest: &str = &text;
        let mut titles = 0;
        while let Some((before, after)) = rest.split_once("\x1b]") {
            no_bell(before)?;
            let end = after
                .find(['\x07', '\x1b'])
                .ok_or("a title without an end")?;
            let title = &after[..end];
            if !["0;Caseload", "0;"].contains(&title) {
                return Err(format!("it told the terminal {title:?}"));
            }
            titles += 1;
            rest = &after[end + 1..];
        }
        no_bell(rest)?;
        if titles == 0 {
            return Err("it set no title at all".to_owned());
        }
        Ok(())
    }
}

fn no_bell(bytes: &str) -> Result<(), String> {
    // Other strings to the terminal: DCS, APC, PM, SOS.
    let told = ["\x07", "\x1bP", "\x1b_", "\x1b^", "\x1bX"];
    match told.iter().find(|told| bytes.contains(**told)) {
        Some(told) => Err(format!("it sent {told:?}")),
        None => Ok(()),
    }
}

/// A caseload with one pupil, by whose name it is known.
pub fn make(path: &Path) {
    let mut store = edits::make(path).expect("a new file");
    let school = School {
        id: Id::new(1),
        name: "Oakfield".to_owned(),
        authority: String::new(),
        leaving_years: Vec::new(),
        terms: Vec::new(),
        closures: Vec::new(),
    };
    let pupil = Pupil {
        forename: "Ada".to_owned(),
        surname: MARKER.to_owned(),
        ..Pupil::new(Id::new(100), Id::new(1))
    };
    store
        .apply(
            &Edit::new("Begun").put(school).put(pupil),
            None,
            DateTime::UNIX_EPOCH,
        )
        .expect("an edit that fits");
}

/// A small program at the edge to the terminal, in which the first key is a fault.
pub fn has_a_fault(_: &Path) {
    let mut edge = Edge::start(true).expect("a terminal");
    let mut cells = Buffer::empty(edge.area());
    cells.set_string(0, 0, MARKER, Style::new());
    edge.draw(cells, Position::new(0, 0))
        .expect("a terminal to write to");
    let inputs = edge.wait(None).expect("a terminal to read");
    panic!("a fault with data: {MARKER} {inputs:?}");
}
