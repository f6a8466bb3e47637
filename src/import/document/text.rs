//! Plain text: what it must not begin with, and what it can't hold.

use super::NotTaken;
use crate::domain::DocumentFormat;

/// How much is looked at for what begins a web page.
const BEGINNING: usize = 1024;

/// Whether these bytes stand anywhere in those.
pub(super) fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|here| here == part)
}

/// Text, if that is what it is: of any letters, without the control characters that text has not.
pub(super) fn format(bytes: &[u8]) -> Result<DocumentFormat, NotTaken> {
    let is_wide = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let has_control = bytes
        .iter()
        .any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n' | 0x0c));
    let plain = bytes.iter().filter(|byte| byte.is_ascii()).count();
    // What is not UTF-8 may be of a Western code page, where most letters have no accent.
    let reads = str::from_utf8(bytes).is_ok() || plain * 3 >= bytes.len() * 2;
    let is_text = is_wide || (!has_control && reads);
    if !is_text {
        return Err(NotTaken::Unknown);
    }
    let beginning: Vec<u8> = bytes
        .iter()
        .filter(|byte| **byte != 0)
        .take(BEGINNING)
        .map(u8::to_ascii_lowercase)
        .collect();
    let is_page = [
        "<html",
        "<!doctype html",
        "<script",
        "<svg",
        "<hta:",
        "mime-version: 1.0\r\ncontent-type: multipart/related",
    ]
    .iter()
    .any(|mark| has(&beginning, mark.as_bytes()));
    let batch = beginning.trim_ascii_start().starts_with(b"@echo ");
    match (is_page, batch) {
        (true, _) => Err(NotTaken::WebPage),
        (_, true) => Err(NotTaken::Program { what: "a script" }),
        (false, false) => Ok(DocumentFormat::Text),
    }
}
