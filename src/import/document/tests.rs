use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = SimpleFileOptions::default();
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(512, 0);
    for name in names {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        entry.resize(128, 0);
        bytes.extend(entry);
    }
    bytes
}

const PLAIN: &str = "<Types><Override ContentType=\"application/vnd...main+xml\"/></Types>";

#[test]
fn a_document_is_known_by_its_content_whatever_it_is_called() {
    let odt = [("mimetype", "application/vnd.oasis.opendocument.text")];
    let cases = [
        (b"%PDF-1.7\n...".to_vec(), DocumentFormat::Pdf),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), DocumentFormat::Jpeg),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), DocumentFormat::Png),
        (b"\0\0\0\x18ftypheic".to_vec(), DocumentFormat::Heic),
        (b"II*\0\x08".to_vec(), DocumentFormat::Tiff),
        (b"{\\rtf1 Dear".to_vec(), DocumentFormat::Rtf),
        ("Zoë came late.\r\n".into(), DocumentFormat::Text),
        (b"Zo\xeb came late.".to_vec(), DocumentFormat::Text),
        (b"\xff\xfeZ\0o\0".to_vec(), DocumentFormat::Text),
        (
            compound(&["Root Entry", "WordDocument"]),
            DocumentFormat::Doc,
        ),
        (archive(&odt), DocumentFormat::Odt),
    ];
    for (bytes, format) in cases {
        assert_eq!(read("report", &bytes), Ok(format), "{format:?}");
        assert_eq!(read("report.docx", &bytes), Ok(format), "{format:?}");
    }
    for (part, format) in [
        ("word/document.xml", DocumentFormat::Docx),
        ("xl/workbook.xml", DocumentFormat::Xlsx),
        ("ppt/presentation.xml", DocumentFormat::Pptx),
    ] {
        let bytes = archive(&[("[Content_Types].xml", PLAIN), (part, "")]);
        assert_eq!(read("report.pdf", &bytes), Ok(format));
    }
}

#[test]
fn programs_scripts_and_macros_are_refused() {
    let word = ("word/document.xml", "");
    let enabled =
        "<Override ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/>";
    let renamed =
        "<Override PartName=\"/word/x.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/>";
    let types = "[Content_Types].xml";
    let cases: [(Vec<u8>, NotTaken); 16] = [
        (Vec::new(), NotTaken::Empty),
        (b"MZ\x90\0".to_vec(), marked("a program for Windows")),
        (b"\x7fELF\x02".to_vec(), marked("a program for Linux")),
        (b"#!/bin/sh\nrm".to_vec(), marked("a script")),
        (b"@ECHO OFF\r\ndel".to_vec(), marked("a script")),
        (b"<html><script>".to_vec(), NotTaken::WebPage),
        (b" <svg onload='x'>".to_vec(), NotTaken::WebPage),
        (b"{\\rtf1{\\object\\objdata".to_vec(), NotTaken::Objects),
        (
            archive(&[word, ("word/vbaProject.bin", "")]),
            NotTaken::Macros,
        ),
        (archive(&[(types, enabled), word]), NotTaken::Macros),
        (
            archive(&[(types, renamed), word, ("word/x.bin", "")]),
            NotTaken::Macros,
        ),
        (
            archive(&[word, ("word/embeddings/oleObject1.bin", "")]),
            NotTaken::Objects,
        ),
        (archive(&[("a.pdf", "%PDF")]), NotTaken::Archive),
        (
            compound(&["WordDocument", "_VBA_PROJECT"]),
            NotTaken::Macros,
        ),
        (compound(&["EncryptedPackage"]), NotTaken::Locked),
        (vec![0, 1, 2, 3, 200, 201], NotTaken::Unknown),
    ];
    for (bytes, refusal) in cases {
        assert_eq!(read("report.pdf", &bytes), Err(refusal));
    }
    let mut cut = archive(&[word]);
    cut.truncate(cut.len() / 2);
    assert_eq!(read("report.docx", &cut), Err(NotTaken::Damaged));
    let large = vec![b'a'; MOST_BYTES + 1];
    assert_eq!(read("a.txt", &large), Err(NotTaken::TooLarge { limit: 10 }));
}

fn marked(what: &'static str) -> NotTaken {
    NotTaken::Program { what }
}

#[test]
fn a_name_that_starts_something_is_refused_whatever_it_holds() {
    for name in [
        "report.exe",
        "report.PDF.Vbs",
        "report.js. .",
        "report\u{202e}fdp.scr",
        "report.bat:hidden",
        "C:report.lnk",
    ] {
        let refusal = read(name, b"%PDF-1.7").expect_err(name);
        assert!(matches!(refusal, NotTaken::Program { .. }), "{name}");
    }
}

#[test]
fn a_title_has_no_ending_and_nothing_that_can_not_be_seen() {
    for (path, title_of) in [
        ("/home/me/EP report.pdf", "EP report"),
        ("C:\\Users\\me\\EP report.pdf", "EP report"),
        ("report\u{202e}fdp.exe.pdf", "reportfdp.exe"),
        (".profile", ".profile"),
        ("a\u{1b}[2Jb.txt", "a[2Jb"),
    ] {
        assert_eq!(title(Path::new(path)), title_of);
    }
    assert_eq!(title(Path::new(&"x".repeat(300))).len(), LONGEST_NAME);
}
