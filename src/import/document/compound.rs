//! Office files from before 2007: a small file system in a file. The names in it tell what it is.

use super::NotTaken;
use super::text::has;
use crate::domain::DocumentFormat;

/// Whether the bytes begin as one.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// What it is.
pub(super) fn format(bytes: &[u8]) -> Result<DocumentFormat, NotTaken> {
    let holds = |name: &str| {
        let units = name.encode_utf16().flat_map(u16::to_le_bytes);
        has(bytes, &units.collect::<Vec<_>>())
    };
    if holds("_VBA_PROJECT") || holds("Macros") {
        return Err(NotTaken::Macros);
    }
    if holds("EncryptedPackage") {
        return Err(NotTaken::Locked);
    }
    if holds("ObjectPool") || holds("Ole10Native") {
        return Err(NotTaken::Objects);
    }
    // A workbook may have macros on sheets, and a mail carries other files: only texts are known to be nothing else.
    match holds("WordDocument") {
        true => Ok(DocumentFormat::Doc),
        false => Err(NotTaken::Unknown),
    }
}
