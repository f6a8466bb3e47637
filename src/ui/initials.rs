//! Initials in the place of names, on what is drawn already.

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::style::Style;

/// Names that are also words of the calendar: as names they are initials wherever a name is drawn, and in what is drawn
/// already they are most likely the word.
const CALENDAR: [&str; 6] = ["April", "May", "June", "August", "Summer", "Autumn"];
/// Letters of the start of a name that give it away, where its end is cut off.
const START: usize = 3;

/// Puts initials in the place of these names, wherever they stand on the screen, typed text and all. It is the net under
/// every drawing that writes names as others may read them; what is drawn keeps its columns.
pub fn put(buf: &mut Buffer, names: &BTreeSet<&str>) {
    for y in buf.area.top()..buf.area.bottom() {
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let end = end_of_word(buf, x, y);
            if end == x {
                x += 1;
                continue;
            }
            let word: String = (x..end).map(|at| buf[(at, y)].symbol()).collect();
            let is_cut = end < buf.area.right() && buf[(end, y)].symbol() == "…";
            if tells(&word, is_cut, names) {
                shorten(buf, x, end, y);
            }
            x = end;
        }
    }
}

fn end_of_word(buf: &Buffer, from: u16, y: u16) -> u16 {
    let of_word =
        |letter: char| letter.is_alphanumeric() || matches!(letter, '-' | '\'' | '\u{2019}');
    (from..buf.area.right())
        .find(|x| !buf[(*x, y)].symbol().chars().next().is_some_and(of_word))
        .unwrap_or(buf.area.right())
}

fn tells(word: &str, is_cut: bool, names: &BTreeSet<&str>) -> bool {
    let name = word
        .strip_suffix("'s")
        .or(word.strip_suffix("\u{2019}s"))
        .unwrap_or(word);
    if CALENDAR.contains(&name) {
        return false;
    }
    let is_start = |whole: &&str| is_cut && whole.starts_with(name);
    name.chars().nth(1).is_some()
        && (names.contains(name) || name.chars().count() >= START && names.iter().any(is_start))
}

/// "Khan" becomes "K.  ".
fn shorten(buf: &mut Buffer, from: u16, end: u16, y: u16) {
    if from + 1 < end {
        let rest = format!("{:<columns$}", '.', columns = usize::from(end - from - 1));
        buf.set_string(from + 1, y, rest, Style::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> String {
        let mut buf = Buffer::with_lines([line]);
        put(&mut buf, &["Arlo", "Whittlecombe", "May"].into());
        (0..buf.area.width).map(|x| buf[(x, 0)].symbol()).collect()
    }

    #[test]
    fn names_are_initials_wherever_they_stand_and_columns_stay() {
        let table = [
            ("Mrs Whittlecombe (mum)", "Mrs W.           (mum)"),
            ("Arlo's card  12 May", "A.     card  12 May"),
            ("Whittleco… came", "W.       … came"),
            ("Wh… white Arlot Bell", "Wh… white Arlot Bell"),
        ];
        for (line, expected) in table {
            assert_eq!(told(line), expected);
        }
    }
}
