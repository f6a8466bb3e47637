//! What somebody typed, inside a sentence about it.

use std::fmt;

/// Typed words in quotation marks, on one line and cut to a length that leaves the sentence readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    words: String,
}

/// Longer than any date or time, short enough for one line of the screen.
const LONGEST: usize = 30;

impl Quoted {
    /// Quotes what was typed.
    pub fn new(typed: &str) -> Self {
        let mut shown = typed.trim().chars();
        let one_line = |letter: char| if letter.is_control() { ' ' } else { letter };
        let mut words: String = shown.by_ref().take(LONGEST).map(one_line).collect();
        if shown.next().is_some() {
            words.push('…');
        }
        Self { words }
    }
}

impl fmt::Display for Quoted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}”", self.words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_to_one_short_line() {
        let long = "soon ".repeat(2000);
        let table = [
            (" soon\n", "“soon”"),
            ("a\nb", "“a b”"),
            ("", "“”"),
            (long.as_str(), "“soon soon soon soon soon soon …”"),
        ];
        for (typed, quoted) in table {
            assert_eq!(Quoted::new(typed).to_string(), quoted);
        }
    }
}
