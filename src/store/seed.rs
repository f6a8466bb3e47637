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
    use crate::store::recovery_code;

    const COUNTING: [u8; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
    const MIXED: [u8; 16] = [
        0xca, 0x5e, 0x10, 0xad, 0xca, 0x5e, 0x10, 0xad, 0xca, 0x5e, 0x10, 0xad, 0xca, 0x5e, 0x10,
        0xad,
    ];

    /// Passphrase, salt, and what follows: seed, key, check value, recovery code. Computed with Python 3: `argon2-cffi`
    /// 25.1 (`hash_secret_raw`, the reference implementation in C), `unicodedata.normalize("NFC", …)`, and HKDF written
    /// out over `hmac` and `hashlib`.
    #[rustfmt::skip]
    const VECTORS: [(&str, [u8; 16], [&str; 4]); 7] = [
        ("correct horse battery staple", COUNTING, ["4ed1adcdbfb4cde635fce847e2ccfaf7", "7632aabb6f4b30bf611cf142e6e440ca9239f3abaf514619e65db82e834237bf", "818ca80c", "221947-489423-539836-579810-152020-654093-638660-706717"]),
        ("correct horse battery staple", MIXED, ["4a8157a08e78259363107939b5751fb0", "cd12167d04b61bb3bbec928c58552241f06a3fb653b86f8efec3e3caa851c502", "e25c6687", "209803-246752-401192-105809-278960-341363-510983-089232"]),
        ("Zo\u{eb}\u{2019}s caf\u{e9} at half past three", COUNTING, ["b5da6ec41eeeebcc6e5af3ef98e5661d", "d7aaaa3f5928caf3b28eb73b320a2b01366666e571a8977e6ae52776668930cb", "e3e32770", "512094-311916-087098-664004-310750-686917-430551-287551"]),
        ("Zoe\u{308}\u{2019}s cafe\u{301} at half past three", COUNTING, ["b5da6ec41eeeebcc6e5af3ef98e5661d", "d7aaaa3f5928caf3b28eb73b320a2b01366666e571a8977e6ae52776668930cb", "e3e32770", "512094-311916-087098-664004-310750-686917-430551-287551"]),
        ("\u{1f427} penguin \u{1f469}\u{200d}\u{1f3eb} teacher", MIXED, ["7970d60dd306e6a4dfe5950443f2468a", "060251e0ce21a58729d245390f078b4bc83b28a691b63df5adf7eca4cca79fb3", "a5c81910", "341968-602767-594242-649484-630487-419628-191334-198638"]),
        (TWO_HUNDRED, COUNTING, ["818d6862a0cf6e07c7ecf3bd5a6374f7", "42f721d79340f2c1be7e1a054c4ad8b8a801a7bb1df714bab53355b81bbd7b40", "9b149ada", "364815-293942-452837-309837-562980-686367-254529-329373"]),
        ("\u{1d15e} musical half note", COUNTING, ["b63c200fea901b091abd1aca770eb53e", "0ba484ea94106817550083bdf6fd21806c886e129ca57e5fcfa57624a44a45b1", "e3b33318", "513172-090277-660528-076131-075295-075438-335258-510378"]),
    ];
    const TWO_HUNDRED: &str = concat!(
        "twenty letters here twenty letters here twenty letters here twenty letters here twenty letters here ",
        "twenty letters here twenty letters here twenty letters here twenty letters here twenty letters here "
    );

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    #[test]
    fn seed_key_and_code_are_those_of_an_independent_tool() {
        for (words, salt, [seed_hex, key_hex, check_value_hex, code]) in VECTORS {
            let salt = Salt::from_bytes(salt);
            let seed = Seed::derive(&Passphrase::typed(words), &salt).unwrap();
            assert_eq!(hex(seed.bytes()), seed_hex, "{words}");
            assert_eq!(
                *DatabaseKey::derive(&seed, &salt).opening(),
                format!("PRAGMA key = \"x'{key_hex}'\""),
                "{words}"
            );
            assert_eq!(hex(&seed.check_value()), check_value_hex, "{words}");
            assert_eq!(*recovery_code::write(&seed), code, "{words}");
        }
    }

    #[test]
    fn secrets_are_not_shown_by_debug() {
        let seed = Seed::from_bytes(*b"a secret of ours");
        let key = DatabaseKey::derive(&seed, &Salt::from_bytes(COUNTING));
        let passphrase = Passphrase::typed("a secret of ours");
        assert_eq!(
            format!("{seed:?} {key:?} {passphrase:?}"),
            "Seed(secret) DatabaseKey(secret) Passphrase(secret)"
        );
    }
}
