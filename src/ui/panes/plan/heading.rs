//! Whose cycle it is, which page is turned to, and what the Code expects there.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Case;
use crate::domain::{Code, Cycle, Gap, Stage, date_words};
use crate::ui::widgets::{Paper, cut, width, wrap};
use crate::ui::{Context, Role};

/// Columns from which names of pages are written out.
const WIDE: u16 = 100;

/// Draws the heading; gives how many rows it took.
pub(super) fn draw(cx: &Context<'_>, case: &Case<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    let mut paper = Paper::new(buf, cx.look, area);
    let pages = pages(cx, case, area.width);
    let columns: usize = pages.iter().map(|(words, _)| width(words) + 1).sum();
    let room = paper.width().saturating_sub(columns + 3);
    paper.put(1, room, &whose(cx, case, room), Role::Heading);
    let mut at = paper.width().saturating_sub(columns);
    for (words, role) in pages {
        paper.put(at, paper.width(), &words, role);
        at += width(&words) + 1;
    }
    paper.skip(1);
    draw_expected(cx, case, &mut paper);
    paper.row()
}

/// "Khan, Aisha   cycle 3, autumn 2026": where there is no room for all, the term gives way, then the end of the name.
fn whose(cx: &Context<'_>, case: &Case<'_>, room: usize) -> String {
    let name = cx.look.name(case.pupil);
    let (cycle, term) = match case.cycle {
        Some(cycle) if case.is_earlier() => (
            format!("   cycle {}", of_all(case, cycle)),
            match cycle.reviewed_on {
                Some(on) => format!(", closed {}", date_words::day_month(on)),
                None => ", not closed".to_owned(),
            },
        ),
        Some(cycle) => (
            format!("   cycle {}", cycle.number),
            format!(", {}", term(cx, cycle)),
        ),
        None => ("   no cycle yet".to_owned(), String::new()),
    };
    let whole = format!("{name}{cycle}{term}");
    if width(&whole) <= room {
        return whole;
    }
    let name = cut(&name, room.saturating_sub(width(&cycle)));
    format!("{name}{cycle}")
}

/// "2 of 3".
fn of_all(case: &Case<'_>, cycle: &Cycle) -> String {
    let newest = case.newest.map_or(cycle.number, |newest| newest.number);
    format!("{} of {newest}", cycle.number)
}

/// "autumn 2026".
fn term(cx: &Context<'_>, cycle: &Cycle) -> String {
    let season = cx.desk.calendar.season(cycle.began_on);
    format!("{season} {}", cycle.began_on.format("%Y"))
}

/// The four pages: the one turned to in brackets, those done with their day, the stage she is at as "now".
fn pages(cx: &Context<'_>, case: &Case<'_>, columns: u16) -> Vec<(String, Role)> {
    let today = cx.desk.today();
    let stages = <Stage as strum::VariantArray>::VARIANTS;
    let short = |on| date_words::day_month(on);
    stages
        .iter()
        .map(|stage| {
            let is_here = *stage == case.page(cx);
            let in_full = is_here || columns >= WIDE || cx.look.plain;
            let label = stage.label();
            let mut words = if in_full { label } else { &label[..1] }.to_owned();
            let is_now = case.stage(cx) == Some(*stage) && case.is_open();
            if is_now {
                words.push_str(" now");
            }
            let done = case.cycle.and_then(|cycle| match stage {
                Stage::Assess => cycle.assessed_on.map(short),
                Stage::Plan => cycle.planned_on.map(short),
                Stage::Do => None,
                Stage::Review => match (cycle.reviewed_on, cycle.review_on) {
                    (Some(on), _) => Some(short(on)),
                    (None, on) => on.map(|on| date_words::short(on, today)),
                },
            });
            if let Some(day) = done {
                words.push(' ');
                words.push_str(&day);
            }
            if is_here {
                (format!("[{words}]"), Role::Focus)
            } else {
                (format!(" {words} "), Role::Text)
            }
        })
        .collect()
}

/// What the Code expects on this page and is not there yet, with its basis; and which of the pupils in the row she is.
fn draw_expected(cx: &Context<'_>, case: &Case<'_>, paper: &mut Paper<'_>) {
    let place = match cx.hand.place() {
        Some(place) if cx.hand.row.len() > 1 => {
            format!("{} of {}", place + 1, cx.hand.row.len())
        }
        _ => String::new(),
    };
    let Some(cycle) = case.cycle else {
        paper.put_right(paper.width().saturating_sub(1), &place, Role::Muted);
        paper.skip(1);
        return;
    };
    let gaps = Gap::of(cx.desk.caseload, cycle, case.standing, case.page(cx));
    let (words, role) = match cycle.reviewed_on {
        _ if case.is_earlier() => (kept(cx, case, cycle), Role::Muted),
        Some(on) => (
            format!(
                "+ Reviewed on {}. n starts cycle {} from it.",
                date_words::day_month(on),
                cycle.number.saturating_add(1)
            ),
            Role::Done,
        ),
        None if gaps.is_empty() => (
            "+ Nothing that the Code expects here is missing.".to_owned(),
            Role::Done,
        ),
        None => (format!("~ To fill in: {}", listed(&gaps)), Role::Due),
    };
    let columns = paper.width().saturating_sub(width(&place) + 3);
    for (number, line) in wrap(&words, columns).iter().take(2).enumerate() {
        if number == 0 {
            paper.put_right(paper.width().saturating_sub(1), &place, Role::Muted);
        }
        let indent = if number == 0 { 1 } else { 3 };
        paper.put(indent, columns, line, role);
        paper.skip(1);
    }
}

/// "From 9 Jan 2026 to 2 Jul 2026, kept as it was. Esc goes back to cycle 3."
fn kept(cx: &Context<'_>, case: &Case<'_>, cycle: &Cycle) -> String {
    let caseload = cx.desk.caseload;
    let day = |on: chrono::NaiveDate| on.format("%-d %b %Y").to_string();
    let last = cycle.last_day(caseload).map(day).unwrap_or_default();
    let kept = if cycle.is_closed() {
        "kept as it was"
    } else {
        "never reviewed"
    };
    let newest = case.newest.map_or(cycle.number, |newest| newest.number);
    format!(
        "From {} to {last}, {kept}. Esc goes back to cycle {newest}.",
        day(cycle.began_on)
    )
}

/// "the expected impact, a review date (CoP 6.48); what adults do (CoP 6.49)".
fn listed(gaps: &[Gap]) -> String {
    gaps.chunk_by(|one, next| one.basis == next.basis)
        .map(|chunk| {
            let words: Vec<_> = chunk.iter().map(|gap| gap.words).collect();
            format!("{} ({})", words.join(", "), chunk[0].basis)
        })
        .collect::<Vec<_>>()
        .join("; ")
}
