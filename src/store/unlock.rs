//! What a person typed to open a file.

use super::passphrase::Passphrase;
use super::recovery_code;
use super::recovery_code_error::RecoveryCodeError;
use super::salt::Salt;
use super::seed::Seed;

/// What a person typed, or put in a passphrase file, to open a caseload.
#[derive(Debug)]
pub enum Unlock {
    /// A passphrase, from which the seed is yet to be derived.
    Passphrase(Passphrase),
    /// A recovery code, which is the seed.
    RecoveryCode(Seed),
}

impl Unlock {
    /// Takes words of forty digits or more for a recovery code and all else for a passphrase.
    ///
    /// # Errors
    /// When a recovery code is mistyped: which group.
    pub fn from_words(words: &str) -> Result<Self, RecoveryCodeError> {
        if recovery_code::looks_like_one(words) {
            recovery_code::read(words).map(Self::RecoveryCode)
        } else {
            Ok(Self::Passphrase(Passphrase::typed(words)))
        }
    }

    /// The seed for the file with this salt. From a passphrase this takes about half a second.
    ///
    /// # Errors
    /// When there are not 64 MiB of memory.
    pub fn seed(&self, salt: &Salt) -> argon2::Result<Seed> {
        match self {
            Self::Passphrase(passphrase) => Seed::derive(passphrase, salt),
            Self::RecoveryCode(seed) => Ok(seed.clone()),
        }
    }
}
