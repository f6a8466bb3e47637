//! [`ImportLayout`]: what the columns of a school's list hold, as the user once said.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Id;

/// The id of an [`ImportLayout`].
pub type ImportLayoutId = Id<ImportLayout>;

/// What the columns of a list hold, as the user said of one with the same set of headings. The next list with that set is
/// read in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportLayout {
    /// Its id.
    pub id: ImportLayoutId,
    /// The day on which the user said it last.
    pub said_on: NaiveDate,
    /// All the headings, as the dictionary folds them, each with what the user said that its column holds; nothing where the
    /// dictionary decides.
    pub columns: BTreeMap<String, String>,
}

impl ImportLayout {
    /// Whether it is about lists with these headings, in whatever order.
    pub fn is_of(&self, columns: &BTreeMap<String, String>) -> bool {
        self.columns.keys().eq(columns.keys())
    }
}
