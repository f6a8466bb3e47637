//! [`OtherPlan`]: a plan beside the SEN support plan and the EHC plan; and what is done with one.

mod edits;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HealthPart, Id, OtherPlanKind, PersonId, PupilId};

pub use edits::{doubts, put, remove};

/// The id of an [`OtherPlan`].
pub type OtherPlanId = Id<OtherPlan>;

/// An individual healthcare plan, a part-time timetable, a risk assessment: who has it, and when it is reviewed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OtherPlan {
    /// Its id.
    pub id: OtherPlanId,
    /// The pupil.
    pub pupil: PupilId,
    /// What it is.
    pub kind: OtherPlanKind,
    /// Of what, in a few words: "asthma", "mornings only".
    pub what: String,
    /// What it says.
    pub words: String,
    /// Who has it in hand, by name.
    pub owner: String,
    /// The person, once matched.
    pub person: Option<PersonId>,
    /// Since when it is in force.
    pub since: Option<NaiveDate>,
    /// When it is to be reviewed.
    pub review_on: Option<NaiveDate>,
    /// When it is to end, where that was set: a part-time timetable has an end.
    pub ends_on: Option<NaiveDate>,
    /// When it ended.
    pub ended_on: Option<NaiveDate>,
    /// What a healthcare plan says, part by part; parts without words are left out.
    pub parts: Vec<(HealthPart, String)>,
}

impl OtherPlan {
    /// A plan of which nothing is written yet.
    pub fn new(id: OtherPlanId, pupil: PupilId, kind: OtherPlanKind) -> Self {
        Self {
            id,
            pupil,
            kind,
            what: String::new(),
            words: String::new(),
            owner: String::new(),
            person: None,
            since: None,
            review_on: None,
            ends_on: None,
            ended_on: None,
            parts: Vec::new(),
        }
    }

    /// Whether it is a healthcare plan, which has its own page.
    pub fn is_health(&self) -> bool {
        self.kind == OtherPlanKind::HealthCare
    }

    /// What a healthcare plan says in one part.
    pub fn part(&self, part: HealthPart) -> &str {
        let mut parts = self.parts.iter();
        let found = parts.find(|(other, _)| *other == part);
        found.map_or("", |(_, words)| words)
    }
}
