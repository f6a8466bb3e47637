use serde::Deserialize;

use crate::domain::Decision;

/// What may be said of anybody.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::demo) struct Everybody {
    pub(in crate::demo) strengths: Vec<String>,
    pub(in crate::demo) works: Vec<String>,
    pub(in crate::demo) important: Vec<String>,
    /// What, and who: teacher, ta, family, or nobody for the SENCO.
    pub(in crate::demo) actions: Vec<(String, String)>,
    /// Why an action was dropped.
    pub(in crate::demo) dropped: Vec<String>,
    /// What the SENCO advised.
    pub(in crate::demo) gave: Vec<String>,
    carry_on: Vec<String>,
    change: Vec<String>,
    step_up: Vec<String>,
    step_down: Vec<String>,
    /// Of a session.
    pub(in crate::demo) remarks: Vec<String>,
}

impl Everybody {
    /// Why a review decided as it did.
    pub(in crate::demo) fn reasons(&self, decision: Decision) -> &[String] {
        match decision {
            Decision::CarryOn => &self.carry_on,
            Decision::Change => &self.change,
            Decision::StepUp | Decision::AskForAssessment => &self.step_up,
            Decision::StepDown | Decision::Leave => &self.step_down,
        }
    }
}
