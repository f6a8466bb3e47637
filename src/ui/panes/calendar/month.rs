//! The month, and the chosen day in words.

use chrono::{Datelike, NaiveDate, Weekday};
use ratatui::layout::Position;

use super::dates::Dates;
use crate::domain::{AgendaEntry, DayMark, Desk, date_words};
use crate::ui::widgets::{Month, Paper, cut};
use crate::ui::{Context, Role};

/// Dates of the pupil in hand that are told below the month.
const OF_PUPIL: usize = 3;
const LEGEND: [&str; 4] = [
    "* review   # by law   & both",
    "~ other    2 several  = today",
    "- weekend  h holiday  b bank holiday",
    "i INSET    c closed",
];

/// Draws the month of a day; says where the day is.
pub(super) fn draw_grid(
    cx: &Context<'_>,
    dates: &Dates,
    paper: &mut Paper<'_>,
    day: NaiveDate,
) -> Position {
    let calendar = cx.desk.calendar;
    Month::of(day).draw(paper, day, cx.desk.today(), |on| {
        let role = if calendar.is_open(on) {
            Role::Text
        } else {
            Role::Muted
        };
        (marks(&cx.desk, dates, on), role)
    })
}

/// The two marks behind a day's number: what is on it; and why it is closed, or how many when several.
fn marks(desk: &Desk<'_>, dates: &Dates, day: NaiveDate) -> String {
    let marks: Vec<DayMark> = dates
        .on(day)
        .map(AgendaEntry::mark)
        .filter(|mark| *mark != DayMark::School)
        .collect();
    let has = |mark| marks.contains(&mark);
    let what = match (has(DayMark::Review), has(DayMark::Law)) {
        (true, true) => Some('&'),
        (true, false) => Some('*'),
        (false, true) => Some('#'),
        (false, false) => (!marks.is_empty()).then_some('~'),
    };
    let many = || match u32::try_from(marks.len()) {
        Ok(0 | 1) => None,
        Ok(many) => Some(char::from_digit(many, 10).unwrap_or('+')),
        Err(_) => Some('+'),
    };
    what.into_iter()
        .chain(closed_letter(desk, day).or_else(many))
        .collect()
}

fn closed_letter(desk: &Desk<'_>, day: NaiveDate) -> Option<char> {
    let calendar = desk.calendar;
    let why = calendar.why_closed(day)?;
    Some(if is_weekend(day) {
        '-'
    } else if why.starts_with("bank holiday") {
        'b'
    } else if why.starts_with("INSET") {
        'i'
    } else if calendar.closure_on(day).is_some() {
        'c'
    } else {
        'h'
    })
}

fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

/// The month and the week of the term: "November 2026   autumn, week 12".
pub(super) fn draw_heading(cx: &Context<'_>, paper: &mut Paper<'_>, day: NaiveDate) {
    let month = day.format("%B %Y").to_string();
    let month = if cx.look.plain {
        month
    } else {
        format!("< {month} >")
    };
    paper.put(1, paper.width(), &month, Role::Heading);
    paper.put(20, paper.width(), &week(cx, day), Role::Muted);
    paper.skip(1);
}

/// Where a day's week is in the school's year.
pub(super) fn week(cx: &Context<'_>, day: NaiveDate) -> String {
    let calendar = cx.desk.calendar;
    match (calendar.week_of_term(day), calendar.break_on(day)) {
        (Some(week), _) => week.to_string(),
        (None, Some(gap)) => gap.kind.to_string(),
        (None, None) => "no term dates".to_owned(),
    }
}

/// Writes the chosen day in words: its date, and whether the school is open.
pub(super) fn draw_day(cx: &Context<'_>, paper: &mut Paper<'_>, day: NaiveDate) {
    let echo = date_words::echo(day, cx.desk.today());
    paper.line(&format!(" {echo}"), Role::Text);
    paper.prose(1, &what_day(cx, day), Role::Muted);
}

fn what_day(cx: &Context<'_>, day: NaiveDate) -> String {
    let calendar = cx.desk.calendar;
    if is_weekend(day) {
        return "Weekend".to_owned();
    }
    if let Some(why) = calendar.why_closed(day) {
        let mut letters = why.chars();
        let first: String = letters
            .next()
            .map(|letter| letter.to_uppercase().collect())
            .unwrap_or_default();
        return first + letters.as_str();
    }
    if !calendar.knows(day) {
        let year = calendar.academic_year(day);
        return format!("Term dates of {year} are not entered yet: Ctrl+O.");
    }
    let days = cx
        .desk
        .caseload
        .setting()
        .map(|setting| setting.working_days);
    match days {
        Some(days) if days.contains(day.weekday()) => "School day, and one of yours".to_owned(),
        Some(_) => "School day, not one of yours".to_owned(),
        None => "School day".to_owned(),
    }
}

/// Writes what comes next for the pupil in hand, and leaves room for what the marks mean.
pub(super) fn draw_pupil_in_hand(
    cx: &Context<'_>,
    dates: &Dates,
    paper: &mut Paper<'_>,
    day: NaiveDate,
) {
    let Some(pupil) = cx.pupil_in_hand() else {
        return;
    };
    let name = cut(&cx.look.name(pupil), paper.width().saturating_sub(4));
    paper.line(&format!(" [{name}]"), Role::Focus);
    let room = paper.left().saturating_sub(LEGEND.len() + 1).max(1);
    let mut coming = dates
        .of_pupil_in_hand(day)
        .take(OF_PUPIL.min(room))
        .peekable();
    if coming.peek().is_none() {
        paper.line(" nothing dated from here on", Role::Muted);
    }
    for entry in coming {
        let on = date_words::short(entry.on, cx.desk.today());
        paper.line(&format!(" {on}  {}", entry.short()), Role::Text);
    }
}

/// Writes what the marks mean on the last rows, as far as they are free.
pub(super) fn draw_legend(paper: &mut Paper<'_>) {
    let free = paper.left().saturating_sub(LEGEND.len());
    paper.skip(u16::try_from(free).unwrap_or(0));
    for line in LEGEND {
        paper.line(&format!(" {line}"), Role::Muted);
    }
}
