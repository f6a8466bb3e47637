//! What looks wrong about a status and may be right.

use crate::domain::{Desk, Doubt, NewStatus, RuleId, Status};

/// R3: on SEN support the parent must have been told. A day is what shows it; the box alone says "told, nobody knows when".
pub fn doubts(desk: &Desk<'_>, status: &NewStatus) -> Vec<Doubt> {
    let told = status.parent_told || status.parent_told_on.is_some();
    let doubt = (status.status == Status::K && !told).then(|| Doubt {
        field: "parent_told",
        words: "the parent must be told of SEN support".to_owned(),
        basis: desk.rules.rule(RuleId::R3, desk.today()).basis.clone(),
    });
    doubt.into_iter().collect()
}
