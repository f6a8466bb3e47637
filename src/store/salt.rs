//! The 16 random bytes at the front of every caseload file.

use std::array::TryFromSliceError;
use std::fmt;

use super::looks_like::LooksLike;

/// The salt of one file: random, not secret, and the file's own first 16 bytes, so that file and passphrase alone always suffice.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Salt([u8; Salt::LEN]);

impl Salt {
    /// Length in bytes.
    pub const LEN: usize = 16;

    /// A new salt from the operating system's random source, never one that could be taken for the start of some other file.
    ///
    /// # Errors
    /// When the operating system has no random source to offer.
    pub fn fresh() -> Result<Self, getrandom::Error> {
        let mut bytes = [0; Self::LEN];
        while LooksLike::of(&bytes).is_some() {
            getrandom::fill(&mut bytes)?;
        }
        Ok(Self(bytes))
    }

    /// The salt with these bytes, as read from a file.
    pub const fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(bytes)
    }

    /// The bytes as they stand in the file.
    pub const fn bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }
}

impl TryFrom<&[u8]> for Salt {
    type Error = TryFromSliceError;

    fn try_from(bytes: &[u8]) -> Result<Self, Self::Error> {
        bytes.try_into().map(Self)
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}
