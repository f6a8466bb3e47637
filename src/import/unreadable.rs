/// Why a file can't be taken as a list of pupils, with what to do about it. Nothing was read from it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// No bytes, or only blank lines.
    #[error("The file is empty. Export the list again, and choose the new file.")]
    Empty,
    /// Another kind of file than a list in text.
    #[error("This is {what}, not a list of pupils. {advice}")]
    Foreign {
        /// What it is, with its article.
        what: &'static str,
        /// What to do, as a sentence.
        advice: &'static str,
    },
    /// More bytes than are read at once.
    #[error(
        "The file has more than {limit} MB, and no more are read. Export the pupils only, without pictures or history."
    )]
    TooLarge {
        /// The most that is read, in MB.
        limit: usize,
    },
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
    /// No line names the columns.
    #[error(
        "No line of headings was found. Give the file a first line that says what each column is, such as Surname, Forename, DOB, Year, SEN status."
    )]
    NoHeading,
}
