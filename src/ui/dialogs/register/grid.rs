//! [`Grid`]: pupils and the sessions of a week.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::group_week::GroupWeek;
use super::marked::Marked;
use super::marks::Marks;
use super::slot_key::SlotKey;
use crate::commands::Command;
use crate::domain::session::Happened;
use crate::domain::week::WeekSlot;
use crate::domain::{Keeping, Mark, Place, PupilId, clock_time, date_words};
use crate::ui::widgets::{Paper, cut};
use crate::ui::{Context, Role};

/// Where the names begin, and the columns that figures take at the right.
const NAMES: usize = 3;
const FIGURES: usize = 23;
/// The least and the most columns of a session.
const NARROWEST: usize = 7;
const WIDEST: usize = 16;

/// Pupils and the sessions of a week: where the cursor is, and what of it shows.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The session under the cursor.
    pub at: Option<SlotKey>,
    /// The pupil under the cursor; none in the row of the session itself.
    pub pupil: Option<PupilId>,
    top: usize,
    left: usize,
    /// What was drawn last, for the mouse.
    drawn: Vec<(Rect, SlotKey, Option<PupilId>)>,
}

/// What a group's grid is drawn of.
struct Sheet<'a> {
    cx: &'a Context<'a>,
    group: &'a GroupWeek,
    marks: &'a Marks,
}

impl Grid {
    /// Puts the cursor on a session, in the row of a pupil or of the session itself.
    pub fn begin(&mut self, at: Option<SlotKey>, pupil: Option<PupilId>) {
        (self.at, self.pupil) = (at, pupil);
        (self.top, self.left) = (0, 0);
    }

    /// Moves, if the command is one that moves; says whether it was.
    pub fn run(&mut self, keys: &[SlotKey], pupils: &[PupilId], command: Command) -> bool {
        let column = keys.iter().position(|key| Some(*key) == self.at);
        let column = column.unwrap_or(0);
        let row = pupils.iter().position(|pupil| Some(*pupil) == self.pupil);
        match command {
            Command::Left => self.at = keys.get(column.saturating_sub(1)).copied(),
            Command::Right => self.at = keys.get(column + 1).or(keys.last()).copied(),
            Command::Up => {
                self.pupil = row
                    .and_then(|row| row.checked_sub(1))
                    .map(|row| pupils[row])
            }
            Command::Down => {
                let next = row.map_or(0, |row| row + 1);
                self.pupil = pupils.get(next).or(pupils.last()).copied();
            }
            _ => return false,
        }
        true
    }

    /// Puts the cursor where the mouse was clicked; says whether that was in the grid.
    pub fn click(&mut self, at: Position) -> bool {
        let found = self.drawn.iter().find(|(place, ..)| place.contains(at));
        let Some((_, key, pupil)) = found.copied() else {
            return false;
        };
        (self.at, self.pupil) = (Some(key), pupil);
        true
    }

    /// Draws the days, whether each session ran, and the pupils that have room; gives where the cursor goes and how many
    /// rows were used.
    pub fn draw(
        &mut self,
        cx: &Context<'_>,
        group: &GroupWeek,
        marks: &Marks,
        area: Rect,
        buf: &mut Buffer,
    ) -> (Position, u16) {
        let sheet = Sheet { cx, group, marks };
        let mut paper = Paper::new(buf, cx.look, area);
        let names = if area.width < 100 { 17 } else { 30 };
        let first = NAMES + names + 1;
        let room = paper.width().saturating_sub(FIGURES + first);
        let columns = self.columns(group, room / NARROWEST);
        let each = (room / columns.len().max(1)).clamp(NARROWEST, WIDEST);
        let place = |column: usize| first + (column - columns.start) * each;
        let figures =
            place(columns.end.max(columns.start)).max(paper.width().saturating_sub(FIGURES));
        self.drawn.clear();
        let mut cursor = paper.here(1);

        for column in columns.clone() {
            let day = group.slots[column].on.format("%a %-d").to_string();
            paper.put(place(column), each, &day, Role::Heading);
        }
        let (left, right) = (columns.start, group.slots.len() - columns.end);
        let beside = match (left, right) {
            (0, 0) => String::new(),
            (0, right) => format!("{right} more later"),
            (left, 0) => format!("{left} more earlier"),
            (left, right) => format!("{left} before, {right} after"),
        };
        paper.put(NAMES, names, &beside, Role::Muted);
        paper.put(figures, 11, "so far", Role::Muted);
        paper.put(figures + 12, 11, "came to", Role::Muted);
        paper.skip(1);
        if group.has_several_times() {
            for column in columns.clone() {
                let at = group.slots[column].at.map(clock_time::write);
                paper.put(place(column), each, &at.unwrap_or_default(), Role::Muted);
            }
            paper.skip(1);
        }

        let above = paper.row();
        let height = paper.left().saturating_sub(1);
        let rows = self.rows(&group.pupils, height);
        let shown = group.pupils[rows.clone()].iter().map(|pupil| Some(*pupil));
        for pupil in std::iter::once(None).chain(shown) {
            let is_row = pupil == self.pupil;
            if is_row {
                paper.put(1, 1, ">", Role::Focus);
            }
            let (name, role) = sheet.name(pupil);
            paper.put(NAMES, names, &name, role);
            for column in columns.clone() {
                let slot = &group.slots[column];
                let key = group.key(slot);
                let (text, role) = sheet.cell(slot, pupil);
                let is_last = column + 1 == columns.end;
                let width = if is_last { each + 1 } else { each - 1 };
                let at = paper.here(place(column));
                self.drawn
                    .push((Rect::new(at.x, at.y, u16_of(each), 1), key, pupil));
                if is_row && Some(key) == self.at {
                    let text = cut(&text, width.saturating_sub(2));
                    let text = if text.is_empty() { " " } else { &text };
                    paper.put(place(column), width + 1, &format!("[{text}]"), Role::Focus);
                    cursor = paper.here(place(column) + 1);
                } else {
                    paper.put(place(column) + 1, width, &text, role);
                }
            }
            if let Some(pupil) = pupil {
                sheet.draw_figures(pupil, figures, &mut paper);
            }
            paper.skip(1);
        }
        let hidden = group.pupils.len() - rows.len();
        if hidden > 0 {
            let words = format!("{hidden} more: the arrows scroll");
            let here = paper.row();
            let mut corner = Paper::new(
                buf,
                cx.look,
                Rect {
                    height: above + 1,
                    ..area
                },
            );
            corner.skip(above);
            corner.put(figures, FIGURES, &words, Role::Muted);
            return (cursor, here);
        }
        let used = paper.row();
        (cursor, used)
    }

