//! [`Doubt`]: something that looks wrong and may be right.

/// Something that looks wrong and may be right. It is shown beside the field with its basis and never stops a save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The field, by name.
    pub field: &'static str,
    /// What looks wrong.
    pub words: String,
    /// Why we say so: a paragraph, a regulation, "the term dates you entered".
    pub basis: String,
}
