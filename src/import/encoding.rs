use std::borrow::Cow;
use std::str::Utf8Error;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::unreadable::Unreadable;

/// What stands where a letter could not be read.
pub(super) const LOST: char = '\u{fffd}';

/// How the letters of a file are written.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, strum::Display,
)]
pub enum Encoding {
    /// UTF-8.
    #[strum(serialize = "UTF-8")]
    Utf8,
    /// UTF-8 with a mark in front, as Excel's "CSV UTF-8".
    #[strum(serialize = "UTF-8 with a mark")]
    Utf8Marked,
    /// UTF-16, low byte first, as Excel's "Unicode Text".
    #[strum(serialize = "UTF-16LE")]
    Utf16Le,
    /// UTF-16, high byte first.
    #[strum(serialize = "UTF-16BE")]
    Utf16Be,
    /// Windows-1252, as Excel's "CSV (comma delimited)" in Western Europe.
    #[strum(serialize = "Windows-1252")]
    Windows1252,
    /// DOS code page 850, as Excel's "CSV (MS-DOS)".
    #[strum(serialize = "DOS code page 850")]
    CodePage850,
}

/// Reads bytes as text and says how they were written. Letters that can't be read become U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Unreadable> {
    if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return Ok((String::from_utf8_lossy(rest), Encoding::Utf8Marked));
    }
    if bytes.starts_with(b"\xff\xfe") {
        return Ok((UTF_16LE.decode(bytes).0, Encoding::Utf16Le));
    }
    if bytes.starts_with(b"\xfe\xff") {
        return Ok((UTF_16BE.decode(bytes).0, Encoding::Utf16Be));
    }
    if let Some(foreign) = foreign(bytes) {
        return Err(foreign);
    }
    if bytes.contains(&0) {
        return unmarked_utf_16(bytes);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Encoding::Utf8)),
        Err(fault) if is_damaged_utf_8(bytes, fault) => {
            Ok((String::from_utf8_lossy(bytes), Encoding::Utf8))
        }
        Err(_) if is_code_page_850(bytes) => {
            Ok((code_page_850(bytes).into(), Encoding::CodePage850))
        }
        Err(_) => Ok((windows_1252(bytes), Encoding::Windows1252)),
    }
}

/// Other kinds of file, by their first bytes.
fn foreign(bytes: &[u8]) -> Option<Unreadable> {
    const EXPORT: &str = "Export the list from the school's system as CSV, and import that file.";
    const KINDS: [(&[u8], (&str, &str)); 7] = [
        (b"%PDF", ("a PDF", EXPORT)),
        (b"{\\rtf", ("a document", EXPORT)),
        (b"SQLite format 3\0", ("a database", EXPORT)),
        (b"<?xml", ("an XML file", EXPORT)),
        (b"<html", ("a web page", EXPORT)),
        (b"<!doctype", ("a web page", EXPORT)),
        (b"<table", ("a web page", EXPORT)),
    ];
    let start = bytes.trim_ascii_start();
    KINDS
        .iter()
        .find(|(magic, _)| {
            start
                .get(..magic.len())
                .is_some_and(|first| first.eq_ignore_ascii_case(magic))
        })
        .map(|&(_, (what, advice))| Unreadable::Foreign {
            what: what.into(),
            advice: advice.into(),
        })
}

/// Text has no zero bytes but in UTF-16, where every second byte of English is one.
fn unmarked_utf_16(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), Unreadable> {
    let zeros = |from: usize| {
        bytes
            .iter()
            .skip(from)
            .step_by(2)
            .filter(|&&byte| byte == 0)
            .count()
    };
    let (high_first, low_first) = (zeros(0), zeros(1));
    let most = bytes.len() / 4;
    match () {
        () if low_first > most && high_first == 0 => {
            Ok((UTF_16LE.decode(bytes).0, Encoding::Utf16Le))
        }
        () if high_first > most && low_first == 0 => {
            Ok((UTF_16BE.decode(bytes).0, Encoding::Utf16Be))
        }
        () => Err(Unreadable::Foreign {
            what: "a file of another program".into(),
            advice: "Export the list from the school's system as CSV, and import that file.".into(),
        }),
    }
}

/// Windows-1252 hardly ever spells a whole UTF-8 letter by accident: mostly good UTF-8 is UTF-8 with a fault in it.
fn is_damaged_utf_8(bytes: &[u8], fault: Utf8Error) -> bool {
    let only_cut_off = fault.error_len().is_none();
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk
            .valid()
            .chars()
            .filter(|letter| !letter.is_ascii())
            .count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad || only_cut_off && good > 0
}

