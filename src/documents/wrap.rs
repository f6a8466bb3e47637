//! Text in a given width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns a text takes on the screen: those of each letter with its marks by itself. A lam and an alef have a cell each,
/// whatever a font makes of them together, and control characters are not drawn.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return text.len();
    }
    text.graphemes(true).map(columns_of).sum()
}

/// Columns of one letter with its marks.
fn columns_of(grapheme: &str) -> usize {
    if grapheme.contains(char::is_control) {
        return 0;
    }
    // The voicing marks of half-width Japanese are letters of their own to a terminal.
    let voicing = grapheme
        .chars()
        .filter(|letter| matches!(letter, '\u{ff9e}' | '\u{ff9f}'));
    grapheme.width() + voicing.count()
}

/// The text, cut to a width with "…" where it is longer.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut room = columns.saturating_sub(1);
    for grapheme in text.graphemes(true) {
        let Some(left) = room.checked_sub(columns_of(grapheme)) else {
            break;
        };
        room = left;
        kept.push_str(grapheme);
    }
    if columns > 0 {
        kept.push('…');
    }
    kept
}

/// The text in lines no wider than `columns`, broken between words where it can be; a line break stays one.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let columns = columns.max(1);
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        let mut taken = 0;
        // A word of which nothing is shown would leave a gap.
        let words = paragraph.split_whitespace().filter(|word| width(word) > 0);
        for word in words {
            let needed = width(word) + usize::from(!line.is_empty());
            if !line.is_empty() && taken + needed > columns {
                lines.push(std::mem::take(&mut line));
                taken = 0;
            }
            if !line.is_empty() {
                line.push(' ');
                taken += 1;
            }
            for grapheme in word.graphemes(true) {
                let needed = columns_of(grapheme);
                if taken + needed > columns && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    taken = 0;
                }
                line.push_str(grapheme);
                taken += needed;
            }
        }
        lines.push(line);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_cut_by_what_it_takes_on_the_screen() {
        assert_eq!(cut("Aisha", 5), "Aisha");
        assert_eq!(cut("Aisha Khan", 6), "Aisha…");
        assert_eq!(cut("王小明", 5), "王小…");
        assert_eq!(cut("Aisha", 0), "");
    }

    #[test]
    fn columns_are_those_that_are_drawn() {
        use ratatui::buffer::Buffer;
        use ratatui::layout::Rect;
        use ratatui::style::Style;

        for text in [
            "علاء",
            "إسلام",
            "ﾊﾟｸ",
            "王小明",
            "Zoe\u{308}",
            "\u{1b}[2J",
            "a\tb\u{9b}",
            "क्ष",
            "ශ්\u{200d}රී",
        ] {
            let mut drawn = Buffer::empty(Rect::new(0, 0, 40, 1));
            let (end, _) = drawn.set_stringn(0, 0, text, 40, Style::new());
            assert_eq!(width(text), usize::from(end), "{text:?}");
        }
    }

    #[test]
    fn text_breaks_between_words_and_a_long_word_anywhere() {
        assert_eq!(wrap("asks for help", 8), ["asks for", "help"]);
        assert_eq!(wrap("Wolfeschlegel", 5), ["Wolfe", "schle", "gel"]);
        assert_eq!(wrap("one\n\ntwo", 10), ["one", "", "two"]);
        assert_eq!(wrap("one \u{200b} \u{7} two", 10), ["one two"]);
        assert!(wrap("", 10).is_empty());
    }
}
