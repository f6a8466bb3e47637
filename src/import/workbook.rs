//! Workbooks of spreadsheet programs, taken apart by `calamine`.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{
    Data, DataRef, ExcelDateTime, Ods, Reader as _, SheetType, SheetVisible, Xls, Xlsb, Xlsx,
};

use super::rows::MOST_COLUMNS;
use super::sheet::{MOST_LINES, Sheet};
use super::source::Source;
use super::table::Table;
use super::unreadable::Unreadable;

/// The most that the parts of a workbook unpack to, in MB: 200,000 lines of pupils take less.
const MOST_UNPACKED: u64 = 400;
/// The most parts it may have.
const MOST_PARTS: usize = 5_000;
/// The most sheets that are looked at.
const MOST_SHEETS: usize = 200;

/// The kinds of workbook that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Excel since 2007.
    Xlsx,
    /// The same in binary.
    Xlsb,
    /// Excel before that.
    Xls,
    /// LibreOffice and others.
    Ods,
}

impl Kind {
    /// What kind of workbook some bytes are; none when they begin as no workbook does.
    ///
    /// # Errors
    /// When they are an archive of something else, or unpack to more than is read.
    pub fn of(bytes: &[u8]) -> Result<Option<Self>, Unreadable> {
        if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
            return Ok(Some(Self::Xls));
        }
        if !bytes.starts_with(b"PK\x03\x04") {
            return Ok(None);
        }
        let archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        if archive.len() > MOST_PARTS
            || archive.decompressed_size() > Some(u128::from(MOST_UNPACKED << 20))
        {
            return Err(Unreadable::TooMuchText {
                limit: MOST_UNPACKED as usize,
            });
        }
        let has = |name: &str| archive.index_for_name(name).is_some();
        let kind = match () {
            () if has("xl/workbook.xml") => Self::Xlsx,
            () if has("xl/workbook.bin") => Self::Xlsb,
            () if has("content.xml") => Self::Ods,
            () => {
                return Err(Unreadable::Foreign {
                    what: if has("word/document.xml") {
                        "a Word document"
                    } else {
                        "an archive of other files"
                    }
                    .into(),
                    advice: "Unpack it if need be, and import the list as a workbook or as CSV."
                        .into(),
                });
            }
        };
        Ok(Some(kind))
    }
}

/// Takes a workbook apart.
pub(super) fn take_apart(
    bytes: &[u8],
    kind: Kind,
    tell: &mut dyn FnMut(usize),
) -> Result<Table, Unreadable> {
    let bytes = Cursor::new(bytes);
    let damaged = || Unreadable::Damaged;
    match kind {
        Kind::Xlsx => {
            let mut book = Xlsx::new(bytes).map_err(|_| damaged())?;
            let (names, hidden) = sheets_of(book.sheets_metadata());
            let sheets = names
                .iter()
                .map(|name| streamed(&mut book, name, tell))
                .collect::<Result<_, _>>()?;
            Ok(table(sheets, hidden))
        }
        Kind::Xls => {
            let mut book = Xls::new(bytes).map_err(|error| match error {
                calamine::XlsError::Password => Unreadable::Locked,
                // What Excel locks with a password it puts into the same wrapping.
                calamine::XlsError::Cfb(_) => Unreadable::Locked,
                _ => damaged(),
            })?;
            let (names, hidden) = sheets_of(book.sheets_metadata());
            let ranges = names.iter().map(|name| {
                let range = book.worksheet_range(name).map_err(|_| damaged())?;
                whole(name, &range, tell)
            });
            Ok(table(ranges.collect::<Result<_, _>>()?, hidden))
        }
        Kind::Xlsb => {
            let mut book = Xlsb::new(bytes).map_err(|_| damaged())?;
            let (names, hidden) = sheets_of(book.sheets_metadata());
            let ranges = names.iter().map(|name| {
                let range = book.worksheet_range(name).map_err(|_| damaged())?;
                whole(name, &range, tell)
            });
            Ok(table(ranges.collect::<Result<_, _>>()?, hidden))
        }
        Kind::Ods => {
            let mut book = Ods::new(bytes).map_err(|_| damaged())?;
            let (names, hidden) = sheets_of(book.sheets_metadata());
            let ranges = names.iter().map(|name| {
                let range = book.worksheet_range(name).map_err(|_| damaged())?;
                whole(name, &range, tell)
            });
            Ok(table(ranges.collect::<Result<_, _>>()?, hidden))
        }
    }
}

fn table(sheets: Vec<Sheet>, hidden: Vec<String>) -> Table {
    Table {
        source: Source::Workbook,
        sheets,
        hidden,
    }
}

/// The names of the sheets that are seen, and of those that are hidden.
fn sheets_of(sheets: &[calamine::Sheet]) -> (Vec<String>, Vec<String>) {
    let of_cells = sheets
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .take(MOST_SHEETS);
    let (seen, hidden): (Vec<_>, Vec<_>) =
        of_cells.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let names = |sheets: Vec<&calamine::Sheet>| -> Vec<String> {
        sheets.iter().map(|sheet| sheet.name.clone()).collect()
    };
    (names(seen), names(hidden))
}