/// Inside words Windows-1252 has its letters from C0 up, code page 850 has nearly all of its letters below A6.
fn is_code_page_850(bytes: &[u8]) -> bool {
    let (mut dos, mut windows) = (0usize, 0usize);
    for around in bytes.windows(3) {
        let [before, letter, after] = around else {
            continue;
        };
        if !before.is_ascii_alphabetic() && !after.is_ascii_alphabetic() {
            continue;
        }
        match letter {
            0x80..=0x91 | 0x93..=0x95 | 0x97..=0x98 | 0xa0..=0xa5 => dos += 1,
            0x92 | 0xc0..=0xff => windows += 1,
            _ => {}
        }
    }
    dos > windows
}

fn windows_1252(bytes: &[u8]) -> Cow<'_, str> {
    let text = WINDOWS_1252.decode_without_bom_handling(bytes).0;
    // Five bytes stand for no letter.
    let is_unused = |letter: char| ('\u{80}'..='\u{9f}').contains(&letter);
    if text.contains(is_unused) {
        Cow::Owned(text.replace(is_unused, "\u{fffd}"))
    } else {
        text
    }
}

fn code_page_850(bytes: &[u8]) -> String {
    const UPPER_HALF: &str = "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";
    let upper: Vec<char> = UPPER_HALF.chars().collect();
    bytes
        .iter()
        .map(|&byte| match byte.checked_sub(0x80) {
            Some(place) => upper.get(usize::from(place)).copied().unwrap_or(LOST),
            None => char::from(byte),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> (String, Encoding) {
        let (text, encoding) = decode(bytes).unwrap();
        (text.into_owned(), encoding)
    }

    fn utf_16(text: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    }

    #[test]
    fn utf_8_with_and_without_a_mark() {
        assert_eq!(read("Zoë".as_bytes()), ("Zoë".to_owned(), Encoding::Utf8));
        assert_eq!(
            read("\u{feff}Zoë".as_bytes()),
            ("Zoë".to_owned(), Encoding::Utf8Marked)
        );
        assert_eq!(read(b""), (String::new(), Encoding::Utf8));
    }

    #[test]
    fn windows_1252_with_its_curly_apostrophe() {
        assert_eq!(
            read(b"O\x92Dwyer,Zo\xeb,\xa36"),
            ("O’Dwyer,Zoë,£6".to_owned(), Encoding::Windows1252)
        );
        assert_eq!(read(b"Zo\xeb \x96 \x81").0, "Zoë – \u{fffd}");
    }

    #[test]
    fn utf_16_either_way_with_and_without_a_mark() {
        let text = "Surname\tForename\r\nŁoś\tZoë\r\n";
        let marked = format!("\u{feff}{text}");
        assert_eq!(
            read(&utf_16(&marked, u16::to_le_bytes)),
            (text.to_owned(), Encoding::Utf16Le)
        );
        assert_eq!(
            read(&utf_16(&marked, u16::to_be_bytes)),
            (text.to_owned(), Encoding::Utf16Be)
        );
        assert_eq!(read(&utf_16(text, u16::to_le_bytes)).1, Encoding::Utf16Le);
        assert_eq!(read(&utf_16(text, u16::to_be_bytes)).1, Encoding::Utf16Be);
    }

    #[test]
    fn code_page_850_is_told_by_the_letters_inside_words() {
        assert_eq!(
            read(b"Zo\x89,Andr\x82,\x90tienne"),
            ("Zoë,André,Étienne".to_owned(), Encoding::CodePage850)
        );
        assert_eq!(read(b"cost \x9c6,S\xa1ofra").0, "cost £6,Síofra");
    }

    #[test]
    fn one_bad_byte_does_not_garble_good_utf_8() {
        assert_eq!(read("Zoë,Łucja,Aïssa,\u{e9}".as_bytes()).1, Encoding::Utf8);
        assert_eq!(
            read(b"Zo\xc3\xab,A\xc3\xafssa,\xff"),
            ("Zoë,Aïssa,\u{fffd}".to_owned(), Encoding::Utf8)
        );
        // Cut off inside a letter.
        assert_eq!(read(b"Zo\xc3\xab,A\xc3").0, "Zo\u{eb},A\u{fffd}");
    }

    #[test]
    fn other_kinds_of_file_are_refused_with_advice() {
        let files: [&[u8]; 4] = [
            b"%PDF-1.7",
            b"\r\n<HTML><body>",
            b"<?xml version",
            b"abc\0\x01\0def",
        ];
        for bytes in files {
            let refusal = decode(bytes).unwrap_err();
            assert!(matches!(refusal, Unreadable::Foreign { .. }), "{refusal}");
        }
    }
}
