//! The page Leaving.

use super::At;
use crate::domain::Pupil;
use crate::domain::date_words::with_year;
use crate::ui::widgets::Line;
use crate::ui::{Context, Role};

/// Whether she is here, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    match pupil.left_on {
        Some(on) => format!("left, last day {}", with_year(on)),
        None => "here".to_owned(),
    }
}

/// Leaving the register, and leaving the school: two things.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil) -> Vec<Line<At>> {
    let mut lines = Vec::new();
    let now = cx.desk.caseload.status_now(pupil.id);
    if let Some(period) = now.filter(|period| period.status.on_register()) {
        let since = period
            .from
            .map(|from| format!(" since {}", with_year(from)))
            .unwrap_or_default();
        lines.extend([
            row(
                At::LeaveRegister,
                "The register",
                &format!("on it: {}{since}", period.label()),
            ),
            hint("Enter when support is no longer additional or different."),
            Line::plain(),
        ]);
    } else {
        lines.extend([
            Line::plain().put(3, 16, "The register", Role::Muted).put(
                20,
                usize::MAX,
                "not on it",
                Role::Text,
            ),
            Line::plain(),
        ]);
    }
    let school = match (pupil.left_on, pupil.left_for.as_str()) {
        (None, _) => "here".to_owned(),
        (Some(on), "") => format!("left, last day {}", with_year(on)),
        (Some(on), left_for) => format!("left, last day {}, for {left_for}", with_year(on)),
    };
    lines.extend([
        row(At::Left, "The school", &school),
        hint("Enter when the pupil leaves or comes back. All records stay:"),
        hint("on screen 1 the filter \"left\" shows those who have left."),
    ]);
    lines
}

fn row(at: At, label: &str, words: &str) -> Line<At> {
    Line::of(at)
        .put(3, 16, label, Role::Muted)
        .put(20, usize::MAX, words, Role::Text)
}

fn hint(words: &str) -> Line<At> {
    Line::plain().put(20, usize::MAX, words, Role::Muted)
}
