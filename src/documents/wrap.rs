//! Text in a given width.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Columns a text takes on the screen.
pub fn width(text: &str) -> usize {
    text.width()
}

/// The text, cut to a width with "…" where it is longer.
pub fn cut(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut room = columns.saturating_sub(1);
    for grapheme in text.graphemes(true) {
        let Some(left) = room.checked_sub(width(grapheme)) else {
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
        for word in paragraph.split_whitespace() {
            let needed = width(word) + usize::from(!line.is_empty());
            if !line.is_empty() && width(&line) + needed > columns {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            for grapheme in word.graphemes(true) {
                if width(&line) + width(grapheme) > columns && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
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
    fn text_breaks_between_words_and_a_long_word_anywhere() {
        assert_eq!(wrap("asks for help", 8), ["asks for", "help"]);
        assert_eq!(wrap("Wolfeschlegel", 5), ["Wolfe", "schle", "gel"]);
        assert_eq!(wrap("one\n\ntwo", 10), ["one", "", "two"]);
        assert!(wrap("", 10).is_empty());
    }
}
