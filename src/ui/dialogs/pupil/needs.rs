//! The page Needs.

use chrono::NaiveDate;

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Code, NeedTable, Pupil};
use crate::ui::Role;
use crate::ui::dialogs;
use crate::ui::widgets::{Line, wrap};

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
pub(super) fn lines(pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
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
            let since = pupil.need_since(code);
            let since = since.map(|since| format!("since {}", with_year(since)));
            let area = area.map(|area| area.label().to_owned());
            let known: Vec<_> = area.into_iter().chain(since).collect();
            let below = (!known.is_empty())
                .then(|| Line::of(key).put(12, usize::MAX, known.join(", "), Role::Muted));
            let first = Line::of(key).put(3, 8, rank, Role::Muted).put(
                12,
                usize::MAX,
                dialogs::needs::words(code),
                Role::Text,
            );
            std::iter::once(first).chain(below)
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
    lines.extend(earlier(pupil, columns));
    lines
}

/// Types of need that she had, each with from when to when.
fn earlier(pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let spells = pupil.need_spells.iter();
    let gone =
        spells.filter(|spell| spell.ended_on.is_some() || !pupil.needs.contains(&spell.code));
    let words: Vec<_> = gone
        .map(|spell| {
            let day = |day: Option<NaiveDate>| day.map_or("not known".to_owned(), with_year);
            format!(
                "{}, {} to {}",
                spell.code,
                day(spell.since),
                day(spell.ended_on)
            )
        })
        .collect();
    if words.is_empty() {
        return Vec::new();
    }
    let wrapped = wrap(&words.join("; "), columns.saturating_sub(13)).into_iter();
    let lines = wrapped.map(|words| Line::plain().put(12, usize::MAX, words, Role::Muted));
    [Line::plain(), Line::heading("  Earlier")]
        .into_iter()
        .chain(lines)
        .collect()
}
