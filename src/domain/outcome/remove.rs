//! Taking an outcome away.

use crate::domain::{Desk, Edit, EhcLine, Outcome, Refusal};

/// Takes an outcome away. Lines of section F that serve it stay.
///
/// # Errors
/// When targets are steps toward it: then it can only be ended.
pub fn remove(desk: &Desk<'_>, outcome: &Outcome) -> Result<Edit, Refusal> {
    let mut targets = desk.caseload.targets.of(outcome.pupil);
    if targets.any(|target| target.outcome == Some(outcome.id)) {
        return Err(Refusal::new(
            "Targets are steps toward this outcome, so it stays. To put it aside press Enter and give it an end.",
        ));
    }
    let name = desk.caseload.full_name(outcome.pupil);
    let lines = desk.caseload.ehc_lines.of(outcome.pupil);
    let lines = lines.filter(|line| line.outcome == Some(outcome.id));
    let lines = lines.map(|line| EhcLine {
        outcome: None,
        ..line.clone()
    });
    Ok(Edit::new(format!("Outcome removed for {name}"))
        .put_all(lines)
        .remove(outcome.id))
}
