//! Keys as the bytes an xterm sends.

use caseload::keys::{Code, Key};

/// The bytes a terminal sends when these keys are pressed.
pub fn bytes(keys: &[Key]) -> Vec<u8> {
    keys.iter()
        .flat_map(|key| sequence(*key).into_bytes())
        .collect()
}

fn sequence(key: Key) -> String {
    // xterm counts Shift as 1 and Ctrl as 4, from 1.
    let held = 1 + u8::from(key.shift) + 4 * u8::from(key.ctrl);
    let cursor = |last: char| match held {
        1 => format!("\x1b[{last}"),
        _ => format!("\x1b[1;{held}{last}"),
    };
    let numbered = |number: u8| match held {
        1 => format!("\x1b[{number}~"),
        _ => format!("\x1b[{number};{held}~"),
    };
    match key.code {
        Code::Char(letter) if key.ctrl => char::from(letter as u8 & 0x1f).to_string(),
        Code::Char(character) => character.to_string(),
        Code::Enter => "\r".to_owned(),
        // The plain byte would hide the key after it, when both are read at once; people are slower than that.
        Code::Esc => "\x1b[27u".to_owned(),
        Code::Tab => "\t".to_owned(),
        Code::BackTab => "\x1b[Z".to_owned(),
        Code::Backspace => "\x7f".to_owned(),
        Code::Insert => numbered(2),
        Code::Delete => numbered(3),
        Code::PageUp => numbered(5),
        Code::PageDown => numbered(6),
        Code::Up => cursor('A'),
        Code::Down => cursor('B'),
        Code::Right => cursor('C'),
        Code::Left => cursor('D'),
        Code::End => cursor('F'),
        Code::Home => cursor('H'),
        Code::F(number @ 1..=4) if held == 1 => format!("\x1bO{}", char::from(b'O' + number)),
        Code::F(number @ 1..=5) => numbered(10 + number),
        Code::F(number @ 6..=10) => numbered(11 + number),
        Code::F(number) => numbered(12 + number),
    }
}
