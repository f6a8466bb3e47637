/// Words of a file that are kept as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptWords {
    /// The column's heading.
    pub heading: String,
    /// The cell, cleaned.
    pub words: String,
}
