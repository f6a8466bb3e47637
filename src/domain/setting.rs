//! [`Setting`]: what belongs to the caseload as a whole.

mod change;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, KeptFilter, ListColumn, PersonId, Weekdays, kept_filter};
pub(super) use change::needed_for;
pub use change::{SencoMeant, SettingDetails, change, senco_meant};

/// The id of the [`Setting`].
pub type SettingId = Id<Setting>;

/// What the SENCO set for this caseload. There is one. (What belongs to a laptop lives outside the file, without names.)
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Setting {
    /// Its id: always [`Setting::ID`].
    pub id: SettingId,
    /// The SENCO, who is "you" on the screens.
    pub senco: Option<PersonId>,
    /// The days she works as SENCO.
    pub working_days: Weekdays,
    /// What the school calls the plan: "SEN support plan", "IEP", "passport".
    pub plan_name: String,
    /// The first day of this caseload: rules are silent about the time before it.
    pub began_on: NaiveDate,
    /// The columns of the list of pupils, from left to right; none means the usual ones.
    #[serde(default)]
    pub columns: Vec<ListColumn>,
    /// Filters kept under a name.
    #[serde(default)]
    pub kept_filters: Vec<KeptFilter>,
}

impl Setting {
    /// The id of the one record.
    pub const ID: SettingId = Id::new(1);

    /// The settings of a caseload in which nothing is set yet.
    pub fn new(began_on: NaiveDate) -> Self {
        Self {
            id: Self::ID,
            senco: None,
            working_days: Weekdays::MON_TO_FRI,
            plan_name: "SEN support plan".to_owned(),
            began_on,
            columns: Vec::new(),
            kept_filters: Vec::new(),
        }
    }

    /// The filter kept under this name; capitals and accents do not matter.
    pub fn kept_filter(&self, name: &str) -> Option<&KeptFilter> {
        if self.kept_filters.is_empty() {
            return None;
        }
        let at = kept_filter::place(&self.kept_filters, name)?;
        self.kept_filters.get(at)
    }
}
