use serde::Deserialize;

/// A date that nobody has filled in.
#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::demo) enum Missing {
    /// Since when the pupil is on the register.
    Since,
    /// When the parent was told.
    Told,
    /// The next review.
    Review,
    /// When the EHC plan was made and reviewed.
    Made,
}
