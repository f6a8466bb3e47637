use super::field::Field;

/// A column of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    /// Where it stands, from 0.
    pub place: usize,
    /// Its heading, cleaned.
    pub heading: String,
    /// What it holds, or none when the dictionary does not know its heading.
    pub field: Option<Field>,
}
