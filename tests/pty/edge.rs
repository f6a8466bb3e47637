//! The edge to the terminal by itself: a small program that shows what it was fed.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::rc::Rc;
use std::thread;

use caseload::app::terminal::Terminal as Edge;
use caseload::keys::{Input, Key, Mouse};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;
use rustix::process::Signal;
use tempfile::TempDir;

use crate::terminal::{Terminal, home};

/// Set where the small program is meant to run.
const WANTED: &str = "caseload-edge";

/// The small program: it shows its size and the end of what it was fed. Ctrl+Q ends it, Ctrl+P is a fault in it, `@` gets
/// it stuck, and when it is told to end it keeps what it was fed for the next time.
#[test]
#[ignore = "the other tests run it inside a terminal"]
fn small_program() {
    let Some(home) =
        std::env::var_os("HOME").filter(|_| std::env::args().any(|argument| argument == WANTED))
    else {
        return;
    };
    let kept = Path::new(&home).join("kept");
    let mut edge = Edge::start(true).expect("a terminal");
    let mut fed = fs::read_to_string(&kept).unwrap_or_default();
    let mut waits = 0;
    loop {
        let area = edge.area();
        let mut cells = Buffer::empty(area);
        let heading = format!(
            "{}x{}, {waits} waits, {} fed",
            area.width,
            area.height,
            fed.chars().count()
        );
        cells.set_string(0, 0, heading, Style::new());
        let tail: String = fed
            .chars()
            .skip(
                fed.chars()
                    .count()
                    .saturating_sub(usize::from(area.width) - 1),
            )
            .collect();
        let (column, row) = cells.set_stringn(0, 1, tail, usize::MAX, Style::new());
        edge.draw(cells, Position::new(column, row))
            .expect("a terminal to write to");
        while fed.ends_with('@') {
            thread::park();
        }
        let inputs = edge.wait(None).expect("a terminal to read");
        if edge.is_ending() {
            fs::write(&kept, fed).expect("a place to keep it");
            return;
        }
        waits += 1;
        for input in inputs {
            match input {
                Input::Key(key) if key == Key::ctrl('q') => return,
                Input::Key(key) if key == Key::ctrl('p') => panic!("a fault with data: {fed}"),
                Input::Key(key) => match key.typed() {
                    Some(character) => fed.push(character),
                    None => fed.push_str(&format!("<{key}>")),
                },
                Input::Paste(text) => fed.push_str(&format!("[{text}]")),
                Input::Mouse(Mouse { kind, column, row }) => {
                    fed.push_str(&format!("{kind:?} {column},{row}"))
                }
                Input::Focus(on) => fed.push_str(&format!("focus {on}")),
                Input::Resize(..) => {}
            }
        }
    }
}

fn start() -> Terminal {
    start_in(home())
}

fn start_in(home: Rc<TempDir>) -> Terminal {
    let itself = std::env::current_exe().expect("a path");
    let arguments = [
        "edge::small_program",
        "--exact",
        "--ignored",
        "--nocapture",
        "--test-threads=1",
        "--skip",
        WANTED,
    ];
    let mut terminal = Terminal::run(home, itself.as_os_str(), &arguments, 10, 40);
    terminal.sees("40x10, 0 waits");
    terminal
}

/// Whether the shell finds its terminal as it left it.
fn is_given_back(terminal: &Terminal) -> bool {
    let state = terminal.state();
    !state.alternate_screen()
        && !state.bracketed_paste()
        && !state.hide_cursor()
        && state.mouse_protocol_mode() == vt100::MouseProtocolMode::None
}

#[test]
fn the_terminal_is_taken_over_and_given_back() {
    let mut terminal = start();
    assert!(terminal.state().alternate_screen() && terminal.state().bracketed_paste());
    assert!(String::from_utf8_lossy(&terminal.bytes()).contains("\x1b]0;Caseload\x07"));
    terminal
        .types("Zoë")
        .sees("3 fed")
        .types("<Up><F5><Shift+Tab><Ctrl+Left>")
        .sees("Zoë<Up><F5><Shift+Tab><Ctrl+Left>");
    terminal.types("<Ctrl+Q>");
    assert!(terminal.ends().success());
    assert!(is_given_back(&terminal));
}

