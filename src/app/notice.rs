//! [`Notice`]: what just happened.

/// What just happened, for the last line but one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Notice {
    /// Nothing to say.
    #[default]
    None,
    /// Something was done.
    Said(String),
    /// Something was not done, and why.
    Refused(String),
}

impl Notice {
    pub(super) fn said(words: impl Into<String>) -> Self {
        Self::Said(words.into())
    }

    pub(super) fn refused(words: impl Into<String>) -> Self {
        Self::Refused(words.into())
    }
}
