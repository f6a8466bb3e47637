//! The one sanitizer: text from anywhere but our source passes it on its way to the terminal.
//!
//! It is called on the [`Buffer`] before each flush, and on what the plain commands write. What is stored is never altered
//! by it.
//!
//! The joiners ZWNJ and ZWJ are a matter of spelling in Persian, Urdu and the Indic scripts, so there they are kept: shown
//! after a letter of such a script, and dropped after any other, where nothing but a trick needs them.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth};
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// So many marks may stand on one letter. Real writing stacks three or four; a heap of sixty runs over its neighbours.
const MARKS: usize = 8;

/// The text without what a terminal would obey or hide: control characters, direction overrides, invisible characters,
/// tags, and heaps of combining marks. Line breaks and tabs become spaces.
///
/// Names survive: the joiners that Persian, Urdu and the Indic scripts are spelt with stay where those scripts use them.
pub fn clean(text: &str) -> Cow<'_, str> {
    let mut sieve = Sieve::default();
    let mut characters = text.char_indices();
    let Some((at, passed)) = characters.find_map(|(at, character)| {
        let passed = sieve.pass(character);
        (passed != Some(character)).then_some((at, passed))
    }) else {
        return Cow::Borrowed(text);
    };
    let mut cleaned = String::with_capacity(text.len());
    cleaned.push_str(&text[..at]);
    cleaned.extend(passed);
    cleaned.extend(characters.filter_map(|(_, character)| sieve.pass(character)));
    Cow::Owned(cleaned)
}

/// JSON with what [`clean`] would take out written as escapes: whoever reads it has the same values, and a terminal obeys
/// none of them.
pub fn escape(json: &str) -> Cow<'_, str> {
    if json.bytes().all(|byte| matches!(byte, b'\n' | b' '..=b'~')) {
        return Cow::Borrowed(json);
    }
    let mut escaped = String::with_capacity(json.len());
    let mut sieve = Sieve::default();
    for character in json.chars() {
        if character == '\n' || sieve.pass(character) == Some(character) {
            escaped.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            escaped.push_str(&format!("\\u{unit:04x}"));
        }
    }
    Cow::Owned(escaped)
}

/// Cleans every cell of a screen and keeps the columns where they are. An emptied cell is a space.
#[expect(clippy::disallowed_methods, reason = "here is where it is cleaned")]
pub fn sweep(buffer: &mut Buffer) {
    let columns = buffer.area.width;
    for row in buffer.content.chunks_mut(usize::from(columns).max(1)) {
        for (left, cell) in (1..=columns).rev().zip(row) {
            let symbol = cell.symbol();
            if matches!(symbol.as_bytes(), [b' '..=b'~']) {
                continue;
            }
            let cleaned = clean(symbol);
            if matches!(cleaned, Cow::Borrowed(_))
                && symbol.cell_width() > 0
                && apart(symbol) <= left
            {
                continue;
            }
            let fitting = fitting(&cleaned, room(symbol), left);
            let fitting = if fitting.is_empty() { " " } else { fitting }.to_owned();
            cell.set_symbol(&fitting);
        }
    }
}

/// How many letters with a cell of their own a symbol is made of. More than one: a terminal may have them side by side,
/// where others make one shape of them.
pub fn letters(symbol: &str) -> usize {
    if symbol.len() == 1 {
        return 1;
    }
    symbol
        .chars()
        .filter(|letter| letter.width().unwrap_or(0) > 0)
        .count()
}

/// The columns that a symbol takes where all its letters stand side by side.
fn apart(symbol: &str) -> u16 {
    let columns: usize = symbol.chars().filter_map(UnicodeWidthChar::width).sum();
    u16::try_from(columns).unwrap_or(u16::MAX)
}

/// The columns a cell's symbol was given when it was laid out.
fn room(symbol: &str) -> u16 {
    if symbol.len() == 1 {
        1
    } else {
        symbol.cell_width().max(1)
    }
}

