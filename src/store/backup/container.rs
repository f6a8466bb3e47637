//! [`Backup`]: a backup's file.
//!
//! In it lie, in this order: the mark (16 bytes), the version and the manifest's length (four bytes each, little-endian),
//! the manifest (JSON), the seal over all before it (32 bytes; only the passphrase makes it), the SHA-256 of all before it
//! (32 bytes; anyone can check it), and the bytes of the encrypted database, which the manifest gives the hash of.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::backup_error::BackupError;
use super::manifest::{self, Manifest, SEAL, hex};
use crate::store::seed::Seed;

/// The first bytes of every backup.
pub(in crate::store) const MARK: &[u8; 16] = b"Caseload backup\n";
/// The newest version of the container that we read, and the one we write.
const VERSION: u32 = 1;
/// The bytes before the manifest.
const HEADER: usize = MARK.len() + 8;
/// No manifest is longer.
const LONGEST_MANIFEST: usize = 64 * 1024;

/// Bytes of a SHA-256.
const HASH: usize = 32;

/// A backup's file, of which the manifest has been read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
    /// Header and manifest as they stand in the file: what the seal is over.
    sealed: Vec<u8>,
    seal: [u8; SEAL],
}

impl Backup {
    /// Reads what a backup says of itself: no passphrase is needed, and its database is not looked at.
    ///
    /// # Errors
    /// When there is no such file, it is not a backup, or one of a newer program.
    pub fn read(path: &Path) -> Result<Self, BackupError> {
        let told = |error: io::Error| match error.kind() {
            io::ErrorKind::UnexpectedEof => damaged(path),
            _ => BackupError::from_io(path, &error),
        };
        let mut file = File::open(path).map_err(told)?;
        let mut sealed = Vec::new();
        (&file)
            .take(HEADER as u64)
            .read_to_end(&mut sealed)
            .map_err(told)?;
        if !sealed.starts_with(MARK) {
            return Err(BackupError::NotABackup {
                path: path.to_owned(),
            });
        }
        let number = |at: usize| {
            let bytes = sealed.get(at..at + 4)?;
            Some(u32::from_le_bytes(bytes.try_into().ok()?))
        };
        let (version, length) = (number(MARK.len()), number(MARK.len() + 4));
        if version.is_some_and(|version| version > VERSION) {
            return Err(BackupError::Newer {
                path: path.to_owned(),
            });
        }
        let length = length.and_then(|length| usize::try_from(length).ok());
        let length =
            length.filter(|length| version == Some(VERSION) && *length <= LONGEST_MANIFEST);
        let length = length.ok_or_else(|| damaged(path))?;
        sealed.resize(HEADER + length, 0);
        file.read_exact(&mut sealed[HEADER..]).map_err(told)?;
        let mut seal = [0; SEAL];
        file.read_exact(&mut seal).map_err(told)?;
        let mut hash = [0; HASH];
        file.read_exact(&mut hash).map_err(told)?;
        if hash != hash_of_front(&sealed, &seal) {
            return Err(damaged(path));
        }
        let manifest = serde_json::from_slice(&sealed[HEADER..]).map_err(|_| damaged(path))?;
        Ok(Self {
            path: path.to_owned(),
            manifest,
            sealed,
            seal,
        })
    }

    /// When it was made, in words: "Fri 20 Nov 2026, 16:02".
    pub fn made(&self) -> String {
        let made_at = self.manifest.made_at;
        made_at.format("%a %-d %b %Y, %H:%M").to_string()
    }

    /// What it is, in words: "Fri 20 Nov 2026, 16:02, 63 pupils, 4.1 MB".
    pub fn says(&self) -> String {
        let pupils = match self.manifest.contents.pupils() {
            1 => "1 pupil".to_owned(),
            pupils => format!("{pupils} pupils"),
        };
        format!("{}, {pupils}, {}", self.made(), self.manifest.size())
    }

