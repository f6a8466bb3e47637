//! Text that a spreadsheet opens: comma-separated values in which no cell of the data is a formula.

use std::borrow::Cow;

/// What a spreadsheet takes for the start of a formula, or steps over before one.
const STARTS: [char; 11] = [
    '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}',
];

/// The text as a cell that no spreadsheet calculates: an apostrophe stands before what would begin a formula. An import
/// takes it away again.
pub fn cell(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches(['"', ' ', '\'']);
    if first.starts_with(STARTS) || first.starts_with('\u{ff20}') {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The rows as CSV for a spreadsheet on Windows: UTF-8 with its mark, lines that end as there, and every cell a
/// [`cell`].
pub fn csv<'a>(rows: impl IntoIterator<Item = Vec<Cow<'a, str>>>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::from("\u{feff}"));
    for row in rows {
        let cells = row.iter().map(|text| cell(text).into_owned());
        writer
            .write_record(cells)
            .expect("memory takes every record");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8(bytes).expect("text makes text")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula() {
        for text in [
            "=1+1",
            "+44 20",
            "-2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\0=1",
            "\u{ff1d}1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}a",
            " =1",
            "\"=1",
            "'=1",
        ] {
            assert_eq!(cell(text), format!("'{text}"), "{text:?}");
        }
        for text in ["", "O'Brien", "4B", "2-3", "a=b", "\u{2013} a dash"] {
            assert_eq!(cell(text), text);
        }
    }

    #[test]
    fn rows_are_read_back_as_they_were() {
        let text = csv([
            vec!["Name".into(), "Note".into()],
            vec!["Brien, O'".into(), "two\nlines, \"quoted\"".into()],
        ]);
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(&row[0], "Brien, O'");
        assert_eq!(&row[1], "two\nlines, \"quoted\"");
    }
}
