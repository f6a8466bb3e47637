//! [`Draft`]: what is being typed and is not a record yet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What a draft is of: there is one draft of a form about a thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftKey {
    /// The form, by the name of its file.
    pub dialog: String,
    /// The record it is about, or the one a new record would belong to; empty for neither.
    pub about: String,
}

/// Text typed into a form and not saved yet. Only the fields that were changed are in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What it is of.
    pub key: DraftKey,
    /// The changed fields, by name.
    pub fields: BTreeMap<String, String>,
    /// The field the caret was in, by name.
    pub focus: String,
    /// Where in that field, in characters.
    pub caret: usize,
}
