//! A row of the register.

use super::columns::Columns;
use crate::domain::{Next, Pupil, Stage, Standing, date_words};
use crate::ui::widgets::{Paper, width};
use crate::ui::{Context, Role};

/// Days in which something due is shown as soon.
const SOON: i64 = 7;

/// Draws a pupil's row, but for the mark of the cursor.
pub(super) fn draw(cx: &Context<'_>, pupil: &Pupil, columns: &Columns, paper: &mut Paper<'_>) {
    let is_marked = cx.hand.marked.contains(&pupil.id);
    if is_marked {
        paper.put(2, 1, "*", Role::Focus);
    }
    let Some(standing) = cx.standing(pupil) else {
        return;
    };
    if cx.look.plain {
        let words = sentence(cx, pupil, standing, is_marked);
        return paper.put(3, paper.width(), &words, Role::Text);
    }
    let mut put = |(column, columns): (usize, usize), words: &str, role: Role| {
        paper.put(column, columns, words, role);
    };
    put(columns.name, &cx.look.name(pupil), Role::Text);
    let year = pupil.year.map(|year| year.code()).unwrap_or_default();
    put(columns.year, year, Role::Text);
    put(columns.class, &pupil.class, Role::Text);
    put(columns.status, status(standing), Role::Text);
    put(columns.need, &needs(pupil), Role::Text);
    if let (Some(place), Some(stage)) = (columns.stage, standing.stage) {
        put(place, stages(stage), Role::Text);
    }
    if pupil.left_on.is_some() {
        return put(columns.date, "left", Role::Muted);
    }
    if let Some(next) = &standing.next {
        draw_next(cx, pupil, next, columns, paper);
    }
}

fn draw_next(
    cx: &Context<'_>,
    pupil: &Pupil,
    next: &Next,
    columns: &Columns,
    paper: &mut Paper<'_>,
) {
    let role = if next.urgent || next.days < 0 {
        Role::Overdue
    } else if next.days <= SOON {
        Role::Due
    } else {
        Role::Text
    };
    let (column, room) = columns.date;
    paper.put(column, room, &day(cx, next, room), role);
    paper.put_right(columns.days, &days(next), role);
    if let Some((column, columns)) = columns.what {
        paper.put(
            column,
            columns,
            &cx.told(Some(pupil.id), &next.what),
            Role::Text,
        );
    }
}

/// "Thu 26 Nov"; of another year "Sep 2027".
fn day(cx: &Context<'_>, next: &Next, room: usize) -> String {
    let short = date_words::short(next.on, cx.desk.today());
    if width(&short) <= room {
        short
    } else {
        next.on.format("%b %Y").to_string()
    }
}

/// "3d", "-11d", "today"; "!" where something needs doing now, however far its day is.
fn days(next: &Next) -> String {
    match next.days {
        _ if next.urgent => "!".to_owned(),
        0 => "today".to_owned(),
        days if days.abs() > 999 => format!("{}w", days / 7),
        days => format!("{days}d"),
    }
}

/// The census letter; "w" for a pupil who is watched.
fn status(standing: &Standing) -> &'static str {
    if standing.watching {
        "w"
    } else {
        standing.status.code()
    }
}

/// "SLCN", "SLCN +1".
fn needs(pupil: &Pupil) -> String {
    match pupil.needs.as_slice() {
        [] => String::new(),
        [only] => only.to_string(),
        [first, more @ ..] => format!("{first} +{}", more.len()),
    }
}

fn stages(stage: Stage) -> &'static str {
    match stage {
        Stage::Assess => "[A] P D R",
        Stage::Plan => "A [P] D R",
        Stage::Do => "A P [D] R",
        Stage::Review => "A P D [R]",
    }
}

/// The row as a sentence, for those who hear it: who, and what is due, before all else.
fn sentence(cx: &Context<'_>, pupil: &Pupil, standing: &Standing, is_marked: bool) -> String {
    use crate::domain::Code as _;
    let status = if standing.watching {
        "watching"
    } else {
        standing.status.label()
    };
    let next = standing.next.as_ref().map(|next| {
        let on = date_words::echo(next.on, cx.desk.today());
        let urgent = if next.urgent { ", needs doing now" } else { "" };
        format!("{} {on}{urgent}", cx.told(Some(pupil.id), &next.what))
    });
    let parts = [
        Some(cx.look.name(pupil)),
        is_marked.then(|| "marked".to_owned()),
        next,
        pupil.year.map(|year| year.label()),
        (!pupil.class.is_empty()).then(|| format!("class {}", pupil.class)),
        Some(status.to_owned()),
        (!pupil.needs.is_empty()).then(|| needs(pupil)),
        standing.stage.map(|stage| stage.label().to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
