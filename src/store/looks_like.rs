//! What a file that isn't a caseload seems to be.

use super::salt::Salt;

/// What the first bytes of a file say it is. A caseload's are random, and drawn again if they would say anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug, strum::Display)]
pub enum LooksLike {
    /// Letters only.
    #[strum(to_string = "a text file")]
    Text,
    /// A zip, or one of the many things that are zips inside.
    #[strum(to_string = "a Word, Excel or zip file")]
    Zip,
    /// Word and Excel before 2007.
    #[strum(to_string = "an old Word or Excel file")]
    OldOffice,
    /// A PDF.
    #[strum(to_string = "a PDF")]
    Pdf,
    /// A photograph or drawing.
    #[strum(to_string = "a picture")]
    Picture,
    /// Nothing but zeros, as after a copy that never happened.
    #[strum(to_string = "a file of nothing but zeros")]
    Zeros,
    /// A database any program could read.
    #[strum(to_string = "an unencrypted database")]
    Unencrypted,
}

impl LooksLike {
    /// Judges by the first bytes, at most [`Salt::LEN`] of them; `None` is what a caseload's look like.
    pub fn of(start: &[u8]) -> Option<Self> {
        let marks: [(&[u8], Self); 7] = [
            (b"SQLite format 3\0", Self::Unencrypted),
            (b"PK\x03\x04", Self::Zip),
            (b"\xD0\xCF\x11\xE0", Self::OldOffice),
            (b"%PDF", Self::Pdf),
            (b"\x89PNG", Self::Picture),
            (b"\xFF\xD8\xFF", Self::Picture),
            (b"GIF8", Self::Picture),
        ];
        let marked = marks
            .iter()
            .find(|(mark, _)| start.starts_with(mark))
            .map(|(_, kind)| *kind);
        marked.or_else(|| {
            if start.iter().all(|byte| *byte == 0) {
                Some(Self::Zeros)
            } else {
                is_text(start).then_some(Self::Text)
            }
        })
    }
}

/// Whether bytes read as text: a byte order mark, or no control characters in UTF-8 or a Western code page.
fn is_text(start: &[u8]) -> bool {
    let control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n');
    let plain = start.iter().filter(|byte| byte.is_ascii()).count();
    start.starts_with(b"\xFF\xFE")
        || start.starts_with(b"\xFE\xFF")
        || start.starts_with(b"\xEF\xBB\xBF")
        // Names with accents are mostly plain letters still.
        || (!start.iter().any(control) && plain * 4 >= start.len() * 3 && start.len() <= Salt::LEN)
}
