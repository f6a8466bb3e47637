//! The page EHC plan.

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Code, Pupil};
use crate::ui::widgets::Line;
use crate::ui::{Context, Role};

/// The newest step, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let events = cx.desk.caseload.ehc_events.of(pupil.id);
    match events.max_by_key(|event| (event.on, event.id)) {
        Some(event) => format!("{}, {}", event.step.label(), with_year(event.on)),
        None => "none".to_owned(),
    }
}

/// The steps of her EHC assessment and plan, the newest first.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil) -> Vec<Line<At>> {
    let mut events: Vec<_> = cx.desk.caseload.ehc_events.of(pupil.id).collect();
    events.sort_by_key(|event| std::cmp::Reverse((event.on, event.id)));
    if events.is_empty() {
        return vec![Line::plain().put(
            3,
            usize::MAX,
            "No step of an EHC assessment or plan is recorded. n adds one, with its day.",
            Role::Muted,
        )];
    }
    let lines = events.into_iter().map(|event| {
        Line::of(At::Event(event.id))
            .put(3, 12, with_year(event.on), Role::Text)
            .put(17, 26, event.step.label(), Role::Text)
            .put(44, usize::MAX, &*event.note, Role::Muted)
    });
    lines.collect()
}
