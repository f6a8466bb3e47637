//! Interventions as a plan tells of them.

use crate::domain::{Cycle, Intervention, Keeping, Place, PlaceId, TargetId, place};
use crate::ui::dialogs::{self, Choose, extra_session};
use crate::ui::{Context, Effect};

use super::Case;

/// An intervention as a pupil's plan tells of it: "Colourful semantics 3 x 20 min, pair, Mrs Bell".
pub(super) fn words(cx: &Context<'_>, intervention: &Intervention) -> String {
    let caseload = cx.desk.caseload;
    let mut words = cx.group_name(intervention);
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

/// Opens a pupil's place in an intervention.
pub(super) fn open(cx: &Context<'_>, place: PlaceId) -> Effect {
    match cx.desk.caseload.places.get(place) {
        Some(place) => Effect::open(dialogs::place::of(cx, place)),
        None => Effect::None,
    }
}

/// Takes a place away in which the pupil was never marked.
pub(super) fn remove(cx: &Context<'_>, place: PlaceId) -> Effect {
    let Some(place) = cx.desk.caseload.places.get(place) else {
        return Effect::None;
    };
    match cx.log.was_marked(place.pupil, place.intervention) {
        Ok(was_marked) => Effect::save(place::remove(&cx.desk, place, was_marked)),
        Err(error) => Effect::refuse(error.to_string()),
    }
}

/// The choices that give a pupil more support, for a target if one is at hand.
pub(super) fn new(
    cx: &Context<'_>,
    cycle: &Cycle,
    target: Option<TargetId>,
) -> Vec<(char, String, Effect)> {
    let joins = dialogs::join::new(cx, cycle, target).map(|form| {
        let words = "a place in a group that runs".to_owned();
        ('g', words, Effect::open(form))
    });
    let words = "a new intervention: a group, or one to one".to_owned();
    let begins = ('i', words, dialogs::intervention::open(cx, None));
    joins.into_iter().chain([begins]).collect()
}

/// The choice of a session that was not on the timetable: of the place under the cursor, else of whichever group she is in;
/// none where no register is kept of any.
pub(super) fn session(
    cx: &Context<'_>,
    case: &Case<'_>,
    at: Option<PlaceId>,
) -> Option<(char, String, Effect)> {
    let caseload = cx.desk.caseload;
    let runs = case.standing.map_or(&[][..], |standing| &standing.runs);
    let mut groups: Vec<&Intervention> = runs
        .iter()
        .filter(|(place, _)| at.is_none_or(|at| at == *place))
        .filter_map(|(place, _)| caseload.places.get(*place))
        .filter_map(|place| caseload.interventions.get(place.intervention))
        .filter(|group| group.keeping != Keeping::Standing)
        .collect();
    groups.dedup_by_key(|group| group.id);
    let words = |of: &str| format!("a session {}{of}", extra_session::WORDS);
    match groups.as_slice() {
        [] => None,
        [group] => {
            let of = format!(", of {}", cx.group_name(group));
            Some(('s', words(&of), extra_session::open(cx, group)))
        }
        several => {
            let choices = ('a'..='z').zip(several).map(|(letter, group)| {
                (
                    letter,
                    self::words(cx, group),
                    extra_session::open(cx, group),
                )
            });
            let choose = Choose::new("A session of which group?", choices);
            Some(('s', words(""), Effect::open(choose)))
        }
    }
}
