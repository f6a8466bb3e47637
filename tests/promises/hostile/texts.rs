//! Texts that would do something to a terminal, or hide in it.

use ratatui::buffer::CellWidth as _;
use unicode_segmentation::UnicodeSegmentation as _;

use crate::random::Random;

/// Cells of the longest runs.
const LONG: usize = 4_000;
/// Marks on one letter.
const MARKS: usize = 60;

/// Texts without number, each by its number: every control character by itself, whole sequences, what turns or hides
/// text, then mixtures of them all.
pub struct Texts {
    sure: Vec<String>,
    parts: Vec<String>,
}

impl Texts {
    pub fn new() -> Self {
        let controls = (0..0x20)
            .chain(0x7f..0xa0)
            .filter_map(char::from_u32)
            .map(String::from);
        let invisible = INVISIBLE.iter().map(|letter| letter.to_string());
        let parts: Vec<String> = controls
            .chain(SEQUENCES.map(str::to_owned))
            .chain(GLUED.map(str::to_owned))
            .chain(invisible)
            .chain([
                format!("e{}", "\u{301}".repeat(MARKS)),
                format!("\u{5d0}{}", "\u{5b8}".repeat(MARKS)),
                "\u{e0001}\u{e0068}\u{e0069}\u{e007f}".to_owned(),
                "\u{202e}\u{2066}nahK\u{2069}\u{202c}".to_owned(),
            ])
            .collect();
        let long = [
            "x".repeat(LONG),
            "王".repeat(LONG / 2),
            format!("{} ", "王小".repeat(5)).repeat(LONG / 21),
            "\u{200b}".repeat(LONG),
            format!("a{}", "\u{1b}[5m".repeat(LONG / 4)),
        ];
        Self {
            sure: parts.iter().cloned().chain(long).collect(),
            parts,
        }
    }

    /// How many come before they repeat themselves, in mixtures.
    pub fn count(&self) -> usize {
        self.sure.len()
    }

    /// The text of a number, with its number in front, so that it can be found again wherever it is shown.
    pub fn of(&self, number: usize) -> String {
        let text = match self.sure.get(number) {
            Some(text) => text.clone(),
            None => self.mixture(number),
        };
        format!("k{number:05}x{text}z")
    }

    fn mixture(&self, number: usize) -> String {
        let mut random = Random::of(u64::try_from(number).expect("a small number"));
        let mut below = |end: usize| {
            let end = u64::try_from(end).expect("a small number");
            usize::try_from(random.below(end)).expect("a small number")
        };
        let mut text = String::new();
        for _ in 0..=below(4) {
            text.push_str(&self.parts[below(self.parts.len())]);
            // A letter to be seen after each, so that no word is without any.
            text.push_str(["a", "é", " b", "م", "王", "क"][below(6)]);
        }
        text
    }
}

/// A text of the same shape in which nothing does anything: every letter that is drawn is an x, or one as wide as two.
pub fn harmless(text: &str) -> String {
    let letters = text.graphemes(true).map(|letter| {
        if letter.chars().all(char::is_whitespace) {
            return letter;
        }
        if letter.starts_with(char::is_whitespace) {
            // What hangs on a space is nothing by itself.
            return &letter[..letter.chars().next().map_or(0, char::len_utf8)];
        }
        if is_control(letter) {
            return "";
        }
        match letter.cell_width() {
            _ if letter.is_ascii() => letter,
            0 => "",
            1 => "x",
            _ => "王",
        }
    });
    letters.collect()
}

fn is_control(letter: &str) -> bool {
    letter.contains(char::is_control)
}

/// The numbers of the texts that are shown, or begin to be.
pub fn shown(screen: &str) -> impl Iterator<Item = usize> {
    screen.match_indices('k').filter_map(|(at, _)| {
        let digits = screen.get(at + 1..at + 6)?;
        digits.parse().ok()
    })
}

