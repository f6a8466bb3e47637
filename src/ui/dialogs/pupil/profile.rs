//! The page Profile.

use super::{At, told};
use crate::domain::Pupil;
use crate::domain::date_words::with_year;
use crate::ui::Context;
use crate::ui::widgets::Line;

/// How it begins, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    let texts = [
        &pupil.strengths,
        &pupil.appreciated,
        &pupil.important,
        &pupil.works,
    ];
    match texts.into_iter().find(|text| !text.is_empty()) {
        Some(text) => text.lines().next().unwrap_or_default().to_owned(),
        None => "not written yet".to_owned(),
    }
}

/// Strengths, what works, what is important to her; what to mind, while nobody else sees the screen.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let gone_through = gone_through(pupil);
    let mut texts = vec![
        ("strengths", "Strengths", &pupil.strengths),
        ("works", "What works", &pupil.works),
        ("barriers", "Barriers", &pupil.barriers),
        ("appreciated", "People like", &pupil.appreciated),
        ("important", "What matters", &pupil.important),
        ("support", "How to support", &pupil.support),
        ("hopes", "Hopes", &pupil.hopes),
    ];
    texts.push(("profile_on", "Gone through", &gone_through));
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

/// When the one-page profile was last gone through with her, and who wrote it.
fn gone_through(pupil: &Pupil) -> String {
    let by = match pupil.profile_by.as_str() {
        "" => String::new(),
        by => format!("written by {by}"),
    };
    let on = pupil.profile_on.map(with_year).unwrap_or_default();
    let parts = [on, by].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}
