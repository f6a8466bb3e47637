//! Sex as the school's records hold it.

use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr, VariantArray};

/// Sex as the school census and the school's MIS record it.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    Hash,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
pub enum Sex {
    /// Female.
    F,
    /// Male.
    M,
}

impl Sex {
    /// The census letter.
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// The sex in words.
    pub fn label(self) -> &'static str {
        match self {
            Sex::F => "female",
            Sex::M => "male",
        }
    }

    /// Reads the letter or the word in any case; anything else is none, never a guess.
    pub fn read(words: &str) -> Option<Self> {
        let words = words.trim();
        Self::VARIANTS.iter().copied().find(|sex| {
            words.eq_ignore_ascii_case(sex.code()) || words.eq_ignore_ascii_case(sex.label())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_words_are_read_and_nothing_is_guessed() {
        assert_eq!(Sex::read("F"), Some(Sex::F));
        assert_eq!(Sex::read(" male "), Some(Sex::M));
        assert_eq!(Sex::read("Female"), Some(Sex::F));
        assert_eq!(Sex::read("U"), None);
        assert_eq!(Sex::read(""), None);
    }
}