const SEQUENCES: [&str; 34] = [
    "\u{1b}]0;owned\u{7}",
    "\u{1b}]2;owned\u{1b}\\",
    "\u{1b}]4;1;rgb:ff/00/00\u{7}",
    "\u{1b}]8;;http://example.org\u{1b}\\here\u{1b}]8;;\u{1b}\\",
    "\u{1b}]52;c;aGFsbG8=\u{7}",
    "\u{1b}]52;c;?\u{7}",
    "\u{1b}]11;?\u{1b}\\",
    "\u{1b}]1337;File=inline=1:AAAA\u{7}",
    "\u{1b}P+q544e\u{1b}\\",
    "\u{1b}P$qm\u{1b}\\",
    "\u{1b}Pq#0;2;0;0;0#0~~\u{1b}\\",
    "\u{1b}_Ga=T,f=24;AAAA\u{1b}\\",
    "\u{1b}^private\u{1b}\\",
    "\u{1b}Xstring\u{1b}\\",
    "\u{1b}[2J\u{1b}[H",
    "\u{1b}[31;5m",
    "\u{1b}[6n",
    "\u{1b}[c",
    "\u{1b}[?1049l",
    "\u{1b}[?2004l",
    "\u{1b}[20t",
    "\u{1b}[1;1r",
    "\u{1b}[8;1;1t",
    "\u{1b}[200~pasted\u{1b}[201~",
    "\u{1b}c",
    "\u{1b}#8",
    "\u{1b}(0lqk\u{1b}(B",
    "\u{1b}7\u{1b}[99;99H\u{1b}8",
    "\u{9b}31m",
    "\u{9b}2J",
    "\u{9d}0;owned\u{9c}",
    "\u{90}q\u{9c}",
    "\u{9f}a\u{9c}\u{9e}b\u{9c}\u{98}c\u{9c}",
    "a\u{8}\u{8}\u{8}b\r\u{7f}c",
];

/// Letters that are wider apart than together, so that a terminal may give them other room than was meant.
pub const GLUED: [&str; 14] = [
    "\u{1f469}\u{200d}\u{1f467}",
    "\u{1f44d}\u{1f3fd}",
    "\u{1f1ec}\u{1f1e7}",
    "7\u{fe0f}\u{20e3}",
    "\u{2764}\u{fe0f}",
    "\u{179f}\u{17d2}\u{179a}\u{17b8}",
    "\u{2d4f}\u{2d7f}\u{2d3e}",
    "\u{644}\u{627}",
    "\u{a4f8}\u{a4fc}",
    "\u{1a15}\u{1a17}\u{200d}\u{1a10}",
    "\u{5d0}\u{200d}\u{5dc}",
    "\u{600}1",
    "\u{e01}\u{e33}",
    "\u{1112}\u{1161}\u{11ab}",
];

/// Characters that show nothing of their own, or change how their neighbours are shown.
pub const INVISIBLE: [char; 44] = [
    '\u{ad}',
    '\u{34f}',
    '\u{61c}',
    '\u{115f}',
    '\u{1160}',
    '\u{17b4}',
    '\u{180e}',
    '\u{200b}',
    '\u{200c}',
    '\u{200d}',
    '\u{200e}',
    '\u{200f}',
    '\u{2028}',
    '\u{2029}',
    '\u{202a}',
    '\u{202b}',
    '\u{202c}',
    '\u{202d}',
    '\u{202e}',
    '\u{2060}',
    '\u{2061}',
    '\u{2062}',
    '\u{2063}',
    '\u{2064}',
    '\u{2066}',
    '\u{2067}',
    '\u{2068}',
    '\u{2069}',
    '\u{206a}',
    '\u{206f}',
    '\u{3164}',
    '\u{fe00}',
    '\u{fe0f}',
    '\u{feff}',
    '\u{ffa0}',
    '\u{fff9}',
    '\u{fffa}',
    '\u{fffb}',
    '\u{1d173}',
    '\u{e0001}',
    '\u{e0020}',
    '\u{e0041}',
    '\u{e007f}',
    '\u{e0100}',
];
