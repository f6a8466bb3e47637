use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{RuleId, RuleStep};
use crate::domain::Force;
use crate::domain::Sureness;
use crate::domain::deadline::DeadlineKind;

/// One rule as it stands from a day on. When the law changes, the same rule has a later row.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// What it asks, in a sentence.
    pub title: String,
    /// With what force.
    pub force: Force,
    /// Where it stands: the Act, Regulation or paragraph of the Code.
    pub basis: String,
    /// The first day it binds.
    pub valid_from: NaiveDate,
    /// The last day it binds, when it has ended.
    pub valid_to: Option<NaiveDate>,
    /// Keys of [`Rules::source`](super::Rules::source).
    pub sources: Vec<String>,
    /// How well it was checked.
    pub sure: Sureness,
    /// What else a user should know.
    pub note: Option<String>,
    /// Its numbers by name, as they ship; [`Numbers`](super::Numbers) has them typed.
    #[serde(default)]
    pub numbers: toml::Table,
    /// The dates it makes.
    #[serde(default)]
    pub steps: BTreeMap<DeadlineKind, RuleStep>,
}

impl Rule {
    /// Whether it binds on that day.
    pub fn in_force(&self, day: NaiveDate) -> bool {
        self.valid_from <= day && self.valid_to.is_none_or(|to| day <= to)
    }
}
