//! What may be in the bytes that the program writes to a terminal.

use unicode_normalization::char::is_combining_mark;

/// The sequences of a screen: colours and the like, the cursor, clearing all.
const DRAWING: [char; 3] = ['m', 'H', 'J'];
/// The modes that the program switches on and off: its own screen, the cursor, pastes, focus, clicks and how they are told.
const MODES: [&str; 9] = [
    "25", "1000", "1002", "1003", "1004", "1006", "1015", "1049", "2004",
];
/// The two titles: ours, and that of the terminal itself.
const TITLES: [&str; 2] = ["\u{1b}]0;Caseload\u{7}", "\u{1b}]0;\u{7}"];
/// So many marks may stand on a letter.
const MARKS: usize = 8;

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writes {
    /// Screens.
    Screens,
    /// Lines of text, in a terminal that makes a line break of two characters, or into a file.
    Lines,
}

/// Nothing is in these bytes but text, and what the program itself has a terminal do.
///
/// # Errors
/// With the first thing that is, and what stands around it.
pub fn check(bytes: &[u8], writes: Writes) -> Result<(), String> {
    let text = std::str::from_utf8(bytes).map_err(|error| format!("no UTF-8: {error}"))?;
    let mut before = ' ';
    let mut marks = 0;
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let own = match writes {
            Writes::Screens => sequence(rest),
            Writes::Lines => ["\r\n", "\n"]
                .into_iter()
                .find(|end| rest.starts_with(*end))
                .map(str::len),
        };
        if let Some(length) = own {
            rest = &rest[length..];
            (before, marks) = (' ', 0);
            continue;
        }
        marks = if is_combining_mark(letter) {
            marks + 1
        } else {
            0
        };
        let wrong = what_is_wrong(letter, before).or((marks > MARKS).then_some("a heap of marks"));
        if let Some(what) = wrong {
            let at = text.len() - rest.len();
            let from = text.floor_char_boundary(at.saturating_sub(30));
            let to = text.floor_char_boundary((at + 30).min(text.len()));
            return Err(format!("{what} at byte {at}: {:?}", &text[from..to]));
        }
        before = letter;
        rest = &rest[letter.len_utf8()..];
    }
    Ok(())
}

fn what_is_wrong(letter: char, before: char) -> Option<&'static str> {
    match letter {
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Some("a control character"),
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            Some("a turn of direction")
        }
        '\u{200c}' | '\u{200d}' if before < '\u{620}' => Some("a joiner where nothing is joined"),
        '\u{ad}'
        | '\u{34f}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206a}'..='\u{206f}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fe00}'..='\u{fe0f}' => Some("a hidden character"),
        '\u{e0000}'..='\u{e0fff}' => Some("a tag"),
        _ => None,
    }
}

/// The length of a sequence of the program's own that these bytes begin with.
fn sequence(text: &str) -> Option<usize> {
    if let Some(title) = TITLES.iter().find(|title| text.starts_with(**title)) {
        return Some(title.len());
    }
    let inside = text.strip_prefix("\u{1b}[")?;
    let end = inside.find(|letter: char| !matches!(letter, '0'..='9' | ';' | '?'))?;
    let (words, last) = (&inside[..end], inside[end..].chars().next()?);
    let is_ours = match words.strip_prefix('?') {
        Some(modes) => {
            matches!(last, 'h' | 'l') && modes.split(';').all(|mode| MODES.contains(&mode))
        }
        None => DRAWING.contains(&last) && (last != 'J' || words == "2"),
    };
    is_ours.then_some(2 + end + last.len_utf8())
}
