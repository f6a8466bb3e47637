use thiserror::Error;

/// Why rules or a setting laid over them can't be used, in words.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("These rules can't be used: {0}. Nothing was changed.")]
pub struct BadRules(pub(super) String);
