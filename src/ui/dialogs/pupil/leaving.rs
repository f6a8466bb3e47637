//! The page Leaving.

use strum::VariantArray as _;

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Code as _, HandOverItem, Pupil, Retention, RuleId, hand_over as sending};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Whether she is here, in a line.
pub(super) fn summary(pupil: &Pupil) -> String {
    match pupil.left_on {
        Some(on) => format!("left, last day {}", with_year(on)),
        None => "here".to_owned(),
    }
}

/// Leaving the register, and leaving the school: two things.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
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
    lines.push(Line::plain());
    lines.extend(hand_over(cx, pupil, columns));
    lines.push(Line::plain());
    lines.extend(kept(cx, pupil, columns));
    lines
}

/// What goes to the next school: by when, what is in it, whether it went and came.
fn hand_over(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let caseload = cx.desk.caseload;
    let stored = caseload.hand_over_of(pupil.id);
    let key = At::HandOver("profile");
    let room = columns.saturating_sub(21);
    let sent = stored.and_then(|stored| Some((stored.sent_on?, stored)));
    let went = match sent {
        Some((on, stored)) => {
            let to = if stored.sent_to.is_empty() {
                "the next school"
            } else {
                &stored.sent_to
            };
            let came = stored
                .received_on
                .map(|on| format!(", receipt {}", with_year(on)));
            format!(
                "sent {} to {to}{}",
                with_year(on),
                came.unwrap_or_else(|| ", no receipt yet".to_owned())
            )
        }
        None => "not sent".to_owned(),
    };
    let mut lines = vec![row(key, "The file goes", &went)];
    let mut put = |words: &str, role: Role| {
        let wrapped = wrap(words, room).into_iter();
        lines.extend(wrapped.map(|words| Line::of(key).put(20, usize::MAX, words, role)));
    };
    if let Some(by) = sending::send_by(&cx.desk, pupil).filter(|_| sent.is_none()) {
        let role = if by < cx.desk.today() {
            Role::Overdue
        } else {
            Role::Due
        };
        let rule = cx.desk.rules.rule(RuleId::R12, cx.desk.today());
        put(
            &format!("by {}: 15 school days ({})", with_year(by), rule.basis),
            role,
        );
    }
    let items = HandOverItem::VARIANTS.iter();
    for item in items {
        let is_in = stored.is_some_and(|stored| stored.items.contains(item));
        let words = match (is_in, item.is_held(caseload, pupil.id)) {
            (true, _) => format!("+ {}", item.label()),
            (false, true) => format!("- {}: in the record, not in the pack", item.label()),
            (false, false) => continue,
        };
        put(&words, if is_in { Role::Done } else { Role::Muted });
    }
    if let Some(note) = stored
        .map(|stored| stored.note.as_str())
        .filter(|note| !note.is_empty())
    {
        put(&format!("+ {}", cx.told(Some(pupil.id), note)), Role::Done);
    }
    lines
}

/// Until when the file is kept, and why.
fn kept(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let key = At::HandOver("keep_until");
    let retention = Retention::of(&cx.desk, pupil);
    let until = match retention.until {
        Some(until) => format!("until {}", with_year(until)),
        None => "until a day that is not known".to_owned(),
    };
    let is_past = Retention::is_past(&cx.desk, pupil);
    let past = is_past.then_some(". It is over: look the file through. Nothing goes by itself.");
    let mut lines = vec![row(
        key,
        "The file is kept",
        &format!("{until}{}", past.unwrap_or_default()),
    )];
    let basis = wrap(&retention.basis, columns.saturating_sub(21)).into_iter();
    lines.extend(basis.map(|words| Line::of(key).put(20, usize::MAX, words, Role::Muted)));
    lines
}

fn row(at: At, label: &str, words: &str) -> Line<At> {
    Line::of(at)
        .put(3, 17, label, Role::Muted)
        .put(20, usize::MAX, words, Role::Text)
}

fn hint(words: &str) -> Line<At> {
    Line::plain().put(20, usize::MAX, words, Role::Muted)
}
