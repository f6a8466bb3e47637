//! [`Known`]: what a laptop remembers of a caseload file that was opened on it.

use std::fmt::Write as _;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::store::{LastUse, Salt};

/// What a laptop remembers of a caseload file: enough to tell a wrong passphrase from a damaged file, and to slow guessing
/// down. It names nobody, and nothing of it is needed to open the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Known {
    /// The start of the hash of where it is.
    place: String,
    /// A copy of its salt, as hexadecimal digits.
    salt: String,
    /// The seed's check value, as hexadecimal digits; nothing before the file was first opened here.
    check_value: String,
    /// How many wrong passphrases were tried since the last right one.
    pub(super) wrong: u32,
    /// How it was when it was used last.
    pub(super) last_use: Option<LastUse>,
}

impl Known {
    /// Of a file that was not opened here yet.
    pub(super) fn new(path: &Path, salt: &Salt) -> Self {
        Self {
            place: place(path),
            salt: salt.to_string(),
            ..Self::default()
        }
    }

    /// Whether it is of this file: in this place, or with this salt. One of the two may have changed.
    pub(super) fn is_of(&self, path: &Path, salt: &Salt) -> bool {
        self.salt == salt.to_string() || self.is_at(path)
    }

    /// Whether it is of a file in this place.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.place == place(path)
    }

    /// Remembers what opened it.
    pub(super) fn was_opened(&mut self, check_value: [u8; 4]) {
        self.check_value = hex(&check_value);
        self.wrong = 0;
    }

    /// The check value of what opens the file.
    pub(super) fn check_value(&self) -> Option<[u8; 4]> {
        bytes(&self.check_value)
    }

    /// The file's salt as it was when it was opened here.
    pub(super) fn salt(&self) -> Option<Salt> {
        bytes(&self.salt).map(Salt::from_bytes)
    }
}

fn place(path: &Path) -> String {
    let hash = Sha256::digest(path.as_os_str().as_encoded_bytes());
    hex(&hash[..8])
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn bytes<const N: usize>(hex: &str) -> Option<[u8; N]> {
    let digits = hex.as_bytes().chunks(2);
    let bytes: Option<Vec<u8>> = digits
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok())
        .collect();
    bytes?.try_into().ok()
}
