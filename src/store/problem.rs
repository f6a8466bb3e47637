//! [`Problem`]: something wrong with the file.

use serde::Serialize;

/// Something wrong with the file, without anybody's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The kind of problem.
    pub id: &'static str,
    /// Where: a page, a table and a record's number.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What mends it.
    pub repair: String,
}
