//! How files of one kind begin.

use crate::domain::DocumentFormat;

/// Programs, and what starts or carries them.
const PROGRAMS: [(&[u8], &str); 13] = [
    (b"MZ", "a program for Windows"),
    (b"\x7fELF", "a program for Linux"),
    (b"\xfe\xed\xfa\xce", "a program for a Mac"),
    (b"\xfe\xed\xfa\xcf", "a program for a Mac"),
    (b"\xce\xfa\xed\xfe", "a program for a Mac"),
    (b"\xcf\xfa\xed\xfe", "a program for a Mac"),
    (b"\xca\xfe\xba\xbe", "a program"),
    (b"\0asm", "a program"),
    (b"dex\n", "a program for a phone"),
    (b"#!", "a script"),
    (b"<?php", "a script"),
    (
        b"\x4c\0\0\0\x01\x14\x02\0",
        "a shortcut, which starts a program",
    ),
    (b"ITSF", "a help file of Windows, which may hold scripts"),
];

const FORMATS: [(&[u8], DocumentFormat); 8] = [
    (b"%PDF-", DocumentFormat::Pdf),
    (b"{\\rtf", DocumentFormat::Rtf),
    (b"\xff\xd8\xff", DocumentFormat::Jpeg),
    (b"\x89PNG\r\n\x1a\n", DocumentFormat::Png),
    (b"GIF87a", DocumentFormat::Gif),
    (b"GIF89a", DocumentFormat::Gif),
    (b"II*\0", DocumentFormat::Tiff),
    (b"MM\0*", DocumentFormat::Tiff),
];

/// The brands that pictures of the HEIC kind bear.
const HEIC: [&[u8]; 6] = [b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1"];

/// What kind of program it is, if it begins as one.
pub(super) fn program(bytes: &[u8]) -> Option<&'static str> {
    let mut programs = PROGRAMS.iter();
    let found = programs.find(|(mark, _)| bytes.starts_with(mark));
    found.map(|(_, what)| *what)
}

/// The format of a document that begins so.
pub(super) fn format(bytes: &[u8]) -> Option<DocumentFormat> {
    let mut formats = FORMATS.iter();
    let found = formats.find(|(mark, _)| bytes.starts_with(mark));
    let is_heic = bytes.get(4..8) == Some(b"ftyp")
        && bytes.get(8..12).is_some_and(|brand| HEIC.contains(&brand));
    let heic = is_heic.then_some(DocumentFormat::Heic);
    found.map(|(_, format)| *format).or(heic)
}