    /// Writes a backup's file: header, manifest, seal, and the database from `copy`. Gives what a reader will find.
    pub(super) fn write(
        manifest: &Manifest,
        copy: &mut File,
        seed: &Seed,
        path: &Path,
        to: &mut File,
    ) -> Result<Self, BackupError> {
        let told = |error: io::Error| BackupError::from_io(path, &error);
        let text = serde_json::to_vec(manifest).map_err(|_| BackupError::NotGood)?;
        let salt = manifest.salt().ok_or(BackupError::NotGood)?;
        let length = u32::try_from(text.len()).map_err(|_| BackupError::NotGood)?;
        let mut sealed = MARK.to_vec();
        sealed.extend(VERSION.to_le_bytes());
        sealed.extend(length.to_le_bytes());
        sealed.extend(text);
        let seal = manifest::seal(&sealed, seed, &salt);
        to.write_all(&sealed).map_err(told)?;
        to.write_all(&seal).map_err(told)?;
        to.write_all(&hash_of_front(&sealed, &seal)).map_err(told)?;
        copy.rewind().map_err(told)?;
        hashed(copy, to).map_err(told)?;
        to.sync_all().map_err(told)?;
        Ok(Self {
            path: path.to_owned(),
            manifest: manifest.clone(),
            sealed,
            seal,
        })
    }

    /// Reads the whole file and compares it with its hash: whether it is as it was when it was made. No passphrase is
    /// needed.
    ///
    /// # Errors
    /// When it is damaged, or can't be read.
    pub fn prove(&self) -> Result<(), BackupError> {
        self.pour(&mut io::sink())
    }

    /// Whether the seal is the one that this seed makes: nobody without the passphrase wrote or altered what it says.
    ///
    /// # Errors
    /// When it was made under another passphrase, or was altered.
    pub fn authenticate(&self, seed: &Seed) -> Result<(), BackupError> {
        if !self.manifest.is_opened_by(seed) {
            return Err(BackupError::WrongPassphrase {
                path: self.path.clone(),
            });
        }
        let salt = self.manifest.salt().ok_or_else(|| damaged(&self.path))?;
        if manifest::is_sealed(&self.sealed, &self.seal, seed, &salt) {
            Ok(())
        } else {
            Err(damaged(&self.path))
        }
    }

    /// Pours the database out of its container, comparing it with its hash on the way.
    pub(super) fn pour(&self, to: &mut impl Write) -> Result<(), BackupError> {
        let told = |error: io::Error| BackupError::from_io(&self.path, &error);
        let mut file = File::open(&self.path).map_err(told)?;
        // What was read before must still be what lies there.
        let hash = hash_of_front(&self.sealed, &self.seal);
        let front = [self.sealed.as_slice(), &self.seal, &hash].concat();
        let mut found = vec![0; front.len()];
        file.read_exact(&mut found)
            .map_err(|_| damaged(&self.path))?;
        if found != front {
            return Err(damaged(&self.path));
        }
        let (bytes, hash) = hashed(&mut file, to).map_err(told)?;
        if (bytes, &hash) == (self.manifest.bytes, &self.manifest.sha256) {
            Ok(())
        } else {
            Err(damaged(&self.path))
        }
    }
}

/// The hash over all that stands before the database.
fn hash_of_front(sealed: &[u8], seal: &[u8]) -> [u8; HASH] {
    Sha256::new()
        .chain_update(sealed)
        .chain_update(seal)
        .finalize()
        .into()
}

/// Copies to the end, and gives how many bytes that were, and their hash.
pub(super) fn hashed(from: &mut File, to: &mut impl Write) -> io::Result<(u64, String)> {
    let mut hash = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok((bytes, hex(&hash.finalize()))),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hash.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read as u64;
    }
}

/// The hash of a whole file.
pub(super) fn hash_of(file: &mut File) -> io::Result<(u64, String)> {
    file.seek(SeekFrom::Start(0))?;
    hashed(file, &mut io::sink())
}

fn damaged(path: &Path) -> BackupError {
    BackupError::Damaged {
        path: path.to_owned(),
    }
}
