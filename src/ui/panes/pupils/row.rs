//! A row of the register.

use chrono::NaiveDate;
use strum::VariantArray as _;

use super::columns::{Columns, DATE, DAYS, Place};
use crate::domain::{
    Code as _, Flag, ListColumn, Next, Pupil, Stage, Standing, date_words, list_column,
};
use crate::ui::widgets::{Paper, width};
use crate::ui::{Audience, Context, Role};

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
    put(columns.name, &cx.look.name(pupil), Role::Text, paper);
    for (column, place) in &columns.parts {
        draw_part(cx, pupil, standing, *column, *place, paper);
    }
}

fn put((column, columns): Place, words: &str, role: Role, paper: &mut Paper<'_>) {
    paper.put(column, columns, words, role);
}

fn draw_part(
    cx: &Context<'_>,
    pupil: &Pupil,
    standing: &Standing,
    column: ListColumn,
    place: Place,
    paper: &mut Paper<'_>,
) {
    match (column, &standing.next) {
        (ListColumn::Next, _) if pupil.left_on.is_some() => put(place, "left", Role::Muted, paper),
        (ListColumn::Next, Some(next)) => draw_next(cx, next, place.0, paper),
        (ListColumn::What, Some(next)) if pupil.left_on.is_none() => {
            put(
                place,
                &cx.told(Some(pupil.id), &next.what),
                Role::Text,
                paper,
            );
        }
        _ => put(place, &text(cx, pupil, standing, column), Role::Text, paper),
    }
}

/// What a column says of a pupil, but for what comes next.
fn text(cx: &Context<'_>, pupil: &Pupil, standing: &Standing, column: ListColumn) -> String {
    let caseload = cx.desk.caseload;
    let day = |on: Option<NaiveDate>| on.map(date_words::with_year).unwrap_or_default();
    match column {
        ListColumn::Year => pupil
            .year
            .map(|year| year.code())
            .unwrap_or_default()
            .to_owned(),
        ListColumn::Class => pupil.class.clone(),
        ListColumn::Status => status(standing).to_owned(),
        ListColumn::Need => needs(pupil),
        ListColumn::Stage => standing.stage.map(stages).unwrap_or_default().to_owned(),
        ListColumn::Next | ListColumn::What => String::new(),
        ListColumn::School => {
            let school = caseload.school_of(pupil.school);
            school.map(|school| school.name.clone()).unwrap_or_default()
        }
        // Initials with a date of birth are as good as a name.
        ListColumn::Born if cx.look.audience != Audience::Me => String::new(),
        ListColumn::Born => day(pupil.dob),
        ListColumn::Flags => flags(pupil),
        ListColumn::Since => day(standing.since),
        ListColumn::LastReview => day(standing.last_review.map(|(_, on)| on)),
        ListColumn::LedBy => {
            let places = standing.runs.iter().map(|(place, _)| *place);
            let interventions = places.filter_map(|place| {
                let place = caseload.places.get(place)?;
                caseload.interventions.get(place.intervention)
            });
            let names = interventions.map(|group| caseload.name_of(group.led_by));
            listed(names)
        }
        ListColumn::Agencies => {
            let referrals = caseload.referrals.of(pupil.id);
            let awaited = referrals.filter(|referral| referral.is_awaited());
            listed(awaited.map(|referral| caseload.who(&referral.of, referral.person)))
        }
        ListColumn::Language => pupil.language.clone(),
        ListColumn::Layer => pupil
            .layer
            .map(|layer| layer.label())
            .unwrap_or_default()
            .to_owned(),
    }
}

/// Each name once: "Mrs Bell, Mr Day".
fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut each: Vec<&str> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !each.contains(&name) {
            each.push(name);
        }
    }
    each.join(", ")
}

/// "PP EAL".
fn flags(pupil: &Pupil) -> String {
    let set = Flag::VARIANTS.iter();
    let set = set.filter(|flag| flag.of(pupil) == Some(true));
    let codes: Vec<&str> = set.map(|flag| flag.short()).collect();
    codes.join(" ")
}

fn draw_next(cx: &Context<'_>, next: &Next, column: usize, paper: &mut Paper<'_>) {
    let role = if next.urgent || next.days < 0 {
        Role::Overdue
    } else if next.days <= SOON {
        Role::Due
    } else {
        Role::Text
    };
    paper.put(column, DATE, &day(cx, next, DATE), role);
    paper.put_right(column + DATE + 1 + DAYS, &days(next), role);
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
    let more = list_column::chosen(cx.desk.caseload.setting())
        .iter()
        .filter(|column| !ListColumn::USUAL.contains(column))
        .map(|column| (column.label(), text(cx, pupil, standing, *column)))
        .filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| format!("{label}: {text}"));
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
    let parts = parts.into_iter().flatten().chain(more);
    parts.collect::<Vec<_>>().join(", ")
}
