//! What a file is expected to be opened by.

use super::salt::Salt;

/// What is remembered of a file from an earlier opening: it tells a wrong passphrase from a damaged file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expected {
    /// The check value of the seed that opened it.
    pub check_value: [u8; 4],
    /// The salt that it had.
    pub salt: Salt,
}
