use chrono::NaiveDate;
use strum::VariantArray;

use super::delimiter::Delimiter;
use super::encoding::{LOST, decode};
use super::heading::Heading;
use super::import_file::ImportFile;
use super::reader::Reader;
use super::row::Row;
use super::rows::Rows;
use super::unreadable::Unreadable;

/// The most bytes that are read, in MB.
const MOST_MEGABYTES: usize = 50;
/// The most bytes that are read.
pub const MOST_BYTES: usize = MOST_MEGABYTES << 20;
/// A heading stands among the first lines, under titles at most.
const HEADING_WITHIN: usize = 60;

/// Reads the bytes of a file as a list of pupils. `today` says which centuries and school years are meant.
///
/// # Errors
/// When the file is of another kind, empty, without a line of headings, or beyond 50 MB, 200,000 lines or 500 columns.
pub fn read(bytes: &[u8], today: NaiveDate) -> Result<ImportFile, Unreadable> {
    if bytes.len() > MOST_BYTES {
        return Err(Unreadable::TooLarge {
            limit: MOST_MEGABYTES,
        });
    }
    let (text, encoding) = decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::Empty);
    }
    let (delimiter, rows, heading) = find_heading(&text)?;
    let mut reader = Reader::new(&heading, today);
    for (place, row) in rows.enumerate() {
        reader.take(place, &row)?;
    }
    let mut file = reader.finish(encoding, delimiter, text.ends_with(['\n', '\r']));
    match text.matches(LOST).count() {
        0 => {}
        1 => file.notices.push(format!(
            "One letter of the file could not be read and stands as {LOST}."
        )),
        lost => file.notices.push(format!(
            "{lost} letters of the file could not be read and stand as {LOST}."
        )),
    }
    Ok(file)
}

/// The delimiter under which most headings are known, the rows it makes, and the heading.
fn find_heading(text: &str) -> Result<(Delimiter, Rows<'_>, Heading), Unreadable> {
    let announced = Delimiter::announced(text)?;
    let (delimiters, text, first_line) = match &announced {
        Some((delimiter, rest)) => (std::slice::from_ref(delimiter), *rest, 2),
        None => (Delimiter::VARIANTS, text, 1),
    };
    let tried = delimiters.iter().filter_map(|&delimiter| {
        let rows = Rows::new(text, delimiter, first_line);
        let first: Vec<Row<'_>> = rows.clone().take(HEADING_WITHIN).collect();
        Heading::find(&first).map(|heading| (delimiter, rows, heading))
    });
    // Among equals the first stays: a comma is likeliest.
    tried
        .reduce(|best, next| {
            if next.2.known() > best.2.known() {
                next
            } else {
                best
            }
        })
        .ok_or(Unreadable::NoHeading)
}
