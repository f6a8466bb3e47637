//! [`Refusal`]: why something can't be done, and what to do.

use std::borrow::Cow;

/// Why something can't be done just now, with what to do about it, in the user's words. Nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{words}")]
pub struct Refusal {
    /// What is wrong and what to do next.
    pub words: String,
    /// The field of the form it is about, by name.
    pub field: Option<Cow<'static, str>>,
}

impl Refusal {
    /// A refusal in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            field: None,
        }
    }

    /// A refusal about one field.
    pub fn of(field: impl Into<Cow<'static, str>>, words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            field: Some(field.into()),
        }
    }
}
