//! The page Needs.

use super::At;
use crate::domain::{Code, NeedTable, Pupil};
use crate::ui::Role;
use crate::ui::dialogs;
use crate::ui::widgets::Line;

/// Fields of the form, by rank.
const FIELDS: [&str; 4] = ["needs", "second", "third", "fourth"];

/// Her types of need in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    let codes: Vec<_> = pupil.needs.iter().map(ToString::to_string).collect();
    match codes.as_slice() {
        [] => "none recorded".to_owned(),
        codes => codes.join(", "),
    }
}

/// Her types of need in rank order, each with its area.
pub(super) fn lines(pupil: &Pupil) -> Vec<Line<At>> {
    let table = NeedTable::england();
    let ranked = pupil.needs.iter().enumerate();
    let mut lines: Vec<_> = ranked
        .flat_map(|(rank, code)| {
            let key = At::Need(FIELDS.get(rank).copied().unwrap_or(FIELDS[3]));
            let rank = match rank {
                0 => "primary".to_owned(),
                _ => (rank + 1).to_string(),
            };
            let area = table.get(code).and_then(|need| need.area());
            let area =
                area.map(|area| Line::of(key).put(12, usize::MAX, area.label(), Role::Muted));
            let first = Line::of(key).put(3, 8, rank, Role::Muted).put(
                12,
                usize::MAX,
                dialogs::needs::words(code),
                Role::Text,
            );
            std::iter::once(first).chain(area)
        })
        .collect();
    if lines.is_empty() {
        lines.push(Line::of(At::Need(FIELDS[0])).put(
            3,
            usize::MAX,
            "No type of need is recorded. Enter types one; the spring census asks for it.",
            Role::Muted,
        ));
    }
    lines
}
