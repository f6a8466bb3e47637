use serde::Deserialize;

use crate::domain::Force;
use crate::domain::WhoMust;

/// Who must act by one of a rule's dates, with what force and on what basis.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleStep {
    /// Who must act.
    pub who_must: WhoMust,
    /// With what force.
    pub force: Force,
    /// The paragraph or regulation of this step.
    pub basis: String,
}
