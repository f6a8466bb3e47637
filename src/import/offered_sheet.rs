use std::fmt;

/// A sheet that may be read.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct OfferedSheet {
    /// Its name.
    pub name: String,
    /// How many rows stand below its headings; none when no headings were found.
    pub rows: Option<usize>,
}

impl fmt::Display for OfferedSheet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.rows {
            Some(1) => write!(f, "\"{}\" (1 row)", self.name),
            Some(rows) => write!(f, "\"{}\" ({rows} rows)", self.name),
            None => write!(f, "\"{}\" (no headings)", self.name),
        }
    }
}
