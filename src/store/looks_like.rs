//! What a file that isn't a caseload seems to be.

use super::backup;

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
    /// A backup of ours.
    #[strum(to_string = "a backup of a caseload")]
    Backup,
    /// A database any program could read.
    #[strum(to_string = "an unencrypted database")]
    Unencrypted,
}

impl LooksLike {
    /// Judges by the first bytes, those of a salt; `None` is what a caseload's look like.
    pub fn of(start: &[u8]) -> Option<Self> {
        let marks: [(&[u8], Self); 8] = [
            (backup::MARK, Self::Backup),
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

/// Whether bytes read as text: after a byte order mark, as UTF-8, or as a Western code page, where most letters have no accent.
fn is_text(start: &[u8]) -> bool {
    let marked = [b"\xFF\xFE".as_slice(), b"\xFE\xFF", b"\xEF\xBB\xBF"]
        .iter()
        .any(|mark| start.starts_with(mark));
    let control = start
        .iter()
        .any(|byte| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n'));
    let plain = start.iter().filter(|byte| byte.is_ascii()).count();
    // The last character may be cut through.
    let utf8 = str::from_utf8(start).map_or_else(|error| error.error_len().is_none(), |_| true);
    marked || (!control && (utf8 || plain * 3 >= start.len() * 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::salt::Salt;

    #[test]
    fn files_of_other_programs_are_told_by_their_first_bytes() {
        let cases: [(&[u8], Option<LooksLike>); 16] = [
            (b"Caseload backup\n", Some(LooksLike::Backup)),
            (b"SQLite format 3\0", Some(LooksLike::Unencrypted)),
            (
                b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0\x7c\x6c",
                Some(LooksLike::Zip),
            ),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0\0\0\0\0\0",
                Some(LooksLike::OldOffice),
            ),
            (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1", Some(LooksLike::Pdf)),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", Some(LooksLike::Picture)),
            (
                b"\xFF\xD8\xFF\xE0\0\x10JFIF\0\x01\x01\0\0\x01",
                Some(LooksLike::Picture),
            ),
            (&[0; 16], Some(LooksLike::Zeros)),
            (b"Surname,Forename", Some(LooksLike::Text)),
            (b"Jo\xC3\xABl\r\nZo\xC3\xAB, 4B", Some(LooksLike::Text)),
            (b"Jo\xEBl;Zo\xEB;4B;K;MLD", Some(LooksLike::Text)),
            (
                "\u{415}\u{43b}\u{435}\u{43d}\u{430},\u{434}\u{430}".as_bytes(),
                Some(LooksLike::Text),
            ),
            (b"\xFF\xFES\0u\0r\0n\0a\0m\0e\0", Some(LooksLike::Text)),
            (b"short", Some(LooksLike::Text)),
            (
                b"\x4e\xd1\xad\xcd\xbf\xb4\xcd\xe6\x35\xfc\xe8\x47\xe2\xcc\xfa\xf7",
                None,
            ),
            (b"\x01\x02", None),
        ];
        for (start, looks_like) in cases {
            assert_eq!(LooksLike::of(start), looks_like, "{start:?}");
        }
    }

    #[test]
    fn a_new_salt_looks_like_nothing_else() {
        for _ in 0..1000 {
            assert_eq!(LooksLike::of(Salt::fresh().unwrap().bytes()), None);
        }
    }
}
