//! The page Watching: from a first concern to a decision.

use chrono::NaiveDate;
use strum::VariantArray as _;

use super::At;
use crate::domain::date_words::{echo, with_year};
use crate::domain::{Code as _, Prompt, Pupil, WatchPart, Watched, prompt, watched};
use crate::ui::widgets::{Line, wrap};
use crate::ui::{Context, Role};

/// Where what was found begins.
const FROM: usize = 24;

/// Since when she is watched, and how much was looked at, in a line.
pub(super) fn summary(cx: &Context<'_>, pupil: &Pupil) -> String {
    let Some(period) = watched::period(cx.desk.caseload, pupil.id) else {
        return "not watched".to_owned();
    };
    let since = period
        .from
        .map(|from| format!(" since {}", with_year(from)));
    match period.to {
        Some(to) => format!("was watched until {}", with_year(to)),
        None => format!(
            "watched{}; {} of {} looked at",
            since.unwrap_or_default(),
            checks().filter(|part| has(&period.watched, *part)).count(),
            checks().count()
        ),
    }
}

fn checks() -> impl Iterator<Item = WatchPart> {
    let parts = WatchPart::VARIANTS.iter().copied();
    parts.filter(|part| *part != WatchPart::Decision)
}

fn has(all: &[Watched], part: WatchPart) -> bool {
    all.iter().any(|seen| seen.part == part)
}

/// The first thing that was not looked at yet; what the teacher tried, when all was.
pub(super) fn next(cx: &Context<'_>, pupil: &Pupil) -> WatchPart {
    let period = watched::period(cx.desk.caseload, pupil.id);
    let all = period.map_or(&[][..], |period| &period.watched);
    checks()
        .find(|part| !has(all, *part))
        .unwrap_or(WatchPart::Tried)
}

/// The concern, the day to look again, the checklist and the decision.
pub(super) fn lines(cx: &Context<'_>, pupil: &Pupil, columns: usize) -> Vec<Line<At>> {
    let caseload = cx.desk.caseload;
    let Some(period) = watched::period(caseload, pupil.id) else {
        let words = "Not watched. n on the page Status says so; Ctrl+N jots down a first concern.";
        return vec![Line::plain().put(3, usize::MAX, words, Role::Muted)];
    };
    let concern = match (period.from, period.to) {
        (Some(from), None) => format!("{}: {}", echo(from, cx.desk.today()), period.reason),
        (None, None) => period.reason.clone(),
        (_, Some(to)) => format!("until {}: {}", with_year(to), period.reason),
    };
    let mut lines = Vec::new();
    if let Some(prompt) = may_be_support(cx, pupil) {
        let words = format!("~ {} ({})", prompt.words, prompt.basis);
        let wrapped = wrap(&words, columns.saturating_sub(4)).into_iter();
        lines.extend(wrapped.map(|words| Line::plain().put(3, usize::MAX, words, Role::Due)));
        lines.push(Line::plain());
    }
    lines.extend(labelled(
        At::Period(period.id),
        "First concern",
        &concern,
        columns,
    ));
    if period.to.is_none() {
        let looks = watched::looks(caseload, pupil.id);
        if looks.is_empty() {
            let words = "no day yet: the decision \"keep watching\" sets one";
            let line = Line::plain()
                .put(3, FROM - 4, "Look again", Role::Muted)
                .put(FROM, usize::MAX, words, Role::Muted);
            lines.push(line);
        }
        for look in looks {
            let by = look.by.map(|by| echo(by, cx.desk.today()));
            let words = by.unwrap_or_else(|| "no day".to_owned());
            lines.extend(labelled(At::Look(look.id), "Look again", &words, columns));
        }
    }
    lines.push(Line::plain());
    for part in checks() {
        lines.extend(part_lines(&period.watched, part, columns));
    }
    lines.push(Line::plain());
    lines.extend(entries(&period.watched, WatchPart::Decision, columns));
    if period.to.is_none() {
        let words = "onto the register, keep watching, nothing more: Enter";
        let line = Line::of(At::Decide)
            .put(3, FROM - 4, "Decide", Role::Heading)
            .put(FROM, usize::MAX, words, Role::Muted);
        lines.push(line);
    }
    lines
}

fn part_lines(all: &[Watched], part: WatchPart, columns: usize) -> Vec<Line<At>> {
    if has(all, part) {
        return entries(all, part, columns);
    }
    let words = match part {
        WatchPart::Language => "not yet (EAL is not SEN)",
        _ => "not yet",
    };
    vec![
        Line::of(At::Watched(part, None))
            .put(3, FROM - 4, part.label(), Role::Muted)
            .put(FROM, usize::MAX, words, Role::Muted),
    ]
}

/// All that was written of a part.
fn entries(all: &[Watched], part: WatchPart, columns: usize) -> Vec<Line<At>> {
    let day = |on: Option<NaiveDate>| on.map(|on| format!("{}: ", with_year(on)));
    let of_part = all.iter().enumerate().filter(|(_, seen)| seen.part == part);
    let lines = of_part.flat_map(|(at, seen)| {
        let words = format!("{}{}", day(seen.on).unwrap_or_default(), seen.words);
        let words = words.trim_end_matches([':', ' ']);
        labelled(At::Watched(part, Some(at)), part.label(), words, columns)
    });
    lines.collect()
}

fn labelled(key: At, label: &str, words: &str, columns: usize) -> Vec<Line<At>> {
    let wrapped = wrap(words, columns.saturating_sub(FROM + 1)).into_iter();
    let lines = wrapped.enumerate().map(|(number, words)| {
        let line = Line::of(key).put(FROM, usize::MAX, words, Role::Text);
        match number {
            0 => line.put(3, FROM - 4, label, Role::Muted),
            _ => line,
        }
    });
    lines.collect()
}

/// R26: what she is given today may be SEN support in all but name.
fn may_be_support(cx: &Context<'_>, pupil: &Pupil) -> Option<Prompt> {
    let (desk, today) = (&cx.desk, cx.desk.today());
    let period = desk.caseload.status_now(pupil.id)?;
    let is_targeted = watched::is_targeted(desk.caseload, pupil.id, today);
    prompt::may_be_support(desk.rules, period.watching, is_targeted, today)
}
