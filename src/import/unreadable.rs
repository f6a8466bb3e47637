use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::found_column::FoundColumn;
use super::offered_sheet::OfferedSheet;

/// Why a file can't be taken as a list of pupils, with what to do about it. Nothing was read from it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize, Deserialize)]
pub enum Unreadable {
    /// No bytes, or only blank lines.
    #[error("The file is empty. Export the list again, and choose the new file.")]
    Empty,
    /// Another kind of file than a list.
    #[error("This is {what}, not a list of pupils. {advice}")]
    Foreign {
        /// What it is, with its article.
        what: Cow<'static, str>,
        /// What to do, as a sentence.
        advice: Cow<'static, str>,
    },
    /// A workbook that is not whole.
    #[error(
        "The workbook is damaged, or was cut off on its way. Open it in Excel and save it anew, or export it again."
    )]
    Damaged,
    /// A workbook that opens with a password only.
    #[error(
        "The workbook can't be read: it opens with a password only, or it is no workbook. Save it in Excel without a password, and delete that file afterwards."
    )]
    Locked,
    /// More bytes than are read at once.
    #[error(
        "The file has more than {limit} MB, and no more are read. Export the pupils only, without pictures or history."
    )]
    TooLarge {
        /// The most that is read, in MB.
        limit: usize,
    },
    /// It unpacks to more text than is read.
    #[error(
        "The file unpacks to more than {limit} MB, and no more are read. Export the pupils only, without pictures or history."
    )]
    TooMuchText {
        /// The most that is read, in MB.
        limit: usize,
    },
    /// To read it takes more memory than is given to it.
    #[error(
        "The file can't be read with {limit} MB of memory, and no more are used. Export the pupils only, as CSV."
    )]
    TooMuchMemory {
        /// The most that is used, in MB.
        limit: u64,
    },
    /// To read it takes longer than is waited for.
    #[error(
        "The file was not read within {seconds} seconds for 10,000 lines, so reading was stopped. Export the pupils only, as CSV."
    )]
    TooSlow {
        /// How long is waited.
        seconds: u64,
    },
    /// The user stopped it.
    #[error("Reading was stopped. Nothing was written.")]
    Stopped,
    /// More lines than are read at once.
    #[error("The file has more than {limit} lines. Export one school's pupils only.")]
    TooManyLines {
        /// The most that is read.
        limit: usize,
    },
    /// More columns than are read.
    #[error(
        "Line {line} has more than {limit} filled columns. Export fewer columns: names, dates of birth, classes and SEN are enough."
    )]
    TooManyColumns {
        /// The line of the file.
        line: u32,
        /// The most that is read.
        limit: usize,
    },
    /// The first line names a separator that is not known.
    #[error(
        "The first line says that {0:?} stands between the columns. Save the file with commas, semicolons or tabs."
    )]
    UnknownDelimiter(String),
    /// No line names the columns: the user says what they hold, or gives the file headings.
    #[error(
        "No line of headings was found. Give the file a first line that says what each column is, such as Surname, Forename, DOB, Year, SEN status; or say it with --map: {}.",
        named_columns(.columns)
    )]
    NoHeading {
        /// The columns, with some of what stands in them.
        columns: Vec<FoundColumn>,
    },
    /// Several sheets have pupils.
    #[error(
        "The workbook has several sheets with headings: {}. Say which one is meant with --sheet NAME, or take --all-sheets.",
        named_sheets(.sheets)
    )]
    WhichSheet {
        /// All sheets that are seen.
        sheets: Vec<OfferedSheet>,
    },
    /// There is no such sheet.
    #[error("The workbook has no sheet \"{name}\". It has {}.", named_sheets(.sheets))]
    NoSheet {
        /// The name that was asked for.
        name: String,
        /// All sheets that are seen.
        sheets: Vec<OfferedSheet>,
    },
}

/// The most of each that a sentence names.
const NAMED: usize = 12;

fn named_sheets(sheets: &[OfferedSheet]) -> String {
    let named: Vec<String> = sheets.iter().take(NAMED).map(ToString::to_string).collect();
    named.join(", ")
}

/// As the user would write them: `"Column 1=..." (12 lines filled)`. What stands in them may be names, and an error is no
/// place for those: the screen shows them.
fn named_columns(columns: &[FoundColumn]) -> String {
    let named = columns.iter().take(NAMED).map(|column| {
        let lines = if column.filled == 1 { "line" } else { "lines" };
        format!(
            "\"{}=...\" ({} {lines} filled)",
            column.heading, column.filled
        )
    });
    named.collect::<Vec<_>>().join(", ")
}
