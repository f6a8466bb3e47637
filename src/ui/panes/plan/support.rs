//! Interventions as a plan tells of them.

use crate::domain::{Intervention, Place, PlaceId, PupilId};
use crate::ui::{Context, Effect, Pane};

/// An intervention as a pupil's plan tells of it: "Colourful semantics 3 x 20 min, pair, Mrs Bell".
pub(super) fn words(cx: &Context<'_>, intervention: &Intervention) -> String {
    let caseload = cx.desk.caseload;
    let mut words = intervention.name.clone();
    if !intervention.slots.is_empty() {
        let times = intervention.slots.len();
        words.push_str(&format!(" {times} x {} min", intervention.minutes));
    }
    let today = cx.desk.today();
    let is_there = |place: &&Place| place.to.is_none_or(|to| to >= today);
    let together = match caseload.places_in(intervention.id).filter(is_there).count() {
        0 | 1 => "alone".to_owned(),
        2 => "pair".to_owned(),
        many => format!("group of {many}"),
    };
    words.push_str(&format!(", {together}"));
    let led_by = caseload.name_of(intervention.led_by);
    if !led_by.is_empty() {
        words.push_str(&format!(", {led_by}"));
    }
    words
}

/// Opens a pupil's place in an intervention where its sessions are kept.
pub(super) fn open(_cx: &Context<'_>, _place: PlaceId) -> Effect {
    Effect::Show(Pane::Log)
}

/// The choices that give a pupil new support, for a list of what can be new.
pub(super) fn new(_cx: &Context<'_>, _pupil: PupilId) -> Vec<(char, String, Effect)> {
    Vec::new()
}