/// A sheet whose cells come one after the other: however far apart they stand, they take no more room than what is in them.
fn streamed(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    tell: &mut dyn FnMut(usize),
) -> Result<Sheet, Unreadable> {
    let merged: Vec<_> = book.merge_cells_by_sheet_name(name).unwrap_or_default();
    let downwards = merged
        .iter()
        .filter(|region| region.end.0 > region.start.0)
        .map(|region| (region.start, region.end.0))
        .collect();
    let mut rows = Stacker::new(name, downwards, tell);
    let mut cells = book
        .worksheet_cells_reader(name)
        .map_err(|_| Unreadable::Damaged)?;
    while let Some(cell) = cells.next_cell().map_err(|_| Unreadable::Damaged)? {
        let (row, column) = cell.get_position();
        match cell.get_value() {
            DataRef::SharedString(words) => rows.put(row, column, words)?,
            other => {
                let value = Data::from(other.clone());
                rows.put(row, column, &words(&value))?;
            }
        }
    }
    rows.finish()
}

/// A sheet that the library reads in one piece.
fn whole(
    name: &str,
    range: &calamine::Range<Data>,
    tell: &mut dyn FnMut(usize),
) -> Result<Sheet, Unreadable> {
    let mut rows = Stacker::new(name, BTreeMap::new(), tell);
    let (first_row, first_column) = range.start().unwrap_or_default();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (row as u32 + first_row, column as u32 + first_column);
        rows.put(row, column, &words(value))?;
    }
    rows.finish()
}

/// A cell as text: dates as 2018-02-14, whole numbers without a point, nothing where a formula failed.
fn words(value: &Data) -> String {
    match value {
        Data::Empty | Data::Error(_) => String::new(),
        Data::String(words) | Data::DateTimeIso(words) | Data::DurationIso(words) => words.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(true) => "Yes".to_owned(),
        Data::Bool(false) => "No".to_owned(),
        Data::DateTime(day) => day_words(day),
    }
}

fn day_words(day: &ExcelDateTime) -> String {
    if !day.is_datetime() || day.as_f64() < 1.0 {
        return day.as_f64().to_string();
    }
    let (year, month, date, ..) = day.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{date:02}")
}

/// Stacks cells to rows.
struct Stacker<'a> {
    sheet: Sheet,
    tell: &'a mut dyn FnMut(usize),
    /// The row that is being filled, from 0.
    row: u32,
    cells: Vec<String>,
    too_wide: bool,
    /// Where merged cells begin, and their last rows.
    merged: BTreeMap<(u32, u32), u32>,
    /// By column: what stands in the merged cell there, and its last row.
    open: BTreeMap<usize, (String, u32)>,
}

impl<'a> Stacker<'a> {
    fn new(name: &str, merged: BTreeMap<(u32, u32), u32>, tell: &'a mut dyn FnMut(usize)) -> Self {
        Self {
            sheet: Sheet::new(name),
            tell,
            row: 0,
            cells: Vec::new(),
            too_wide: false,
            merged,
            open: BTreeMap::new(),
        }
    }

    fn put(&mut self, row: u32, column: u32, words: &str) -> Result<(), Unreadable> {
        if words.trim().is_empty() {
            return Ok(());
        }
        if row < self.row {
            return Err(Unreadable::Damaged);
        }
        if row > self.row {
            self.end_row()?;
            self.row = row;
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            self.too_wide = true;
            return Ok(());
        }
        if let Some(last) = self.merged.remove(&(row, column as u32)) {
            self.open.insert(column, (words.to_owned(), last));
        }
        if self.cells.len() <= column {
            self.cells.resize(column + 1, String::new());
        }
        words.clone_into(&mut self.cells[column]);
        Ok(())
    }

    /// Adds the row, and blank ones above it that nothing stood in. What stands in a merged cell stands in all its rows.
    fn end_row(&mut self) -> Result<(), Unreadable> {
        if self.cells.is_empty() {
            return Ok(());
        }
        let row = self.row;
        self.open.retain(|_, (_, last)| *last >= row);
        for (&column, (words, _)) in &self.open {
            if self.cells.len() <= column {
                self.cells.resize(column + 1, String::new());
            }
            if self.cells[column].is_empty() {
                words.clone_into(&mut self.cells[column]);
            }
        }
        let below = self.sheet.marks.last().map_or(0, |mark| mark.line);
        if (row - below) as usize > MOST_LINES {
            return Err(Unreadable::TooManyLines { limit: MOST_LINES });
        }
        for blank in below..row {
            self.sheet
                .push(blank + 1, None, false, std::iter::empty())?;
        }
        let cells = self.cells.iter().map(String::as_str);
        self.sheet.push(row + 1, None, self.too_wide, cells)?;
        if self.sheet.height().is_multiple_of(10_000) {
            (self.tell)(self.sheet.height());
        }
        self.cells.clear();
        self.too_wide = false;
        Ok(())
    }

    fn finish(mut self) -> Result<Sheet, Unreadable> {
        self.end_row()?;
        Ok(self.sheet)
    }
}
