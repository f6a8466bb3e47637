//! [`Arrangement`]: an access arrangement for examinations and tests; and what is done with one.

mod edits;
mod evidence;
mod missing;

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use super::{AccessForm, Id, PupilId, Rules};

pub use edits::{add_evidence, doubts, put, put_evidence, remove, remove_evidence};
pub use evidence::Evidence;
pub use missing::{Missing, is_missing, missing};

/// The id of an [`Arrangement`].
pub type ArrangementId = Id<Arrangement>;

/// An access arrangement: what a candidate is given in examinations and tests because it is her normal way of working
/// (JCQ), with what shows that it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Arrangement {
    /// Its id.
    pub id: ArrangementId,
    /// The pupil.
    pub pupil: PupilId,
    /// What is arranged: "25% extra time".
    pub what: String,
    /// Her normal way of working, in class and in mocks.
    pub normal_way: String,
    /// How many subject teachers were asked for evidence.
    pub asked: Option<u32>,
    /// What teachers say, in the order it came.
    pub evidence: Vec<Evidence>,
    /// When she was assessed.
    pub assessed_on: Option<NaiveDate>,
    /// By whom.
    pub assessed_by: String,
    /// The scores, as the assessor gives them: "reading speed 82, processing 84".
    pub scores: String,
    /// The form behind it.
    pub form: Option<AccessForm>,
    /// When it was approved.
    pub approved_on: Option<NaiveDate>,
    /// The reference of Access Arrangements Online.
    pub reference: String,
    /// When it runs out, where that is not so many months after the approval (R15).
    pub expires_on: Option<NaiveDate>,
    /// When it was given up.
    pub ended_on: Option<NaiveDate>,
}

impl Arrangement {
    /// An arrangement of which nothing is written yet.
    pub fn new(id: ArrangementId, pupil: PupilId) -> Self {
        Self {
            id,
            pupil,
            what: String::new(),
            normal_way: String::new(),
            asked: None,
            evidence: Vec::new(),
            assessed_on: None,
            assessed_by: String::new(),
            scores: String::new(),
            form: None,
            approved_on: None,
            reference: String::new(),
            expires_on: None,
            ended_on: None,
        }
    }

    /// Whether it is in use or on the way there.
    pub fn is_wanted(&self) -> bool {
        self.ended_on.is_none()
    }

    /// When it runs out: the day set, or so many months after its approval (R15).
    pub fn expires(&self, rules: &Rules) -> Option<NaiveDate> {
        let by_rule = || {
            let approved_on = self.approved_on?;
            let months = rules.numbers(approved_on).access_arrangement_months;
            approved_on.checked_add_months(Months::new(months.into()))
        };
        self.expires_on.or_else(by_rule)
    }

    /// How much teacher evidence there is: "3 of 4", "3"; nothing while nobody was asked.
    pub fn evidence_count(&self) -> String {
        match (self.evidence.len(), self.asked) {
            (0, None) => String::new(),
            (count, None) => count.to_string(),
            (count, Some(asked)) => format!("{count} of {asked}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::test_desk::{AISHA, date};

    #[test]
    fn r15_it_runs_out_26_months_after_approval_unless_a_day_is_set() {
        let rules = Rules::england();
        let mut arrangement = Arrangement::new(ArrangementId::new(90), AISHA);
        assert_eq!(arrangement.expires(rules), None);
        arrangement.approved_on = Some(date("2026-10-05"));
        assert_eq!(arrangement.expires(rules), Some(date("2028-12-05")));
        arrangement.approved_on = Some(date("2026-12-31"));
        assert_eq!(arrangement.expires(rules), Some(date("2029-02-28")));
        arrangement.expires_on = Some(date("2028-07-31"));
        assert_eq!(arrangement.expires(rules), Some(date("2028-07-31")));
    }
}
