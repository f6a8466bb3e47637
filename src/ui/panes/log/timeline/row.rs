//! How an entry of the timeline looks: in a line, and in full.

use chrono::NaiveDate;

use crate::domain::{Entry, Hit, SearchWords, date_words};
use crate::ui::widgets::{Paper, cut, width};
use crate::ui::{Context, Role};

/// The columns of the date, the name and the label.
const DATE: usize = 3;
const NAME: usize = 15;
const NAME_WIDTH: usize = 16;
const LABEL_WIDTH: usize = 22;

/// Draws an entry in the current row; with the pupil's name where it is not clear whose it is.
pub fn draw(
    cx: &Context<'_>,
    entry: &Entry,
    sought: &SearchWords,
    is_named: bool,
    paper: &mut Paper<'_>,
) {
    paper.put(DATE, NAME - DATE - 1, &date(cx, entry.on()), Role::Muted);
    let mut column = NAME;
    let mut label_width = LABEL_WIDTH;
    match name(cx, entry).filter(|_| is_named) {
        Some(name) => {
            paper.put(NAME, NAME_WIDTH - 1, &name, Role::Text);
            column += NAME_WIDTH;
        }
        None => label_width += NAME_WIDTH,
    }
    if entry.staff_only && entry.pupil.is_some() {
        paper.put(column, 8, "(staff)", Role::Due);
        column += 8;
    }
    if entry.words.is_empty() && entry.by.is_empty() {
        paper.put(column, paper.width(), &entry.label, Role::Text);
        return;
    }
    let label = cut(&entry.label, label_width);
    paper.put(column, label_width, &label, Role::Muted);
    column += width(&label) + 2;
    if let Some(hit) = sought.hit(&entry.words) {
        return draw_hit(&hit, column, paper);
    }
    let words = entry.words.replace('\n', " ");
    let words = match (entry.by.as_str(), words.as_str()) {
        (by, "") => by.to_owned(),
        ("", _) => words,
        (by, _) => format!("{by}: {words}"),
    };
    let room = paper.width().saturating_sub(column + 1);
    paper.put(column, room, &words, Role::Text);
}

/// The word that was found, in its sentence: what is before it gives way so that it shows.
fn draw_hit(hit: &Hit<'_>, column: usize, paper: &mut Paper<'_>) {
    let (before, rest) = hit.sentence.split_at(hit.range.start);
    let (word, after) = rest.split_at(hit.range.len());
    let room = paper.width().saturating_sub(column + 1);
    let before = end_of(before, (room / 3).max(8));
    let mut column = column;
    for (text, role) in [
        (before.as_str(), Role::Text),
        (word, Role::Focus),
        (after, Role::Text),
    ] {
        let room = paper.width().saturating_sub(column + 1);
        paper.put(column, room, text, role);
        column += width(text);
    }
}

/// The end of a text that is longer than so many columns, from a word on.
fn end_of(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let from = text
        .char_indices()
        .filter(|(_, letter)| *letter == ' ')
        .map(|(at, _)| at)
        .find(|at| width(&text[*at..]) < columns);
    from.map_or_else(|| "…".to_owned(), |at| format!("…{}", &text[at..]))
}

/// Tells an entry in full: when it happened and when it was typed, whose words, and all of them.
pub fn draw_detail(cx: &Context<'_>, entry: &Entry, paper: &mut Paper<'_>) {
    let today = cx.desk.today();
    let typed = entry.entered_at.map(|at| {
        let at = at.with_timezone(cx.desk.now.offset());
        format!(", typed {}", date_words::short(at.date_naive(), today))
    });
    let on = date_words::short(entry.on(), today);
    let who = name(cx, entry).map(|name| format!("{name}: "));
    let (who, typed) = (who.unwrap_or_default(), typed.unwrap_or_default());
    let head = format!("{who}{on}{typed}");
    paper.prose(1, &head, Role::Heading);
    let by = match entry.by.as_str() {
        "" => String::new(),
        by => format!(", {by}"),
    };
    let staff = if entry.staff_only && entry.pupil.is_some() {
        "; staff only"
    } else {
        ""
    };
    paper.prose(1, &format!("{}{by}{staff}", entry.label), Role::Muted);
    paper.prose(1, &entry.words, Role::Text);
}

/// Whom it is about; none for a whole group.
fn name(cx: &Context<'_>, entry: &Entry) -> Option<String> {
    let pupil = cx.desk.caseload.pupils.get(entry.pupil?)?;
    Some(cx.look.name(pupil))
}

/// "Thu 12 Nov"; with its year instead of the weekday where that is not clear.
fn date(cx: &Context<'_>, on: NaiveDate) -> String {
    let short = date_words::short(on, cx.desk.today());
    if short.len() < NAME - DATE {
        short
    } else {
        on.format("%-d %b %Y").to_string()
    }
}
