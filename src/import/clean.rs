//! Cells of a file, cleaned for keeping: whatever is in them is text and nothing else.

use unicode_normalization::UnicodeNormalization;

/// The longest text that is kept of one cell, in characters.
pub(super) const LONGEST: usize = 20_000;

/// A cell as prose: line breaks stay; control and direction characters go, runs of spaces become one.
pub(super) fn prose(cell: &str) -> String {
    let lines = unwrapped(cell)
        .split(['\n', '\r'])
        .map(one_line)
        .filter(|line| !line.is_empty());
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(&line);
    }
    text
}

/// A cell as one line.
pub(super) fn line(cell: &str) -> String {
    one_line(unwrapped(cell))
}

fn one_line(words: &str) -> String {
    if words.is_ascii() {
        one_ascii_line(words)
    } else {
        one_line_of_any(words)
    }
}

/// As [`one_line_of_any`], of letters that are neither composed nor hidden: most cells, and many times as fast.
fn one_ascii_line(words: &str) -> String {
    let mut line = String::with_capacity(words.len().min(LONGEST));
    for letter in words.chars().take(LONGEST) {
        if !letter.is_whitespace() && !letter.is_control() {
            line.push(letter);
        } else if !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
    }
    line.truncate(line.trim_end().len());
    line
}

fn one_line_of_any(words: &str) -> String {
    let mut line = String::with_capacity(words.len().min(LONGEST));
    let mut before = ' ';
    for letter in composed(words)
        .filter(|&letter| !is_hidden(letter))
        .take(LONGEST)
    {
        let letter = if letter.is_whitespace() || letter.is_control() {
            ' '
        } else {
            letter
        };
        if letter == ' ' && before == ' ' || is_joiner(letter) && before.is_ascii() {
            continue;
        }
        line.push(letter);
        before = letter;
    }
    line.truncate(line.trim_end().len());
    line
}

/// Letters with their marks as one letter, where there is one. Families' own forms of ideographs stay: composing would put
/// the common form in their place, and spell the name otherwise.
fn composed(words: &str) -> impl Iterator<Item = char> {
    let is_own_form =
        |letter: char| matches!(letter, '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}');
    words.split_inclusive(is_own_form).flat_map(move |part| {
        let rest = part.strip_suffix(is_own_form).unwrap_or(part);
        rest.nfc().chain(part[rest.len()..].chars())
    })
}

/// Whether a spreadsheet would calculate the text, so that an export sets an apostrophe before it. A promise keeps this and the
/// export the same.
fn is_armed(text: &str) -> bool {
    const STARTS: [char; 12] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    text.trim_start_matches(['"', ' ', '\''])
        .starts_with(STARTS)
}

/// The text inside `="004512"`, as spreadsheets keep noughts; and without the apostrophe that disarms a formula.
fn unwrapped(cell: &str) -> &str {
    let cell = cell.trim();
    let inside = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    match (inside, cell.strip_prefix('\'')) {
        (Some(inside), _) => inside,
        (None, Some(rest)) if is_armed(rest) => rest,
        (None, _) => cell,
    }
}

/// Characters that turn text round or hide in it.
fn is_hidden(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Joiners have a use in scripts like Farsi and Hindi, never after an ASCII letter.
fn is_joiner(letter: char) -> bool {
    matches!(letter, '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn spaces_and_unicode_forms_become_one() {
        assert_eq!(line("  Ng,\u{a0}\t Li  Wei \r\n"), "Ng, Li Wei");
        assert_eq!(line("Zoe\u{308}"), "Zoë");
        assert_eq!(line("\u{fa19}谷 e\u{301}"), "\u{fa19}谷 é");
        assert_eq!(line("Date\nof Birth"), "Date of Birth");
        assert_eq!(
            prose("Batteries in cupboard.\r\n\r\n  Mum prefers text. "),
            "Batteries in cupboard.\nMum prefers text."
        );
    }

    #[test]
    fn hostile_characters_go_and_scripts_keep_theirs() {
        assert_eq!(line("A\u{202e}va\u{200b}\u{feff}\u{7}"), "Ava");
        assert_eq!(line("A\u{1b}[31mva"), "A [31mva");
        assert_eq!(line("م\u{200c}ی"), "م\u{200c}ی");
        assert_eq!(line("a\u{200d}b"), "ab");
        assert_eq!(line("O’Dwyer"), "O’Dwyer");
    }

    #[test]
    fn spreadsheet_tricks_are_text() {
        assert_eq!(line("=\"004512\""), "004512");
        assert_eq!(line("'=SUM(A1)"), "=SUM(A1)");
        assert_eq!(line("=SUM(A1)"), "=SUM(A1)");
        assert_eq!(line("'Abd al-Rahman"), "'Abd al-Rahman");
    }

    proptest! {
        #[test]
        fn what_is_fast_is_the_same(words in "[\\x00-\\x7f]{0,40}") {
            prop_assert_eq!(one_ascii_line(&words), one_line_of_any(&words));
        }
    }

    #[test]
    fn a_megabyte_in_a_cell_is_cut() {
        assert_eq!(line(&"x".repeat(1 << 20)).len(), LONGEST);
    }
}
