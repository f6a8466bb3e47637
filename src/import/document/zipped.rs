//! Office files of today, which are archives of their parts. The names of the parts and the list of their kinds tell what
//! one is.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::{NotTaken, starts_something};
use crate::domain::DocumentFormat;

/// The most parts that it may have.
const MOST_PARTS: u16 = 5_000;
/// The most bytes of the list of kinds that are looked at.
const MOST_LISTED: u64 = 1 << 20;
/// The end of an archive: a mark and how many parts it has.
const END: &[u8] = b"PK\x05\x06";

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// Whether the bytes begin as an archive does.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK")
}

/// What it is.
pub(super) fn format(bytes: &[u8]) -> Result<DocumentFormat, NotTaken> {
    if parts(bytes).ok_or(NotTaken::Damaged)? > MOST_PARTS {
        return Err(NotTaken::Archive);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotTaken::Damaged)?;
    let names: Vec<String> = archive
        .file_names()
        .map(|name| name.map(|name| name.to_lowercase()))
        .collect::<Result<_, _>>()
        .map_err(|_| NotTaken::Damaged)?;
    let format = match () {
        () if has(&archive, "word/document.xml") => DocumentFormat::Docx,
        () if has(&archive, "xl/workbook.xml") => DocumentFormat::Xlsx,
        () if has(&archive, "ppt/presentation.xml") => DocumentFormat::Pptx,
        () => match text(&mut archive, "mimetype").as_str() {
            "application/vnd.oasis.opendocument.text" => DocumentFormat::Odt,
            "application/vnd.oasis.opendocument.spreadsheet" => DocumentFormat::Ods,
            _ => return Err(NotTaken::Archive),
        },
    };
    let kinds = text(&mut archive, "[Content_Types].xml").to_lowercase();
    let is_macro = |name: &String| {
        ["vbaproject", "vbadata", "macrosheets/", "activex/"]
            .iter()
            .any(|part| name.contains(part))
            || name.starts_with("basic/")
            || name.starts_with("scripts/")
    };
    if kinds.contains("macroenabled") || kinds.contains("vbaproject") || names.iter().any(is_macro)
    {
        return Err(NotTaken::Macros);
    }
    let is_object = |name: &String| {
        let is_ole = name.contains("oleobject") || name.starts_with("object");
        is_ole || starts_something(name)
    };
    match names.iter().any(is_object) {
        true => Err(NotTaken::Objects),
        false => Ok(format),
    }
}

/// How many parts the archive says it has, where it ends.
fn parts(bytes: &[u8]) -> Option<u16> {
    let at = bytes.windows(END.len()).rposition(|here| here == END)?;
    let count = bytes.get(at + 10..at + 12)?;
    Some(u16::from_le_bytes(count.try_into().ok()?))
}

fn has(archive: &Archive<'_>, name: &str) -> bool {
    archive.index_for_name(name).is_some()
}

/// The beginning of a part, if it is one and is text.
fn text(archive: &mut Archive<'_>, name: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(part) = archive.by_name(name) {
        // What is cut off or broken there reads as what came before.
        drop(part.take(MOST_LISTED).read_to_end(&mut bytes));
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
