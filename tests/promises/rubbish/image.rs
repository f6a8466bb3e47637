//! [`Image`]: the pages of a caseload as they are beneath the encryption.

use aes::Aes256;
use caseload::store::Seed;
use cbc::cipher::block_padding::NoPadding;
use cbc::cipher::{BlockModeDecrypt as _, BlockModeEncrypt as _, KeyIvInit as _};
use hkdf::Hkdf;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::{Sha256, Sha512};

const PAGE: usize = 4096;
const SALT: usize = 16;
const IV: usize = 16;
const TAG: usize = 64;
/// What a page has for its own content; behind it stand the IV and the seal.
const CONTENT: usize = PAGE - IV - TAG;
/// What SQLCipher has each byte of the salt changed by, for the key of the seals.
const FOR_SEALS: u8 = 0x3a;
/// And how often it derives that key.
const ROUNDS: usize = 2;

/// The pages of a caseload as they are beneath the encryption, which this knows for itself: SQLite would refuse to write
/// what a trial puts there.
#[derive(Clone)]
pub struct Image {
    salt: [u8; SALT],
    key: [u8; 32],
    seals: [u8; 32],
    /// The content of each page.
    pub pages: Vec<Vec<u8>>,
}

impl Image {
    /// The pages of a file.
    ///
    /// # Errors
    /// With the page whose seal is broken.
    pub fn of(file: &[u8], seed: &Seed) -> Result<Self, String> {
        let salt: [u8; SALT] = file[..SALT].try_into().expect("a salt");
        let mut key = [0; 32];
        Hkdf::<Sha256>::new(Some(&salt), seed.bytes())
            .expand(b"caseload/db/v1", &mut key)
            .expect("32 bytes are few");
        let mut image = Self {
            salt,
            key,
            seals: key_of_seals(&key, &salt),
            pages: Vec::new(),
        };
        for (page, number) in file.chunks_exact(PAGE).zip(1..) {
            let (content, rest) = page.split_at(CONTENT);
            let (iv, tag) = rest.split_at(IV);
            let from = start_of(number);
            if image.seal(&content[from..], iv, number) != tag {
                return Err(format!("the seal of page {number}"));
            }
            let iv: [u8; IV] = iv.try_into().expect("an IV");
            let mut plain = content.to_vec();
            cbc::Decryptor::<Aes256>::new(&key.into(), &iv.into())
                .decrypt_padded::<NoPadding>(&mut plain[from..])
                .expect("whole blocks");
            image.pages.push(plain);
        }
        Ok(image)
    }

    /// The file that has these pages, each under a seal that is good.
    pub fn file(&self) -> Vec<u8> {
        let mut file = Vec::with_capacity(self.pages.len() * PAGE);
        for (page, number) in self.pages.iter().zip(1..) {
            let from = start_of(number);
            // Any will do: nobody is to be kept from reading this.
            let iv = [0x5a; IV];
            let mut content = page.clone();
            cbc::Encryptor::<Aes256>::new(&self.key.into(), &iv.into())
                .encrypt_padded::<NoPadding>(&mut content[from..], CONTENT - from)
                .expect("whole blocks");
            if from > 0 {
                content[..from].copy_from_slice(&self.salt);
            }
            file.extend_from_slice(&content);
            file.extend_from_slice(&iv);
            file.extend_from_slice(&self.seal(&content[from..], &iv, number));
        }
        file
    }

    fn seal(&self, content: &[u8], iv: &[u8], number: u32) -> [u8; TAG] {
        let mut seal = Hmac::<Sha512>::new_from_slice(&self.seals).expect("any key will do");
        seal.update(content);
        seal.update(iv);
        seal.update(&number.to_le_bytes());
        seal.finalize().into_bytes().into()
    }
}

/// The salt stands at the front of the first page, in the clear.
fn start_of(number: u32) -> usize {
    if number == 1 { SALT } else { 0 }
}

/// PBKDF2 of the key: one block of it is enough.
fn key_of_seals(key: &[u8; 32], salt: &[u8; SALT]) -> [u8; 32] {
    let once = |given: &[&[u8]]| -> [u8; TAG] {
        let mut mac = Hmac::<Sha512>::new_from_slice(key).expect("any key will do");
        given.iter().for_each(|part| mac.update(part));
        mac.finalize().into_bytes().into()
    };
    let salt = salt.map(|byte| byte ^ FOR_SEALS);
    let mut last = once(&[&salt, &1_u32.to_be_bytes()]);
    let mut sum = last;
    for _ in 1..ROUNDS {
        last = once(&[&last]);
        for (sum, byte) in sum.iter_mut().zip(last) {
            *sum ^= byte;
        }
    }
    sum[..32].try_into().expect("32 of 64 bytes")
}
