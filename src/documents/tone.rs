//! [`Tone`]: how a piece of a document is said.

/// How a piece of a document is said: a screen gives it a colour. What it means is in the words as well.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// What a row is about.
    Label,
    /// Less important.
    Quiet,
    /// Past its day, or behind.
    Late,
    /// Done, met.
    Done,
}
