//! [`Manifest`]: what a backup says of itself to whoever has no passphrase.

use std::fmt::Write as _;

use chrono::{DateTime, FixedOffset};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::contents::Contents;
use super::why::Why;
use crate::store::salt::Salt;
use crate::store::seed::Seed;

/// What a backup says of itself to whoever has no passphrase: dates and counts, and nobody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Its place among the backups of its caseload. Backups are ordered by this and never by a clock.
    pub sequence: u64,
    /// What the clock said when it was made.
    pub made_at: DateTime<FixedOffset>,
    /// The moment it was made at.
    pub why: Why,
    /// What it holds.
    #[serde(flatten)]
    pub contents: Contents,
    /// The version of the program that made it.
    pub program: String,
    /// How many bytes of database follow.
    pub bytes: u64,
    /// Their SHA-256.
    pub sha256: String,
    /// The database's salt: a copy, in case the database's own is damaged.
    pub salt: String,
    /// The seed's check value, which tells a wrong passphrase from damage.
    pub check_value: String,
}

/// Bytes of the seal over a manifest.
pub(super) const SEAL: usize = 32;

impl Manifest {
    /// The salt; none if it is not one.
    pub fn salt(&self) -> Option<Salt> {
        let bytes = unhex(&self.salt)?;
        Salt::try_from(bytes.as_slice()).ok()
    }

    /// How much of it, in words: "4.1 MB".
    pub fn size(&self) -> String {
        const KB: u64 = 1000;
        match self.bytes {
            bytes if bytes < KB * KB => format!("{} KB", bytes.div_ceil(KB)),
            bytes => {
                let tenths = bytes / (KB * KB / 10);
                format!("{}.{} MB", tenths / 10, tenths % 10)
            }
        }
    }

    /// Whether this is the seed that the backup's database is encrypted with.
    pub fn is_opened_by(&self, seed: &Seed) -> bool {
        self.check_value == hex(&seed.check_value())
    }
}

/// The seal over the header and the manifest, which only whoever has the passphrase can make: HMAC-SHA256 under a key of
/// its own.
pub(super) fn seal(sealed: &[u8], seed: &Seed, salt: &Salt) -> [u8; SEAL] {
    authenticator(sealed, seed, salt)
        .finalize()
        .into_bytes()
        .into()
}

/// Whether a seal is the one that this seed makes.
pub(super) fn is_sealed(sealed: &[u8], found: &[u8], seed: &Seed, salt: &Salt) -> bool {
    authenticator(sealed, seed, salt)
        .verify_slice(found)
        .is_ok()
}

fn authenticator(sealed: &[u8], seed: &Seed, salt: &Salt) -> Hmac<Sha256> {
    let mut key = Zeroizing::new([0; 32]);
    Hkdf::<Sha256>::new(Some(salt.bytes()), seed.bytes())
        .expand(b"caseload/backup/v1", &mut *key)
        .expect("32 bytes are within HKDF's limit");
    let mut mac = Hmac::<Sha256>::new_from_slice(&*key).expect("HMAC takes a key of any length");
    mac.update(sealed);
    mac
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Hexadecimal digits as bytes; none if they are not.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes().chunks(2);
    digits
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}