    /// The sessions that have room, with the one under the cursor among them.
    fn columns(&mut self, group: &GroupWeek, room: usize) -> Range<usize> {
        let room = room.max(1);
        let is_at = |slot: &WeekSlot| Some(group.key(slot)) == self.at;
        let column = group.slots.iter().position(is_at).unwrap_or(0);
        self.left = self.left.min(column).max((column + 1).saturating_sub(room));
        self.left = self.left.min(group.slots.len().saturating_sub(room));
        self.left..group.slots.len().min(self.left + room)
    }

    /// The pupils who have room, with the one under the cursor among them.
    fn rows(&mut self, pupils: &[PupilId], height: usize) -> Range<usize> {
        let height = height.max(1);
        let row = pupils.iter().position(|pupil| Some(*pupil) == self.pupil);
        let row = row.unwrap_or(0);
        self.top = self.top.min(row).max((row + 1).saturating_sub(height));
        self.top = self.top.min(pupils.len().saturating_sub(height));
        self.top..pupils.len().min(self.top + height)
    }
}

impl Sheet<'_> {
    fn name(&self, pupil: Option<PupilId>) -> (String, Role) {
        let Some(pupil) = pupil else {
            return ("Did it run?".to_owned(), Role::Muted);
        };
        let found = self.cx.desk.caseload.pupils.get(pupil);
        let name = found.map(|pupil| self.cx.look.name(pupil));
        let role = if self.cx.hand.pupil == Some(pupil) {
            Role::Focus
        } else {
            Role::Text
        };
        (name.unwrap_or_default(), role)
    }

    fn cell(&self, slot: &WeekSlot, pupil: Option<PupilId>) -> (String, Role) {
        let marked = self.group.marked(slot, self.marks);
        match pupil {
            Some(pupil) => self.mark(slot, &marked, pupil),
            None => self.ran(slot, &marked),
        }
    }

    fn ran(&self, slot: &WeekSlot, marked: &Marked) -> (String, Role) {
        let intervention = &self.group.intervention;
        match &marked.happened {
            Happened::Given(_) => ("yes".to_owned(), Role::Done),
            Happened::NotGiven(reason) => (format!("no: {reason}"), Role::Overdue),
            Happened::NoEntry => match &slot.closed {
                Some(why) => (why.clone(), Role::Muted),
                None if !slot.is_past(intervention.minutes, self.cx.desk.time()) => {
                    ("to come".to_owned(), Role::Muted)
                }
                None if intervention.keeping == Keeping::ByException => {
                    ("(yes)".to_owned(), Role::Muted)
                }
                None => ("? no entry".to_owned(), Role::Due),
            },
        }
    }

    fn mark(&self, slot: &WeekSlot, marked: &Marked, pupil: PupilId) -> (String, Role) {
        if let Some(attendance) = marked.of(pupil) {
            let note = if attendance.note.is_empty() { "" } else { " *" };
            let (mark, role) = match attendance.mark {
                Mark::There => (".", Role::Text),
                Mark::Absent => ("a", Role::Due),
                Mark::School => ("s", Role::Due),
            };
            return (format!("{mark}{note}"), role);
        }
        let has_place = || {
            let mut places = self.places(pupil);
            places.any(|place| place.covers(slot.on))
        };
        let by_exception = self.group.intervention.keeping == Keeping::ByException;
        let text = match &marked.happened {
            _ if !has_place() => "",
            Happened::NotGiven(_) => "-",
            Happened::NoEntry
                if by_exception
                    && slot.is_past(self.group.intervention.minutes, self.cx.desk.time()) =>
            {
                "(.)"
            }
            Happened::NoEntry | Happened::Given(_) => "",
        };
        (text.to_owned(), Role::Muted)
    }

    fn places(&self, pupil: PupilId) -> impl Iterator<Item = &Place> {
        let places = self.cx.desk.caseload.places_in(self.group.intervention.id);
        places.filter(move |place| place.pupil == pupil)
    }

    /// What was given so far and what of it she came to, as far as it is saved.
    fn draw_figures(&self, pupil: PupilId, column: usize, paper: &mut Paper<'_>) {
        let Some(standing) = self.cx.standings.get(pupil) else {
            return;
        };
        let place = self.places(pupil).last();
        let Some(place) = place else { return };
        let Some((_, run)) = standing.runs.iter().find(|(id, _)| *id == place.id) else {
            return;
        };
        match place.from {
            Some(from) => {
                let from = format!("from {}", date_words::day_month(from));
                let came = format!("{} of {}", run.came, run.given);
                paper.put(column, 12, &from, Role::Text);
                paper.put(column + 12, 11, &came, Role::Text);
            }
            None => {
                paper.put_right(column + 6, &run.given.to_string(), Role::Text);
                paper.put_right(column + 14, &run.came.to_string(), Role::Text);
            }
        }
    }
}

fn u16_of(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
