use serde::{Deserialize, Serialize};

use super::delimiter::Delimiter;
use super::encoding::Encoding;

/// How the rows of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// As text.
    Text {
        /// How its letters are written.
        encoding: Encoding,
        /// What stands between its columns.
        delimiter: Delimiter,
        /// How many letters could not be read.
        lost: usize,
        /// Whether its last line ends as lines do.
        is_ended: bool,
    },
    /// As a workbook of a spreadsheet program.
    Workbook,
}
