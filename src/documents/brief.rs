//! The brief as text, for the screen, a file and the plain command alike.
//!
//! The two blocks are made from two types. What is for the table is made from [`ForTheTable`] alone, so nothing that is for
//! staff only can get into it.

mod block;
mod for_the_table;
mod for_you;
mod part;

use chrono::NaiveDate;

use super::{Line, Tone, width};
use crate::domain::brief::{ForTheTable, Meeting};
use crate::domain::{Brief, NeedTable, Said, clock_time, date_words};

pub use for_the_table::for_the_table;
pub use for_you::for_you;
pub use part::Part;

/// How a brief is set out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting<'a> {
    /// The pupil in full, as the reader may see her.
    pub full_name: &'a str,
    /// What she is called, as the reader may see her.
    pub called: &'a str,
    /// The day it is read on.
    pub today: NaiveDate,
    /// Columns.
    pub columns: usize,
    /// Whether everything stands in one column, for a reader that speaks.
    pub one_column: bool,
}

/// A whole brief, or the part of it that may leave the SENCO's hands.
pub fn page(brief: &Brief, part: Part, set: &Setting<'_>) -> Vec<Line> {
    let mut title = Line::default();
    title.put(1, "BRIEF", Tone::Label);
    let words = title_words(&brief.for_the_table, set);
    title.put_cut(8, set.columns.saturating_sub(9), &words, Tone::Plain);
    let mut lines = vec![title];
    lines.extend(body(brief, part, set));
    lines
}

/// A brief without its title.
pub fn body(brief: &Brief, part: Part, set: &Setting<'_>) -> Vec<Line> {
    let mut lines = meeting(brief.meeting.as_ref(), set);
    lines.extend(for_the_table(&brief.for_the_table, set));
    match part {
        Part::ForTheTable => {}
        Part::Whole => {
            let table = &brief.for_the_table;
            let said = [&table.pupil_words, &table.family_words];
            let said: Vec<&Said> = said.into_iter().flatten().collect();
            lines.extend(for_you(&brief.for_you, &said, set));
        }
    }
    lines
}

/// The pupil in a line: "Aisha Khan   Y4, 4B   SEN support since 9 Jan 2025   SLCN, SEMH".
pub fn title_words(table: &ForTheTable, set: &Setting<'_>) -> String {
    let year = table.year.map(|year| year.label());
    let class = Some(table.class.clone());
    let place: Vec<String> = [year, class]
        .into_iter()
        .flatten()
        .filter(|words| !words.is_empty())
        .collect();
    let status = if table.watching {
        "watched, not on the register"
    } else {
        table.status.label()
    };
    let since = table
        .since
        .map(|on| format!(" since {}", on.format("%-d %b %Y")));
    let needs: Vec<&str> = table
        .needs
        .iter()
        .map(|code| {
            let need = NeedTable::england().get(code);
            need.map_or(code.as_str(), |need| need.shown())
        })
        .collect();
    [
        set.full_name.to_owned(),
        place.join(", "),
        format!("{status}{}", since.unwrap_or_default()),
        needs.join(", "),
    ]
    .into_iter()
    .filter(|words| !words.is_empty())
    .collect::<Vec<_>>()
    .join("   ")
}

/// The meeting: when, what, who.
fn meeting(meeting: Option<&Meeting>, set: &Setting<'_>) -> Vec<Line> {
    let Some(meeting) = meeting else {
        let mut line = Line::default();
        line.put(1, "No review is booked.", Tone::Quiet);
        return vec![line];
    };
    let at = meeting.at.map(clock_time::write);
    let when = [Some(date_words::short(meeting.on, set.today)), at]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let what = match &meeting.number {
        Some(number) if number.ends_with("year") => format!("{}, {number}", meeting.what),
        Some(number) => format!("{}, {number} this year", meeting.what),
        None => meeting.what.to_owned(),
    };
    let room = Some(meeting.room.clone()).filter(|room| !room.is_empty());
    let when = [Some(when), Some(what), room].into_iter().flatten();
    let when = when.collect::<Vec<_>>().join("  ");
    let who = meeting.who.join(", ");
    let about = Some(meeting.review.into());
    let mut line = Line::about(about);
    line.put_cut(1, set.columns.saturating_sub(2), &when, Tone::Plain);
    if set.one_column || width(&when) + width(&who) + 5 > set.columns {
        let mut below = block::Block::new(set);
        below.row("With", &who, Tone::Plain, about);
        let mut lines = vec![line];
        lines.extend(below.lines);
        return lines;
    }
    line.put_right(set.columns.saturating_sub(1), &who, Tone::Plain);
    vec![line]
}

#[cfg(test)]
mod tests;