#[test]
fn a_line_that_was_left_raw_is_given_back_as_shells_have_it() {
    let mut raw = Terminal::run(home(), "stty".as_ref(), &["raw", "-echo"], 10, 40);
    raw.ends();
    let left = raw.line();
    let mut fresh = Terminal::run(home(), "true".as_ref(), &[], 10, 40);
    fresh.ends();
    let itself = std::env::current_exe().expect("a path");
    let script = format!(
        "stty raw -echo; exec {} edge::small_program --exact --ignored --nocapture --test-threads=1 --skip {WANTED}",
        itself.display()
    );
    let mut terminal = Terminal::run(home(), "sh".as_ref(), &["-c", &script], 10, 40);
    terminal.sees("40x10, 0 waits").types("<Ctrl+Q>");
    assert!(terminal.ends().success());
    assert_ne!(terminal.line(), left);
    assert_eq!(terminal.line(), fresh.line());
}

#[test]
fn the_cursor_stands_where_it_was_put() {
    let mut terminal = start();
    terminal.types("abc").sees("abc");
    assert_eq!(terminal.state().cursor_position(), (1, 3));
}

#[test]
fn each_key_is_waited_for_and_wakes_once() {
    let mut terminal = start();
    terminal
        .types("a")
        .sees("1 waits")
        .types("b")
        .sees("2 waits")
        .types("c")
        .sees("3 waits, 3 fed");
}

#[test]
fn a_burst_of_keys_arrives_whole() {
    let mut terminal = start();
    terminal.types(&"Khan, Aisha ".repeat(250)).sees("3000 fed");
}

#[test]
fn esc_hides_no_key_behind_it() {
    let mut terminal = start();
    terminal
        .types("a<Esc>b<Esc><Esc><Up>c")
        .sees("a<Esc>b<Esc><Esc><Up>c");
    // As a terminal itself sends it, when both keys waited.
    terminal.send(b"\x1bn").sees("c<Esc>n");
}

#[test]
fn a_paste_arrives_as_one() {
    let mut terminal = start();
    terminal
        .pastes("Khan\nByrne")
        .sees("[Khan")
        .types("x")
        .sees("13 fed");
}

#[test]
fn clicks_wheel_and_focus_are_told() {
    let mut terminal = start();
    terminal.send(b"\x1b[<0;4;5M\x1b[<0;4;5m").sees("Click 3,4");
    terminal.send(b"\x1b[<64;1;1M").sees("ScrollUp 0,0");
    terminal.send(b"\x1b[O").sees("focus false");
}

#[test]
fn a_change_of_size_is_drawn() {
    let mut terminal = start();
    terminal
        .types("abc")
        .sees("abc")
        .resizes(12, 60)
        .sees("60x12")
        .sees("abc");
    terminal.resizes(5, 30).sees("30x5");
}

#[test]
fn told_to_end_it_keeps_what_it_has() {
    for signal in [Signal::TERM, Signal::INT, Signal::HUP] {
        let mut terminal = start();
        terminal
            .types("half a sen")
            .sees("half a sen")
            .signals(signal);
        assert!(terminal.ends().success());
        assert!(is_given_back(&terminal));
        start_in(terminal.home()).sees("half a sen");
    }
}

#[test]
fn a_closed_window_loses_nothing() {
    let mut terminal = start();
    terminal.types("half a sen").sees("half a sen").hangs_up();
    // The test harness inside is unhappy that it can print no result; the program ended by itself all the same.
    assert_ne!(terminal.ends().code(), Some(128 + Signal::HUP.as_raw()));
    start_in(terminal.home()).sees("half a sen");
}

#[test]
fn killed_it_keeps_nothing_here() {
    let mut terminal = start();
    terminal.types("abc").sees("3 fed").sees_no_more("0 fed");
    assert_eq!(terminal.kills().signal(), Some(Signal::KILL.as_raw()));
    start_in(terminal.home()).sees("0 fed");
}

#[test]
fn stuck_it_is_ended_and_the_terminal_given_back() {
    let mut terminal = start();
    terminal.types("@").sees("1 fed").signals(Signal::TERM);
    assert_eq!(terminal.ends().code(), Some(128 + Signal::TERM.as_raw()));
    assert!(is_given_back(&terminal));
}

#[test]
fn a_fault_gives_the_terminal_back_and_shows_no_data() {
    let mut terminal = start();
    terminal.types("Aisha").sees("Aisha").types("<Ctrl+P>");
    assert!(!terminal.ends().success());
    assert!(is_given_back(&terminal));
    let bytes = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    let (_, after) = bytes
        .rsplit_once("\x1b[?1049l")
        .expect("the program's screen was left");
    assert!(
        after.contains("Caseload stopped because of a fault in the program (at "),
        "{after}"
    );
    assert!(!after.contains("Aisha"), "{after}");
}
