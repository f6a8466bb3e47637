//! The entries as rows: in a narrow column beside a month, or over the whole width.

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::{AgendaEntry, Due, clock_time, date_words};
use crate::ui::widgets::{Paper, width};
use crate::ui::{Context, Role};

/// From this width on there is room for who must act and for the time.
const WIDE: usize = 60;
/// The longest word for a force: "should".
const FORCE: usize = 6;
/// A day of another year is written with its year from so far on.
const NEAR: Months = Months::new(10);

/// Columns of a row, from the left: each begins where the one before it ends.
#[derive(Clone, Copy)]
struct Columns {
    day: usize,
    time: usize,
    name: usize,
    words: usize,
    who: usize,
}

impl Columns {
    fn of(room: usize) -> Self {
        let wide = room >= WIDE;
        let (day, time, who) = if wide { (16, 6, 11) } else { (8, 0, 0) };
        let name = match room {
            0..WIDE => 13,
            WIDE..100 => 18,
            _ => 24,
        };
        let taken = 2 + day + time + name + who + FORCE;
        Self {
            day,
            time,
            name,
            words: room.saturating_sub(taken).max(1),
            who,
        }
    }

    fn is_wide(self) -> bool {
        self.time > 0
    }

    fn time_at(self) -> usize {
        2 + self.day
    }

    fn name_at(self) -> usize {
        self.time_at() + self.time
    }

    fn words_at(self) -> usize {
        self.name_at() + self.name
    }

    fn who_at(self) -> usize {
        self.words_at() + self.words
    }

    fn force_at(self) -> usize {
        self.who_at() + self.who
    }
}

/// Writes the heading above the rows.
pub(super) fn draw_heading(cx: &Context<'_>, paper: &mut Paper<'_>, words: &str) {
    let columns = Columns::of(paper.width());
    if cx.look.plain {
        return paper.line(&format!("  {words}"), Role::Heading);
    }
    if columns.is_wide() {
        paper.put(columns.words_at(), columns.words, "what", Role::Muted);
        paper.put(columns.who_at(), columns.who, "who must", Role::Muted);
    }
    paper.put(columns.force_at(), FORCE, "force", Role::Muted);
    let room = if columns.is_wide() {
        columns.words_at()
    } else {
        columns.force_at()
    };
    paper.put(2, room.saturating_sub(3), words, Role::Heading);
    paper.skip(1);
}

/// Writes one row; `from` is the day that dates are told from, `at` whether it is under the cursor.
pub(super) fn draw_row(
    cx: &Context<'_>,
    paper: &mut Paper<'_>,
    entry: &AgendaEntry,
    from: NaiveDate,
    at: bool,
) {
    let row = paper.row();
    let role = role(entry);
    let is_late = entry.due().is_some_and(Due::is_overdue);
    paper.put(0, 1, if at { ">" } else { " " }, Role::Focus);
    paper.put(1, 1, if is_late { "!" } else { " " }, role);
    if cx.look.plain {
        paper.put(2, paper.width(), &sentence(cx, entry), role);
    } else {
        draw_columns(cx, paper, entry, from, role);
    }
    paper.skip(1);
    if at {
        paper.select_row(row);
    }
}

