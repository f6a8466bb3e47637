//! What a passphrase must be.

mod offered;
mod tried_first;

use std::fmt;

use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

use super::passphrase_refusal::PassphraseRefusal;
use super::recovery_code;

/// A passphrase in the one spelling that is hashed: Unicode's NFC, so that an é typed on a Mac opens on Windows.
/// Wiped from memory when dropped.
#[derive(Clone)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Fewest characters of a new passphrase.
    pub const SHORTEST: usize = 12;
    /// Most characters of a new passphrase.
    pub const LONGEST: usize = 200;

    /// A passphrase being chosen for a file: 12 to 200 characters, with no rule about their kind.
    ///
    /// # Errors
    /// When it is too short or too long, what anybody would try first, or would be read as a recovery code.
    pub fn choose(words: &str) -> Result<Self, PassphraseRefusal> {
        Self::choose_beside(words, &[])
    }

    /// As [`Passphrase::choose`], for a file that has to do with these names: the school's, the SENCO's, the pupils'.
    ///
    /// # Errors
    /// As [`Passphrase::choose`], and when it is made of the names.
    pub fn choose_beside(words: &str, names: &[&str]) -> Result<Self, PassphraseRefusal> {
        let passphrase = Self::typed(words);
        let length = passphrase.0.chars().count();
        if length < Self::SHORTEST {
            Err(PassphraseRefusal::TooShort { length })
        } else if length > Self::LONGEST {
            Err(PassphraseRefusal::TooLong { length })
        } else if recovery_code::looks_like_one(words) {
            Err(PassphraseRefusal::LikeRecoveryCode)
        } else if is_over_and_over(&passphrase.0) {
            Err(PassphraseRefusal::OverAndOver)
        } else if tried_first::is_tried_first(&passphrase.0, names) {
            Err(PassphraseRefusal::TriedFirst)
        } else {
            Ok(passphrase)
        }
    }

    /// A passphrase typed to open a file: whatever it is, the file decides.
    pub fn typed(words: &str) -> Self {
        // NFC never takes more than three times the bytes; room for all at once leaves no half copies in freed memory.
        let mut spelt = Zeroizing::new(String::with_capacity(words.len().saturating_mul(3)));
        spelt.extend(words.nfc());
        Self(spelt)
    }

    /// The bytes that are hashed.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// Whether it is a few characters over and over: "abcabcabcabc".
fn is_over_and_over(words: &str) -> bool {
    const FEW: usize = 4;
    let letters: Vec<char> = words.chars().collect();
    (1..=FEW).any(|few| (few..letters.len()).all(|at| letters[at] == letters[at - few]))
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(words: &str) -> PassphraseRefusal {
        Passphrase::choose(words).unwrap_err()
    }

    #[test]
    fn twelve_to_two_hundred_characters_of_any_kind_are_taken() {
        for words in [
            "twelve chars",
            "!!!!!!!!!!!?",
            "\u{5929}\u{6c17}\u{304c}\u{3044}\u{3044}\u{304b}\u{3089}\u{6563}\u{6b69}\u{3057}\u{307e}\u{3059}",
            &"twenty letters here ".repeat(10),
        ] {
            assert!(Passphrase::choose(words).is_ok(), "{words}");
        }
        assert_eq!(
            refusal("eleven char"),
            PassphraseRefusal::TooShort { length: 11 }
        );
        assert_eq!(refusal(""), PassphraseRefusal::TooShort { length: 0 });
        assert_eq!(
            refusal(&"ab".repeat(101)),
            PassphraseRefusal::TooLong { length: 202 }
        );
    }

    #[test]
    fn characters_are_counted_as_they_are_hashed() {
        // An e and its accent are one character, however they were typed.
        assert_eq!(
            refusal("cafe\u{301} sewing"),
            PassphraseRefusal::TooShort { length: 11 }
        );
    }

    #[test]
    fn what_could_not_be_opened_again_or_is_no_secret_is_refused_kindly() {
        for words in ["aaaaaaaaaaaaaaa", "abcabcabcabc"] {
            assert_eq!(refusal(words), PassphraseRefusal::OverAndOver);
        }
        assert_eq!(refusal("Password12345"), PassphraseRefusal::TriedFirst);
        assert_eq!(
            Passphrase::choose_beside("oakfield ward", &["Oakfield", "Mrs Ward"]).unwrap_err(),
            PassphraseRefusal::TriedFirst
        );
        assert_eq!(
            refusal(&"1234567890 ".repeat(4)),
            PassphraseRefusal::LikeRecoveryCode
        );
        assert_eq!(
            refusal("short").to_string(),
            "That is 5 characters; a passphrase needs 12 or more. Four or five ordinary words with spaces between are easiest to remember."
        );
    }
}
