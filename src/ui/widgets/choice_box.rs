//! [`ChoiceBox`]: one of a few answers.

use crate::keys::{Code, Key};

/// One of a few answers. Left, Right and Space go through them; a letter goes to the next that begins with it.
#[derive(Clone, Debug)]
pub struct ChoiceBox {
    /// Code and label of each.
    options: Vec<(String, String)>,
    at: usize,
}

impl ChoiceBox {
    /// A choice among these codes and labels, standing at one of them, or at the first.
    pub fn new(options: Vec<(String, String)>, code: &str) -> Self {
        let mut choice = Self { options, at: 0 };
        choice.choose(code);
        choice
    }

    /// The chosen code.
    pub fn code(&self) -> &str {
        self.options.get(self.at).map_or("", |(code, _)| code)
    }

    /// The chosen label.
    pub fn label(&self) -> &str {
        self.options.get(self.at).map_or("", |(_, label)| label)
    }

    /// All labels.
    pub fn labels(&self) -> impl Iterator<Item = &str> {
        self.options.iter().map(|(_, label)| label.as_str())
    }

    /// Stands at the option with this code, if there is one.
    pub fn choose(&mut self, code: &str) {
        if let Some(at) = self.options.iter().position(|(one, _)| one == code) {
            self.at = at;
        }
    }

    /// Takes a key; says whether it had a use for it.
    pub fn type_key(&mut self, key: Key) -> bool {
        let count = self.options.len();
        if count == 0 {
            return false;
        }
        match (key.code, key.ctrl) {
            (Code::Left, false) => self.at = (self.at + count - 1) % count,
            (Code::Right | Code::Char(' '), false) => self.at = (self.at + 1) % count,
            (Code::Char(letter), false) => {
                // "Year 4" answers to 4 as well as to y.
                let begins = |label: &str| {
                    let mut words = label.split_whitespace();
                    let is_begun =
                        |word: &str| word.to_lowercase().starts_with(letter.to_ascii_lowercase());
                    words.next().is_some_and(is_begun)
                        || letter.is_ascii_digit() && words.any(is_begun)
                };
                // "1" is Year 1 before it is Nursery 1: the code itself goes first.
                let typed = letter.to_string();
                let is_it = |at: &usize| *at != self.at && self.options[*at].0 == typed;
                let next = (0..count).find(is_it).or_else(|| {
                    (1..=count)
                        .map(|by| (self.at + by) % count)
                        .find(|at| begins(&self.options[*at].1))
                });
                match next {
                    Some(at) => self.at = at,
                    None => return false,
                }
            }
            _ => return false,
        }
        true
    }
}