fn draw_columns(
    cx: &Context<'_>,
    paper: &mut Paper<'_>,
    entry: &AgendaEntry,
    from: NaiveDate,
    role: Role,
) {
    let columns = Columns::of(paper.width());
    let day = if columns.is_wide() {
        date_words::short(entry.on, cx.desk.today())
    } else {
        short_day(entry.on, from)
    };
    if columns.is_wide() {
        paper.put(2, columns.day - 1, &day, role);
    } else {
        paper.put_right(1 + columns.day, &day, role);
    }
    if let Some(at) = entry.at().filter(|_| columns.is_wide()) {
        let time = clock_time::write(at);
        paper.put(columns.time_at(), columns.time, &time, role);
    }
    let (name, name_role) = name(cx, entry, role);
    let (at, room) = if name.is_empty() {
        (columns.name_at(), columns.name + columns.words)
    } else {
        paper.put(columns.name_at(), columns.name - 1, &name, name_role);
        (columns.words_at(), columns.words)
    };
    let is_alone = entry.who().is_empty() && entry.force().is_none();
    let room = if is_alone { paper.width() } else { room };
    let words = words(cx, entry, columns.is_wide(), room.saturating_sub(1));
    paper.put(at, room.saturating_sub(1), &words, role);
    if columns.is_wide() {
        paper.put(columns.who_at(), columns.who - 1, entry.who(), role);
    }
    let force = entry.force().map_or("", |force| force.short());
    paper.put(columns.force_at(), FORCE, force, role);
}

/// "Thu 26" in the month that is looked at, "14 Dec" in another, "Jan 28" far off.
fn short_day(on: NaiveDate, from: NaiveDate) -> String {
    let far = from.checked_add_months(NEAR).is_some_and(|far| on > far)
        || from.checked_sub_months(NEAR).is_some_and(|far| on < far);
    if (on.year(), on.month()) == (from.year(), from.month()) {
        on.format("%a %-d").to_string()
    } else if far {
        on.format("%b ’%y").to_string()
    } else {
        date_words::day_month(on)
    }
}

/// The pupil, in brackets when she is in hand; nothing for the school's own.
fn name(cx: &Context<'_>, entry: &AgendaEntry, role: Role) -> (String, Role) {
    let pupil = entry.pupil().and_then(|id| cx.desk.caseload.pupils.get(id));
    match pupil {
        None => (String::new(), role),
        Some(pupil) if cx.hand.pupil == Some(pupil.id) => {
            (format!("[{}]", cx.look.name(pupil)), Role::Focus)
        }
        Some(pupil) => (cx.look.name(pupil), role),
    }
}

/// What it is: in full where the meeting's time has a column of its own, else in a word or two with the time.
fn words(cx: &Context<'_>, entry: &AgendaEntry, is_wide: bool, room: usize) -> String {
    let short = entry.short();
    if is_wide {
        return cx.told(entry.pupil(), entry.words());
    }
    let Some(at) = entry.at().map(clock_time::write) else {
        return short.to_owned();
    };
    let shorter = short.trim_end_matches(" review");
    let timed = [short, shorter].map(|words| format!("{words} {at}"));
    let fitting = timed.into_iter().find(|words| width(words) <= room);
    fitting.unwrap_or_else(|| format!("{at} {short}"))
}

/// A row read aloud.
fn sentence(cx: &Context<'_>, entry: &AgendaEntry) -> String {
    let pupil = entry.pupil().and_then(|id| cx.desk.caseload.pupils.get(id));
    let in_hand = pupil.is_some_and(|pupil| cx.hand.pupil == Some(pupil.id));
    let parts = [
        date_words::short(entry.on, cx.desk.today()),
        entry.at().map(clock_time::write).unwrap_or_default(),
        pupil.map(|pupil| cx.look.name(pupil)).unwrap_or_default(),
        if in_hand { "in hand" } else { "" }.to_owned(),
        cx.told(entry.pupil(), entry.words()),
        entry.who().to_owned(),
        entry.force().map_or("", |force| force.label()).to_owned(),
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("; ")
}

fn role(entry: &AgendaEntry) -> Role {
    match entry.due() {
        Some(due) if due.is_overdue() => Role::Overdue,
        Some(_) => Role::Text,
        None => Role::Muted,
    }
}

/// Writes why the entry under the cursor is there, over some lines.
pub(super) fn draw_reason(cx: &Context<'_>, paper: &mut Paper<'_>, entry: Option<&AgendaEntry>) {
    if let Some(due) = entry.and_then(AgendaEntry::due) {
        let words = cx.told(due.pupil, &due.explanation());
        paper.prose(1, &words, Role::Muted);
    }
}
