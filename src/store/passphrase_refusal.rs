//! Why a passphrase can't be taken.

use super::passphrase::Passphrase;

/// Why a new passphrase is refused, in words for the person choosing it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PassphraseRefusal {
    /// Fewer than [`Passphrase::SHORTEST`] characters.
    #[error(
        "That is {length} characters; a passphrase needs {} or more. Four or five ordinary words with spaces between are easiest to remember.",
        Passphrase::SHORTEST
    )]
    TooShort {
        /// How many characters it has.
        length: usize,
    },
    /// More than [`Passphrase::LONGEST`] characters.
    #[error(
        "That is {length} characters; a passphrase may have up to {}. Take a shorter one.",
        Passphrase::LONGEST
    )]
    TooLong {
        /// How many characters it has.
        length: usize,
    },
    /// The same few characters throughout.
    #[error(
        "That is the same few characters over and over, which is soon guessed. Take four or five ordinary words instead."
    )]
    OverAndOver,
    /// Nothing but well-known passwords, school words and names.
    #[error(
        "That is made of what is tried first: well-known passwords, school words, names. Put in a word that has nothing to do with them."
    )]
    TriedFirst,
    /// Forty digits or more, which opening would take for a recovery code.
    #[error("That would be read as a recovery code when you open the file. Put some words in it.")]
    LikeRecoveryCode,
}
