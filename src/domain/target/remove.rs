//! Taking a target away.

use crate::domain::{Desk, Edit, Measure, Place, Refusal, Strategy, Target};

/// Takes a target out of a plan, with its strategies. What was measured and the places that served it stay, and are about
/// no target then. `measures` are all of the pupil's.
///
/// # Errors
/// When a review has judged it, or a later target goes on with it: then it is part of the record.
pub fn remove(desk: &Desk<'_>, target: &Target, measures: &[Measure]) -> Result<Edit, Refusal> {
    let caseload = desk.caseload;
    let is_judged = caseload.reviews.of(target.pupil).any(|review| {
        let mut judgements = review.judgements.iter();
        judgements.any(|judgement| judgement.target == target.id)
    });
    if is_judged {
        return Err(Refusal::new(
            "A review has judged this target, so it stays with that review. Ctrl+Z takes the newest change back.",
        ));
    }
    let goes_on = |other: &Target| other.carried_from == Some(target.id);
    if caseload.targets.of(target.pupil).any(goes_on) {
        return Err(Refusal::new(
            "A later target goes on with this one, so it stays. Take the later one away first.",
        ));
    }
    let name = caseload.full_name(target.pupil);
    let strategies = caseload
        .strategies
        .of(target.pupil)
        .filter(|strategy| strategy.target == Some(target.id));
    let places = caseload
        .places
        .of(target.pupil)
        .filter(|place| place.target == Some(target.id))
        .map(|place| Place {
            target: None,
            ..place.clone()
        });
    let measures = measures
        .iter()
        .filter(|measure| measure.target == Some(target.id))
        .map(|measure| Measure {
            target: None,
            ..measure.clone()
        });
    let later = later_targets(desk, target);
    let mut edit = Edit::new(format!("Target removed from the plan of {name}"))
        .put_all(places)
        .put_all(measures)
        .put_all(later);
    for strategy in strategies.map(|strategy: &Strategy| strategy.id) {
        edit = edit.remove(strategy);
    }
    Ok(edit.remove(target.id))
}

/// The targets after it in the plan, each a place further up.
fn later_targets(desk: &Desk<'_>, target: &Target) -> Vec<Target> {
    let cycle = desk.caseload.cycles.get(target.cycle);
    let targets = cycle.map(|cycle| desk.caseload.targets_of(cycle));
    targets
        .unwrap_or_default()
        .into_iter()
        .filter(|other| other.place > target.place)
        .map(|other| Target {
            place: other.place - 1,
            ..other.clone()
        })
        .collect()
}
