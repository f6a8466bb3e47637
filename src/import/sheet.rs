use std::borrow::Cow;

use super::row::Row;
use super::rows::MOST_COLUMNS;
use super::unreadable::Unreadable;

/// The most lines that are read.
pub(super) const MOST_LINES: usize = 200_000;
/// The most text that a file is unpacked to.
const MOST_TEXT_MEGABYTES: usize = 100;
/// Titles and headings beside the lines that are counted.
const BESIDE: usize = 100;

/// One sheet of a workbook, or the whole of a text file: its rows, in one piece of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; empty for a text file.
    pub name: String,
    /// All its cells, one after the other.
    pub(super) text: String,
    /// Where each cell ends in the text.
    pub(super) ends: Vec<u32>,
    /// Its rows, but for blank ones at the end.
    pub(super) marks: Vec<RowMark>,
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RowMark {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Where its cells end among all cells.
    pub end: u32,
    /// The line on which a quotation mark opens that never closes; 0 when none does.
    pub unclosed: u32,
    /// It has filled cells beyond the most that are read.
    pub too_wide: bool,
}

impl Sheet {
    /// A sheet with no rows yet.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            ..Self::default()
        }
    }

    /// Adds a row below the others. Blank rows are added when something stands below them.
    ///
    /// # Errors
    /// When there are more lines, or is more text, than is read.
    pub(super) fn push<'a>(
        &mut self,
        line: u32,
        unclosed: Option<u32>,
        too_wide: bool,
        cells: impl Iterator<Item = &'a str>,
    ) -> Result<(), Unreadable> {
        for cell in cells.take(MOST_COLUMNS) {
            self.text.push_str(cell);
            self.ends.push(
                u32::try_from(self.text.len())
                    .ok()
                    .filter(|_| self.text.len() <= MOST_TEXT_MEGABYTES << 20)
                    .ok_or(Unreadable::TooMuchText {
                        limit: MOST_TEXT_MEGABYTES,
                    })?,
            );
        }
        self.marks.push(RowMark {
            line,
            end: u32::try_from(self.ends.len()).map_err(|_| too_many())?,
            unclosed: unclosed.unwrap_or(0),
            too_wide,
        });
        if self.marks.len() > MOST_LINES + BESIDE {
            return Err(too_many());
        }
        Ok(())
    }

    /// How many rows it has.
    pub fn height(&self) -> usize {
        self.marks.len()
    }

    /// Its rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> + Clone {
        let mut first = 0usize;
        self.marks.iter().map(move |mark| {
            let cells = first..mark.end as usize;
            first = cells.end;
            Row {
                line: mark.line,
                cells: cells.map(|cell| Cow::Borrowed(self.cell(cell))).collect(),
                unclosed: (mark.unclosed > 0).then_some(mark.unclosed),
                too_wide: mark.too_wide,
            }
        })
    }

    fn cell(&self, number: usize) -> &str {
        let start = match number {
            0 => 0,
            _ => self.ends[number - 1] as usize,
        };
        &self.text[start..self.ends[number] as usize]
    }

    /// Whether its marks fit its text, as they must when another process wrote them.
    pub(super) fn is_whole(&self) -> bool {
        let within = |end: &u32| self.text.is_char_boundary(*end as usize);
        let cells = self.ends.len();
        self.ends.is_sorted()
            && self.ends.iter().all(within)
            && self.marks.is_sorted_by_key(|mark| mark.end)
            && self.marks.iter().all(|mark| mark.end as usize <= cells)
    }
}

fn too_many() -> Unreadable {
    Unreadable::TooManyLines { limit: MOST_LINES }
}