/// As much of a cleaned symbol as fits into its room: what an invisible character glued together may be wider apart. And
/// as fits side by side into what is left of the row: what a terminal breaks off there would stand in the next.
fn fitting(cleaned: &str, room: u16, left: u16) -> &str {
    let mut width = 0;
    let mut end = 0;
    for (at, grapheme) in cleaned.grapheme_indices(true) {
        width += grapheme.cell_width();
        if width > room {
            break;
        }
        if width > 0 {
            end = at + grapheme.len();
        }
    }
    while apart(&cleaned[..end]) > left {
        end = cleaned[..end]
            .char_indices()
            .next_back()
            .map_or(0, |(at, _)| at);
    }
    &cleaned[..end]
}

/// What has passed so far, as far as it decides about the next character.
#[derive(Default)]
struct Sieve {
    last: char,
    marks: usize,
}

impl Sieve {
    /// The character to show for this one, if any.
    fn pass(&mut self, character: char) -> Option<char> {
        let shown = match character {
            ' '..='~' => character,
            '\t' | '\n' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
            '\u{200c}' | '\u{200d}' if joins(self.last) => character,
            _ if character.is_control() || is_hidden(character) => return None,
            _ => character,
        };
        if is_combining_mark(shown) {
            self.marks += 1;
            if self.marks > MARKS {
                return None;
            }
        } else if !matches!(shown, '\u{200c}' | '\u{200d}') {
            self.marks = 0;
        }
        self.last = shown;
        Some(shown)
    }
}

/// Characters that show nothing of their own, or change how their neighbours are shown.
fn is_hidden(character: char) -> bool {
    matches!(character,
        '\u{ad}'                        // soft hyphen
        | '\u{34f}'                     // grapheme joiner
        | '\u{61c}'                     // Arabic letter mark
        | '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' // Hangul fillers
        | '\u{17b4}' | '\u{17b5}'       // Khmer inherent vowels
        | '\u{180b}'..='\u{180f}'       // Mongolian variation selectors, vowel separator
        | '\u{200b}'..='\u{200f}'       // zero-width space, joiners, direction marks
        | '\u{202a}'..='\u{202e}'       // direction embeddings and overrides
        | '\u{2060}'..='\u{206f}'       // word joiner, invisible operators, isolates
        | '\u{fe00}'..='\u{fe0f}'       // variation selectors
        | '\u{feff}'                    // byte order mark
        | '\u{fff0}'..='\u{fffb}'       // specials but the replacement character
        | '\u{13430}'..='\u{1343f}'     // Egyptian format controls
        | '\u{1bca0}'..='\u{1bca3}'     // shorthand format controls
        | '\u{1d173}'..='\u{1d17a}'     // musical format controls
        | '\u{e0000}'..='\u{e0fff}'     // tags, variation selectors
    )
}

/// Whether a script is spelt with joiners, after this letter of it: Arabic (Persian, Urdu), Syriac, N'Ko, Mandaic, the
/// Indic scripts from Devanagari to Sinhala, Tibetan, Myanmar, Khmer, Mongolian, Balinese to Meetei Mayek, and the
/// Indic scripts and Arabic's relatives beyond the first plane.
fn joins(letter: char) -> bool {
    matches!(letter,
        '\u{620}'..='\u{dff}'
        | '\u{f40}'..='\u{fbc}'
        | '\u{1000}'..='\u{109f}'
        | '\u{1780}'..='\u{17d3}'
        | '\u{1807}'
        | '\u{1820}'..='\u{18aa}'
        | '\u{1a20}'..='\u{1aad}'
        | '\u{1b00}'..='\u{1c4f}'
        | '\u{a800}'..='\u{a82c}'
        | '\u{a840}'..='\u{a9df}'
        | '\u{aa60}'..='\u{aadf}'
        | '\u{aae0}'..='\u{aaf6}'
        | '\u{abc0}'..='\u{abff}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10d00}'..='\u{10d3f}'
        | '\u{11000}'..='\u{11fff}'
        | '\u{1e900}'..='\u{1e95f}'
    )
}

#[cfg(test)]
mod tests;
