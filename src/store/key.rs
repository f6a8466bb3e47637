//! The key SQLCipher is given.

use std::fmt::{self, Write as _};

use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::salt::Salt;
use super::seed::Seed;

/// 256 bits handed to SQLCipher as a raw key, so that it makes no second derivation of its own. Wiped when dropped.
pub struct DatabaseKey(Zeroizing<[u8; DatabaseKey::LEN]>);

impl DatabaseKey {
    /// Length in bytes.
    pub const LEN: usize = 32;

    /// HKDF-SHA256 of the seed, with the file's salt.
    pub fn derive(seed: &Seed, salt: &Salt) -> Self {
        let mut key = Self(Zeroizing::new([0; Self::LEN]));
        Hkdf::<Sha256>::new(Some(salt.bytes()), seed.bytes())
            .expand(b"caseload/db/v1", &mut *key.0)
            .expect("32 bytes are within HKDF's limit");
        key
    }

    /// The statement that opens a file which has its salt already.
    pub(super) fn opening(&self) -> Zeroizing<String> {
        self.pragma(None)
    }

    /// The statement that begins a new file with this salt in its first 16 bytes.
    pub(super) fn creating(&self, salt: &Salt) -> Zeroizing<String> {
        self.pragma(Some(salt))
    }

    /// The statement that encrypts an open file anew with this key, under the salt it has.
    pub(super) fn changing(&self) -> Zeroizing<String> {
        let key = self.pragma(None);
        let mut sql = Zeroizing::new(String::with_capacity(128));
        sql.push_str("PRAGMA rekey");
        sql.push_str(key.trim_start_matches("PRAGMA key"));
        sql
    }

    fn pragma(&self, salt: Option<&Salt>) -> Zeroizing<String> {
        // Room for all of it at once: growing would leave half a key behind in freed memory.
        let mut sql = Zeroizing::new(String::with_capacity(128));
        sql.push_str("PRAGMA key = \"x'");
        for byte in self
            .0
            .iter()
            .chain(salt.map(Salt::bytes).into_iter().flatten())
        {
            let _ = write!(sql, "{byte:02x}");
        }
        sql.push_str("'\"");
        sql
    }
}

impl fmt::Debug for DatabaseKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DatabaseKey(secret)")
    }
}
