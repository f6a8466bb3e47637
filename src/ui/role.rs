//! [`Role`]: what a piece of text is.

/// What a piece of text is. A [`Look`](super::Look) turns it into colours; a mark beside it says the same without them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, strum::VariantArray)]
pub enum Role {
    /// Ordinary text.
    #[default]
    Text,
    /// Labels, hints, what is less important.
    Muted,
    /// A heading.
    Heading,
    /// The field or part that hears the keys.
    Focus,
    /// The row under the cursor.
    Selected,
    /// Due soon.
    Due,
    /// Past its day.
    Overdue,
    /// Done, met.
    Done,
    /// Why something can't be done.
    Refusal,
}
