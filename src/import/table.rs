use std::io::{self, Write};

use serde::{Deserialize, Serialize};

use super::delimiter::Delimiter;
use super::encoding::{LOST, decode};
use super::rows::Rows;
use super::sheet::{RowMark, Sheet};
use super::source::Source;
use super::unreadable::Unreadable;
use super::{heading, workbook};

/// The most bytes that are read, in MB.
const MOST_MEGABYTES: usize = 50;
/// The most bytes that are read.
pub const MOST_BYTES: usize = MOST_MEGABYTES << 20;

/// A file taken apart into rows of cells, before anyone asks what they mean. That is all that the child process does: what it
/// writes with [`Table::write`] is read with [`Table::from_bytes`] by a process that never sees the file itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How the file is written.
    pub source: Source,
    /// Its sheets; a text file has one.
    pub sheets: Vec<Sheet>,
    /// The names of hidden sheets, which are not looked at.
    pub hidden: Vec<String>,
}

/// What stands before the sheets, in bytes.
#[derive(Serialize, Deserialize)]
struct Front {
    source: Source,
    hidden: Vec<String>,
    sheets: Vec<SheetFront>,
}

/// The sizes of a sheet's parts.
#[derive(Serialize, Deserialize)]
struct SheetFront {
    name: String,
    marks: usize,
    ends: usize,
    text: usize,
}

impl Table {
    /// Takes the bytes of a file apart. `tell` hears of every ten thousand lines.
    ///
    /// # Errors
    /// When the file is of another kind, empty, damaged, or beyond what is read.
    pub fn take_apart(bytes: &[u8], tell: &mut dyn FnMut(usize)) -> Result<Self, Unreadable> {
        if bytes.len() > MOST_BYTES {
            return Err(Self::too_large());
        }
        let table = match workbook::Kind::of(bytes)? {
            Some(kind) => workbook::take_apart(bytes, kind, tell)?,
            None => Self::of_text(bytes, tell)?,
        };
        if table.sheets.iter().all(|sheet| sheet.height() == 0) {
            return Err(Unreadable::Empty);
        }
        Ok(table)
    }

    /// What is said of a file with more bytes than are read.
    pub fn too_large() -> Unreadable {
        Unreadable::TooLarge {
            limit: MOST_MEGABYTES,
        }
    }

    fn of_text(bytes: &[u8], tell: &mut dyn FnMut(usize)) -> Result<Self, Unreadable> {
        let (text, encoding) = decode(bytes)?;
        if text.trim().is_empty() {
            return Err(Unreadable::Empty);
        }
        let announced = Delimiter::announced(&text)?;
        let (delimiter, rest, first_line) = match announced {
            Some((delimiter, rest)) => (delimiter, rest, 2),
            None => (heading::likeliest_delimiter(&text), text.as_ref(), 1),
        };
        let mut sheet = Sheet::new("");
        let mut blank = Vec::new();
        for row in Rows::new(rest, delimiter, first_line) {
            if row.is_blank() {
                // Blank rows may be the end of the file, and then don't count.
                if blank.len() <= super::sheet::MOST_LINES {
                    blank.push(row.line);
                }
                continue;
            }
            for line in blank.drain(..) {
                sheet.push(line, None, false, std::iter::empty())?;
            }
            let cells = row.cells.iter().map(AsRef::as_ref);
            sheet.push(row.line, row.unclosed, row.too_wide, cells)?;
            if sheet.height().is_multiple_of(10_000) {
                tell(sheet.height());
            }
        }
        Ok(Self {
            source: Source::Text {
                encoding,
                delimiter,
                lost: text.matches(LOST).count(),
                is_ended: text.ends_with(['\n', '\r']),
            },
            sheets: vec![sheet],
            hidden: Vec::new(),
        })
    }

    /// Writes it for another process of this program.
    ///
    /// # Errors
    /// When nobody reads it.
    pub fn write(&self, to: &mut impl Write) -> io::Result<()> {
        let front = Front {
            source: self.source,
            hidden: self.hidden.clone(),
            sheets: self
                .sheets
                .iter()
                .map(|sheet| SheetFront {
                    name: sheet.name.clone(),
                    marks: sheet.marks.len(),
                    ends: sheet.ends.len(),
                    text: sheet.text.len(),
                })
                .collect(),
        };
        let front = serde_json::to_vec(&front)?;
        put(to, u32::try_from(front.len()).map_err(io::Error::other)?)?;
        to.write_all(&front)?;
        for sheet in &self.sheets {
            for mark in &sheet.marks {
                for number in [mark.line, mark.end, mark.unclosed, mark.too_wide.into()] {
                    put(to, number)?;
                }
            }
            for end in &sheet.ends {
                put(to, *end)?;
            }
            to.write_all(sheet.text.as_bytes())?;
        }
        Ok(())
    }

    /// Reads what [`Table::write`] wrote; none when it is anything else.
    pub fn from_bytes(mut bytes: &[u8]) -> Option<Self> {
        let length = take_number(&mut bytes)? as usize;
        let front: Front = serde_json::from_slice(bytes.split_off(..length)?).ok()?;
        let mut sheets = Vec::new();
        for sheet in front.sheets {
            let mut marks = numbers(bytes.split_off(..sheet.marks.checked_mul(16)?)?);
            let marks = std::iter::from_fn(|| {
                Some(RowMark {
                    line: marks.next()?,
                    end: marks.next()?,
                    unclosed: marks.next()?,
                    too_wide: marks.next()? > 0,
                })
            });
            let marks = marks.collect();
            let ends = numbers(bytes.split_off(..sheet.ends.checked_mul(4)?)?).collect();
            let text = bytes.split_off(..sheet.text)?.to_vec();
            sheets.push(Sheet {
                name: sheet.name,
                text: String::from_utf8(text).ok()?,
                ends,
                marks,
            });
        }
        let is_whole = bytes.is_empty() && sheets.iter().all(Sheet::is_whole);
        is_whole.then_some(Self {
            source: front.source,
            sheets,
            hidden: front.hidden,
        })
    }
}

fn put(to: &mut impl Write, number: u32) -> io::Result<()> {
    to.write_all(&number.to_le_bytes())
}

fn take_number(bytes: &mut &[u8]) -> Option<u32> {
    numbers(bytes.split_off(..4)?).next()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    let (numbers, _) = bytes.as_chunks();
    numbers.iter().map(|&number| u32::from_le_bytes(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_one_process_writes_another_reads() {
        let text = "sep=;\r\nName;DOB\r\n\r\n\"Adams; Zo\u{eb}\";14/02/2018\r\n\r\n";
        let table = Table::take_apart(text.as_bytes(), &mut |_| {}).unwrap();
        let mut bytes = Vec::new();
        table.write(&mut bytes).unwrap();
        assert_eq!(Table::from_bytes(&bytes), Some(table.clone()));
        let rows: Vec<_> = table.sheets[0].rows().collect();
        assert_eq!(
            rows.iter().map(|row| row.line).collect::<Vec<_>>(),
            [2, 3, 4]
        );
        assert_eq!(rows[2].cells, ["Adams; Zo\u{eb}", "14/02/2018"]);
        for length in 0..bytes.len() {
            assert_eq!(Table::from_bytes(&bytes[..length]), None);
        }
        for place in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[place] ^= 0xff;
            // Whatever it takes, its cells can be read.
            for sheet in Table::from_bytes(&changed).iter().flat_map(|t| &t.sheets) {
                assert!(sheet.rows().count() <= sheet.height());
            }
        }
    }
}
