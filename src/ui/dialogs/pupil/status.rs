//! The page Status.

use super::At;
use crate::domain::date_words::with_year;
use crate::domain::{Pupil, StatusPeriod};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Her status now and since when, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let Some(now) = cx.desk.caseload.status_now(pupil.id) else {
        return "no status".to_owned();
    };
    let since = now.from.map(|from| format!(" since {}", with_year(from)));
    format!("{}{}", now.label(), since.unwrap_or_default())
}

/// Her status now and before, the newest first, each with why.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let mut periods: Vec<_> = cx.desk.caseload.status_periods.of(pupil.id).collect();
    periods.sort_by_key(|period| std::cmp::Reverse((period.to.is_none(), period.from, period.id)));
    if periods.is_empty() {
        return vec![Line::plain().put(
            3,
            usize::MAX,
            "No status yet: to the census that is N, no SEN. n gives one.",
            Role::Muted,
        )];
    }
    let mut lines = vec![
        Line::plain()
            .put(3, 16, "status", Role::Muted)
            .put(20, 12, "since", Role::Muted)
            .put(33, 12, "until", Role::Muted)
            .put(46, usize::MAX, "parent", Role::Muted),
    ];
    lines.extend(
        periods
            .into_iter()
            .flat_map(|period| lines_of(period, columns)),
    );
    lines
}

fn lines_of(period: &StatusPeriod, columns: usize) -> Vec<Line<At>> {
    let day = |day: Option<chrono::NaiveDate>, none: &str| day.map_or(none.to_owned(), with_year);
    let told = match (period.parent_told_on, period.parent_told) {
        (Some(on), _) => format!("told {}", with_year(on)),
        (None, true) => "told, no date".to_owned(),
        (None, false) => "not told".to_owned(),
    };
    let key = At::Period(period.id);
    let first = Line::of(key)
        .put(3, 16, period.label(), Role::Text)
        .put(20, 12, day(period.from, "not known"), Role::Text)
        .put(33, 12, day(period.to, "now"), Role::Text)
        .put(46, usize::MAX, told, Role::Text);
    let why = wrap(&period.reason, columns.saturating_sub(21));
    let why = why.into_iter();
    std::iter::once(first)
        .chain(why.map(|words| Line::of(key).put(20, usize::MAX, words, Role::Muted)))
        .collect()
}
