//! The secret a passphrase or a recovery code stands for.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::passphrase::Passphrase;
use super::salt::Salt;

/// Memory of one derivation, in KiB (64 MiB).
const MEMORY_KIB: u32 = 64 * 1024;
/// Passes over that memory.
const PASSES: u32 = 3;
/// Lanes it is divided in.
const LANES: u32 = 4;

/// 128 bits from which everything else follows: Argon2id of the passphrase and the file's salt, or the recovery code read back.
///
/// The parameters are RFC 9106's second recommended set and belong to the format of the file: they are never stored, so
/// nobody can lower them. Wiped from memory when dropped.
#[derive(Clone)]
pub struct Seed(Zeroizing<[u8; Seed::LEN]>);

impl Seed {
    /// Length in bytes.
    pub const LEN: usize = 16;

    /// Derives the seed: about half a second and 64 MiB, on purpose.
    ///
    /// # Errors
    /// When there are not 64 MiB of memory.
    pub fn derive(passphrase: &Passphrase, salt: &Salt) -> argon2::Result<Self> {
        let mut seed = Self(Zeroizing::new([0; Self::LEN]));
        let params = Params::new(MEMORY_KIB, PASSES, LANES, Some(Self::LEN))?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into(
            passphrase.as_bytes(),
            salt.bytes(),
            &mut *seed.0,
        )?;
        Ok(seed)
    }

    /// The seed with these bytes: a recovery code read back, or a test that has no half second to spare.
    pub fn from_bytes(bytes: [u8; Self::LEN]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// The secret bytes.
    pub fn bytes(&self) -> &[u8; Self::LEN] {
        &self.0
    }

    /// Four bytes that may be remembered outside the file to tell a wrong passphrase from a damaged file. They cost a
    /// guesser nothing he lacks, and are never needed to open.
    pub fn check_value(&self) -> [u8; 4] {
        let mut value = [0; 4];
        Hkdf::<Sha256>::new(None, self.bytes())
            .expand(b"caseload/kcv/v1", &mut value)
            .expect("four bytes are within HKDF's limit");
        value
    }
}

impl Seed {
    /// Four letters and digits by which the sheet with this seed's recovery code is told from others. They are no part of
    /// the code.
    pub fn sheet_id(&self) -> String {
        let mut id = [0; 2];
        Hkdf::<Sha256>::new(None, self.bytes())
            .expand(b"caseload/sheet/v1", &mut id)
            .expect("two bytes are within HKDF's limit");
        format!("{:02X}{:02X}", id[0], id[1])
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed(secret)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::key::DatabaseKey;

    #[test]
    fn secrets_are_not_shown_by_debug() {
        let seed = Seed::from_bytes(*b"a secret of ours");
        let key = DatabaseKey::derive(&seed, &Salt::from_bytes([7; 16]));
        let passphrase = Passphrase::typed("a secret of ours");
        assert_eq!(
            format!("{seed:?} {key:?} {passphrase:?}"),
            "Seed(secret) DatabaseKey(secret) Passphrase(secret)"
        );
    }
}
