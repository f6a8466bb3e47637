//! [`Changes`]: the page of what was changed in a record.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::Command;
use crate::documents::changes::{Part, Told, told};
use crate::domain::date_words::with_year;
use crate::domain::{PastChange, Pupil, PupilId};
use crate::ui::widgets::{Cursor, Paper, wrap};
use crate::ui::{Audience, Context, Role};

/// How many changes are read at once.
const PAGE: usize = 30;
/// From which column a part's words stand.
const FROM: usize = 5;
/// The most rows that one change takes.
const MOST_ROWS: usize = 12;

/// What was changed in the record of a pupil, newest first: what it was, what it became, who said so, when it happened and
/// when it was typed. It is read from the file as far as one has scrolled.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Whose they are, and the version of the caseload that they were read of.
    of: Option<(PupilId, u64)>,
    rows: Vec<Row>,
    /// Whether the last of them was read.
    is_whole: bool,
    cursor: Cursor<(i64, i64)>,
    top: usize,
    height: usize,
    trouble: Option<String>,
    /// What was drawn where, for the mouse.
    drawn: Vec<(u16, (i64, i64))>,
}

/// A change, in words.
#[derive(Debug)]
struct Row {
    key: (i64, i64),
    at: String,
    label: String,
    told: Told,
}

impl Changes {
    /// Why nothing is shown to whoever sees the screen: what was taken back or mended may have been for staff only.
    fn is_hidden(cx: &Context<'_>) -> bool {
        cx.look.audience.is_narrow()
    }

    /// Reads on until the row after this one is there, or there are no more.
    fn reach(&mut self, cx: &Context<'_>, pupil: &Pupil, row: usize) {
        let of = Some((pupil.id, cx.desk.caseload.version()));
        if self.of != of {
            let is_hers = self.of.is_some_and(|(whose, _)| whose == pupil.id);
            *self = Self {
                of,
                cursor: if is_hers {
                    self.cursor.clone()
                } else {
                    Cursor::default()
                },
                top: if is_hers { self.top } else { 0 },
                height: self.height,
                ..Self::default()
            };
        }
        while !self.is_whole && self.rows.len() <= row.saturating_add(1) {
            let before = self.rows.last().map(|row| row.key);
            match cx.log.changes(pupil.id, before, PAGE) {
                Ok(changes) => {
                    self.is_whole = changes.len() < PAGE;
                    self.rows
                        .extend(changes.into_iter().map(|change| Row::of(cx, change)));
                }
                Err(error) => {
                    self.trouble = Some(error.to_string());
                    self.is_whole = true;
                }
            }
        }
    }

    fn keys(&self) -> Vec<(i64, i64)> {
        self.rows.iter().map(|row| row.key).collect()
    }

    /// Moves, if the command is one that moves; says whether it was.
    pub(super) fn run(&mut self, cx: &Context<'_>, pupil: &Pupil, command: Command) -> bool {
        if Self::is_hidden(cx) {
            return false;
        }
        let at = self.cursor.row(&self.keys()).unwrap_or(0);
        let ahead = match command {
            Command::Last => usize::MAX - 1,
            _ => at + self.height.max(1),
        };
        self.reach(cx, pupil, ahead);
        self.cursor.show(self.shown().max(1));
        self.cursor.run(&self.keys(), command)
    }

    /// About how many changes a screen has room for: a page is moved by so many.
    fn shown(&self) -> usize {
        self.height / 3
    }

    pub(super) fn click(&mut self, at: Position) {
        let found = self.drawn.iter().find(|(y, _)| *y == at.y);
        if let Some((_, key)) = found {
            self.cursor.put_on(*key);
        }
    }

