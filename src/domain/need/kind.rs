use chrono::NaiveDate;
use serde::Deserialize;

use super::NeedCode;
use crate::domain::Area;
use crate::domain::Status;
use crate::domain::Sureness;

/// One row of the census table of types of need.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Need {
    code: NeedCode,
    shown: Option<String>,
    name: String,
    #[serde(default)]
    names: Vec<String>,
    area: Option<Area>,
    #[serde(default)]
    support_only: bool,
    valid_from: Option<NaiveDate>,
    valid_to: Option<NaiveDate>,
    sure: Sureness,
    note: Option<String>,
}

impl Need {
    /// The census code.
    pub fn code(&self) -> &NeedCode {
        &self.code
    }

    /// The code as schools write it.
    pub fn shown(&self) -> &str {
        self.shown.as_deref().unwrap_or(self.code.as_str())
    }

    /// DfE's name for it.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its broad area of need; none for the two that the census leaves uncategorised.
    pub fn area(&self) -> Option<Area> {
        self.area
    }

    /// What a user should know before choosing it.
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    /// How well the row was checked.
    pub fn sure(&self) -> Sureness {
        self.sure
    }

    /// Whether the census of that day has the code.
    pub fn valid_on(&self, day: NaiveDate) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.valid_to.is_none_or(|to| day <= to)
    }

    /// Whether the census takes the code with that status: `NSA` goes with SEN support only, none goes with no SEN.
    pub fn goes_with(&self, status: Status) -> bool {
        match status {
            Status::N => false,
            Status::K => true,
            Status::E => !self.support_only,
        }
    }

    /// Every whole cell that means this code.
    pub(super) fn spellings(&self) -> impl Iterator<Item = &str> {
        [self.code.as_str(), self.shown(), self.name.as_str()]
            .into_iter()
            .chain(self.names.iter().map(String::as_str))
    }
}
