//! [`Setting`]: what belongs to the caseload as a whole.

mod change;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Id, PersonId, Weekdays};
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
}

impl Setting {
    /// The id of the one record.
    pub const ID: SettingId = Id::new(1);
}