    /// Draws those that have room, with the one under the cursor among them.
    pub(super) fn draw(
        &mut self,
        cx: &Context<'_>,
        pupil: &Pupil,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        self.height = usize::from(area.height);
        let mut paper = Paper::new(buf, cx.look, area);
        if Self::is_hidden(cx) {
            paper.put(
                3,
                usize::MAX,
                "What was changed is shown to staff only: F8.",
                Role::Muted,
            );
            return paper.place(3, 0);
        }
        self.reach(cx, pupil, self.top + self.height);
        let keys = self.keys();
        let Some(at) = self.cursor.row(&keys) else {
            let words = self
                .trouble
                .as_deref()
                .unwrap_or("Nothing was changed yet.");
            paper.prose(3, words, Role::Muted);
            return paper.place(3, 0);
        };
        let columns = paper.width().saturating_sub(FROM + 1);
        // The last row says that there are more.
        let room = self.height.saturating_sub(1).max(1);
        self.scroll(at, columns, room);
        self.drawn.clear();
        let mut cursor = paper.place(1, 0);
        let mut rows = self.rows.iter().enumerate().skip(self.top).peekable();
        while let Some((number, row)) = rows.next_if(|_| usize::from(paper.row()) < room) {
            let first = paper.row();
            row.draw(cx, pupil, (columns, number == at), &mut paper);
            let lines = first..paper.row();
            self.drawn
                .extend(lines.map(|line| (area.y + line, row.key)));
            if number == at {
                cursor = paper.place(1, first);
            }
        }
        if rows.peek().is_some() || usize::from(paper.row()) > room {
            let last = Rect {
                y: area.bottom().saturating_sub(1),
                height: 1.min(area.height),
                ..area
            };
            let mut paper = Paper::new(buf, cx.look, last);
            paper.clear_row();
            paper.put(3, usize::MAX, "older changes below", Role::Muted);
        }
        cursor
    }

    /// Scrolls so that all of the change under the cursor shows, as far as there is room.
    fn scroll(&mut self, at: usize, columns: usize, room: usize) {
        let (mut first, mut left) = (at, room);
        for (number, row) in self.rows[..=at].iter().enumerate().rev() {
            let Some(rest) = left.checked_sub(row.lines(columns).len()) else {
                break;
            };
            (first, left) = (number, rest);
        }
        self.top = self.top.clamp(first, at);
    }
}

impl Row {
    fn of(cx: &Context<'_>, change: PastChange) -> Self {
        let at = change.at.with_timezone(&cx.desk.now.timezone());
        let told = told(cx.desk.caseload, &change);
        Self {
            key: change.key,
            at: format!("{}, {}", with_year(at.date_naive()), at.format("%H:%M")),
            label: change.label,
            told,
        }
    }

    /// What it says below its heading, line by line.
    fn lines(&self, columns: usize) -> Vec<(String, Role)> {
        let Told {
            what,
            happened_on,
            said_by,
            parts,
        } = &self.told;
        let mut lines = vec![(String::new(), Role::Text)];
        let happened = happened_on.map(|on| format!("happened {}", with_year(on)));
        let said = (!said_by.is_empty()).then(|| format!("said by {said_by}"));
        let about: Vec<String> = [what.clone()]
            .into_iter()
            .chain(happened)
            .chain(said)
            .collect();
        let mut put = |words: &str, role: Role| {
            lines.extend(wrap(words, columns).into_iter().map(|words| (words, role)));
        };
        put(&about.join(", "), Role::Muted);
        parts
            .iter()
            .for_each(|part| put(&sentence(part), Role::Text));
        if lines.len() > MOST_ROWS {
            lines.truncate(MOST_ROWS - 1);
            lines.push(("and more".to_owned(), Role::Muted));
        }
        lines
    }

    fn draw(
        &self,
        cx: &Context<'_>,
        pupil: &Pupil,
        (columns, is_at): (usize, bool),
        paper: &mut Paper<'_>,
    ) {
        let about = Some(pupil.id);
        paper.put(3, 19, &self.at, Role::Heading);
        let label = match cx.look.audience {
            Audience::Me => self.label.clone(),
            _ => cx.told(about, &self.label),
        };
        paper.put(23, usize::MAX, &label, Role::Text);
        if is_at {
            paper.put(1, 1, ">", Role::Focus);
            paper.select_row(paper.row());
        }
        paper.skip(1);
        for (words, role) in self.lines(columns).into_iter().skip(1) {
            paper.put(FROM, usize::MAX, &cx.told(about, &words), role);
            paper.skip(1);
        }
    }
}

/// "class: 4A, now 4B".
fn sentence(part: &Part) -> String {
    match (part.before.as_str(), part.after.as_str()) {
        ("", after) => format!("{}: {after}", part.name),
        (before, "") => format!("{}: was {before}, now empty", part.name),
        (before, after) => format!("{}: was {before}, now {after}", part.name),
    }
}
