use std::borrow::Cow;

use super::delimiter::Delimiter;
use super::row::Row;

/// The most columns that are read; blank ones beyond do no harm.
pub(super) const MOST_COLUMNS: usize = 500;

/// The rows of a text, one after the other, blank ones too.
///
/// It reads what the `csv` crate reads (a test compares them), and besides knows the line on which each row begins, keeps blank
/// rows, and tells a quotation mark that never closes: every line of a file is to be accounted for.
#[derive(Clone, Debug)]
pub(super) struct Rows<'a> {
    text: &'a str,
    delimiter: u8,
    at: usize,
    line: u32,
}

impl<'a> Rows<'a> {
    /// The rows of `text`, whose first line is line `first_line` of the file.
    pub fn new(text: &'a str, delimiter: Delimiter, first_line: u32) -> Self {
        Self {
            text,
            delimiter: delimiter.byte(),
            at: 0,
            line: first_line,
        }
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes a line end, if one is here.
    fn line_end(&mut self) -> bool {
        let rest = &self.text.as_bytes()[self.at..];
        let length = match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += length;
        self.line += 1;
        true
    }

    /// Text up to the next delimiter or line end.
    fn bare(&mut self) -> &'a str {
        let start = self.at;
        let ends = |byte: &u8| *byte == self.delimiter || matches!(byte, b'\r' | b'\n');
        let rest = &self.text.as_bytes()[start..];
        self.at += rest.iter().position(ends).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    /// The text after an opening quotation mark, past the closing one; false when there is none.
    fn quoted(&mut self) -> (Cow<'a, str>, bool) {
        let mut text = Cow::Borrowed("");
        let mut start = self.at;
        loop {
            match self.byte() {
                None => {
                    append(&mut text, &self.text[start..]);
                    return (text, false);
                }
                Some(b'"') => {
                    append(&mut text, &self.text[start..self.at]);
                    self.at += 1;
                    if self.byte() != Some(b'"') {
                        return (text, true);
                    }
                    // A doubled mark stands for one.
                    start = self.at;
                    self.at += 1;
                }
                Some(_) => {
                    if !self.line_end() {
                        self.at += 1;
                    }
                }
            }
        }
    }

    fn cell(&mut self) -> (Cow<'a, str>, Option<u32>) {
        if self.byte() != Some(b'"') {
            return (Cow::Borrowed(self.bare()), None);
        }
        let opened = self.line;
        self.at += 1;
        let (mut text, closed) = self.quoted();
        // Somebody's stray text after the closing mark belongs to the cell.
        append(&mut text, self.bare());
        (text, (!closed).then_some(opened))
    }
}

fn append<'a>(text: &mut Cow<'a, str>, more: &'a str) {
    if text.is_empty() {
        *text = Cow::Borrowed(more);
    } else if !more.is_empty() {
        text.to_mut().push_str(more);
    }
}

impl<'a> Iterator for Rows<'a> {
    type Item = Row<'a>;

    fn next(&mut self) -> Option<Row<'a>> {
        self.byte()?;
        let mut row = Row {
            line: self.line,
            cells: Vec::new(),
            unclosed: None,
            too_wide: false,
        };
        loop {
            let (cell, unclosed) = self.cell();
            row.unclosed = row.unclosed.or(unclosed);
            if row.cells.len() < MOST_COLUMNS {
                row.cells.push(cell);
            } else if !cell.trim().is_empty() {
                row.too_wide = true;
            }
            if self.byte() == Some(self.delimiter) {
                self.at += 1;
                continue;
            }
            self.line_end();
            return Some(row);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let rows = Rows::new(text, Delimiter::Comma, 1);
        rows.map(|row| {
            (
                row.line,
                row.cells.iter().map(|cell| cell.to_string()).collect(),
            )
        })
        .collect()
    }

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|(_, cells)| cells).collect()
    }

    #[test]
    fn every_row_knows_its_line() {
        let text = "a,b\r\n\"two\r\nlines\",c\n\n,\rlast";
        assert_eq!(
            rows(text).iter().map(|(line, _)| *line).collect::<Vec<_>>(),
            [1, 2, 4, 5, 6]
        );
        assert_eq!(
            cells(text),
            [
                vec!["a", "b"],
                vec!["two\r\nlines", "c"],
                vec![""],
                vec!["", ""],
                vec!["last"]
            ]
        );
    }

    #[test]
    fn quotation_marks_close_double_and_stray() {
        assert_eq!(cells("\"a \"\"b\"\" c\",d"), [["a \"b\" c", "d"]]);
        assert_eq!(cells("\"a\" b,5\" tall"), [["a b", "5\" tall"]]);
        assert_eq!(cells("\"\",x"), [["", "x"]]);
    }

    #[test]
    fn a_mark_that_never_closes_is_told_with_its_line() {
        let mut rows = Rows::new("a,b\nc,\"d\ne,f\n", Delimiter::Comma, 1);
        assert_eq!(rows.next().unwrap().unclosed, None);
        let broken = rows.next().unwrap();
        assert_eq!((broken.line, broken.unclosed), (2, Some(2)));
        assert_eq!(broken.cells[1], "d\ne,f\n");
        assert_eq!(rows.next(), None);
    }

    #[test]
    fn five_hundred_columns_and_no_more() {
        let wide = |cells: usize, with: &str| {
            Rows::new(&format!("{},", with).repeat(cells), Delimiter::Comma, 1)
                .next()
                .unwrap()
                .too_wide
        };
        assert!(!wide(MOST_COLUMNS, "x"));
        assert!(wide(MOST_COLUMNS + 1, "x"));
        assert!(!wide(100_000, ""));
    }

    proptest! {
        #[test]
        fn it_reads_what_the_csv_crate_reads(text in "[ab\",\r\n ]{0,40}") {
            let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> =
                reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
            // Theirs leaves out empty lines.
            let ours: Vec<_> = cells(&text).into_iter().filter(|cells| cells.len() > 1 || !cells[0].is_empty()).collect();
            let theirs: Vec<_> = theirs.into_iter().filter(|cells| cells.len() > 1 || !cells[0].is_empty()).collect();
            prop_assert_eq!(ours, theirs);
        }

        #[test]
        fn no_text_is_lost_or_read_twice(text in "\\PC{0,40}") {
            let lines = Rows::new(&text, Delimiter::Comma, 1).map(|row| row.line);
            prop_assert!(lines.is_sorted());
        }
    }
}
