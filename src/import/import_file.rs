use std::collections::BTreeMap;

use super::delimiter::Delimiter;
use super::encoding::Encoding;
use super::found_column::FoundColumn;
use super::incoming::Incoming;
use super::skipped::Skipped;

/// A file read as a list of pupils; nothing is matched and nothing written yet.
///
/// Every line counts: `lines_read` is the lines of the pupils and the skipped ones together. The heading, blank lines at the
/// end, and a first line `sep=` are not counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportFile {
    /// How its letters are written; none for a workbook.
    pub encoding: Option<Encoding>,
    /// What stands between its columns; none for a workbook.
    pub delimiter: Option<Delimiter>,
    /// The sheets of a workbook that were read. Lines are numbered on from one to the next.
    pub sheets: Vec<String>,
    /// The line on which the heading begins, from 1; 0 where there is none.
    pub heading_line: u32,
    /// How many lines were read. A line of a spreadsheet that takes several lines of the file is one.
    pub lines_read: usize,
    /// The pupils, in the order of their first lines.
    pub pupils: Vec<Incoming>,
    /// The other lines, in order.
    pub skipped: Vec<Skipped>,
    /// Headings of columns that are never kept: passwords, ethnicity, addresses and the like.
    pub left_out: Vec<String>,
    /// The other columns that are filled, from left to right.
    pub columns: Vec<FoundColumn>,
    /// What the user said that columns hold, now or of a list with the same headings: all headings of a sheet, folded, each with
    /// what was said. Sheets of which nothing was said are not among them.
    pub said: Vec<BTreeMap<String, String>>,
    /// Where the file breaks off, as a sentence. Nothing should be written from such a file unless asked.
    pub broken: Option<String>,
    /// What else the user should know of the file, as sentences.
    pub notices: Vec<String>,
}

impl ImportFile {
    /// The columns whose headings are not known: nothing was taken from them.
    pub fn unknown(&self) -> impl Iterator<Item = &FoundColumn> {
        self.columns.iter().filter(|column| column.field.is_none())
    }
}
