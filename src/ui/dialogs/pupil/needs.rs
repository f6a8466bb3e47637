//! The page Needs.

use chrono::NaiveDate;

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Code, Diagnosis, NeedTable, Pupil};
use crate::ui::dialogs;
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

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
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
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
    lines.extend([Line::plain(), Line::heading("  Diagnosis or pathway")]);
    lines.extend(pathways(cx, pupil, columns));
    lines
}

/// Her diagnoses, and the ways toward them, the open ones first.
fn pathways(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut diagnoses: Vec<_> = cx.desk.caseload.diagnoses.of(pupil.id).collect();
    diagnoses.sort_by_key(|diagnosis| (!diagnosis.is_open(), diagnosis.id));
    if diagnoses.is_empty() {
        let words = "None on record; none is needed for SEN support. n adds one.";
        return vec![Line::plain().put(3, usize::MAX, words, Role::Muted)];
    }
    let diagnoses = diagnoses.into_iter();
    diagnoses
        .flat_map(|diagnosis| {
            let key = At::Diagnosis(diagnosis.id);
            let words = format!("{}: {}", diagnosis.what, diagnosis.stage());
            let first = Line::of(key).put(3, usize::MAX, words, Role::Text);
            let below = wrap(&known(cx, diagnosis), columns.saturating_sub(6)).into_iter();
            let below =
                below.map(move |words| Line::of(key).put(5, usize::MAX, words, Role::Muted));
            std::iter::once(first).chain(below)
        })
        .collect()
}

/// The steps that are known, in their order, and the remark.
fn known(cx: &Context<'_>, diagnosis: &Diagnosis) -> String {
    let day =
        |label: &str, on: Option<NaiveDate>| on.map(|on| format!("{label} {}", with_year(on)));
    let referred = match (diagnosis.referred_on, diagnosis.referred_to.as_str()) {
        (on, "") => day("referred", on),
        (None, to) => Some(format!("referred to {to}")),
        (Some(on), to) => Some(format!("referred {} to {to}", with_year(on))),
    };
    let parts = [
        day("suspected", diagnosis.suspected_on),
        referred,
        day("waiting since", diagnosis.waiting_since),
        Some(cx.told(Some(diagnosis.pupil), &diagnosis.note.replace('\n', " ")))
            .filter(|note| !note.is_empty()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
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
