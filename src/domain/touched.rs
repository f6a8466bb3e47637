//! [`Touched`]: whose standing an edit may have changed.

use std::collections::BTreeSet;

use super::PupilId;

/// Whose standing an edit may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Everybody's.
    All,
    /// These pupils'.
    These(BTreeSet<PupilId>),
}
