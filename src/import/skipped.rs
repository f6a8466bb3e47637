/// A line of a file from which nothing was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// The line of the file, from 1.
    pub line: u32,
    /// Why, in words: "blank", "a total: Total".
    pub reason: String,
}
