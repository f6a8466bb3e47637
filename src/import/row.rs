use std::borrow::Cow;

/// One row of a file as it stands: what a spreadsheet would show in a row, which may take several lines of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// The line of the file on which it begins, from 1.
    pub line: u32,
    /// Its cells as written, without quotation marks.
    pub cells: Vec<Cow<'a, str>>,
    /// A quotation mark opened on this line and never closed: the file was cut off, or a mark is missing.
    pub unclosed: Option<u32>,
    /// It has filled cells beyond the most that are read.
    pub too_wide: bool,
}

impl Row<'_> {
    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// The cells in which something stands.
    pub fn filled(&self) -> impl Iterator<Item = (usize, &str)> {
        self.cells
            .iter()
            .enumerate()
            .map(|(place, cell)| (place, cell.as_ref()))
            .filter(|(_, cell)| !cell.trim().is_empty())
    }

    /// The cell in this column; a short row is blank to the right.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", AsRef::as_ref)
    }
}
