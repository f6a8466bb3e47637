//! The page Profile.

use super::{At, told};
use crate::domain::Pupil;
use crate::ui::Context;
use crate::ui::widgets::Line;

/// How it begins, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    let texts = [&pupil.strengths, &pupil.works, &pupil.important];
    match texts.into_iter().find(|text| !text.is_empty()) {
        Some(text) => text.lines().next().unwrap_or_default().to_owned(),
        None => "not written yet".to_owned(),
    }
}

/// Strengths, what works, what is important to her; what to mind, while nobody else sees the screen.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut texts = vec![
        ("strengths", "Strengths", &pupil.strengths),
        ("works", "What works", &pupil.works),
        ("important", "What matters", &pupil.important),
    ];
    if cx.look.audience.sees_staff_only() {
        texts.push(("careful", "Careful (staff only)", &pupil.careful));
    }
    texts
        .into_iter()
        .flat_map(|(field, label, words)| {
            let mut lines = told(At::Profile(field), label, words, columns);
            lines.push(Line::plain());
            lines
        })
        .collect()
}
