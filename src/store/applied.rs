//! [`Applied`]: what the file now holds that memory does not yet.

use std::collections::BTreeSet;

use crate::domain::{Change, PupilId};

/// An edit that the file holds: what memory has to take over, and whose figures to work out anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The edit's words.
    pub label: String,
    /// What changed, in order.
    pub changes: Vec<Change>,
    /// The pupils its records are about, before and after.
    pub pupils: BTreeSet<PupilId>,
}
