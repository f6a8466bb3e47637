//! What a passphrase must be.

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
    /// When it is too short or too long, one character over and over, or would be read as a recovery code.
    pub fn choose(words: &str) -> Result<Self, PassphraseRefusal> {
        let passphrase = Self::typed(words);
        let length = passphrase.0.chars().count();
        let mut characters = passphrase.0.chars();
        let first = characters.next();
        if length < Self::SHORTEST {
            Err(PassphraseRefusal::TooShort { length })
        } else if length > Self::LONGEST {
            Err(PassphraseRefusal::TooLong { length })
        } else if characters.all(|character| Some(character) == first) {
            Err(PassphraseRefusal::OneCharacter)
        } else if recovery_code::looks_like_one(words) {
            Err(PassphraseRefusal::LikeRecoveryCode)
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

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(secret)")
    }
}
