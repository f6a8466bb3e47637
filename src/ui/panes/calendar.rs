//! [`Calendar`].

mod agenda;
mod dates;
mod month;

use std::ops::Range;

use chrono::{Days, Months, NaiveDate};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{AgendaEntry, DayMatter, DueKind, PupilId, Refusal};
use crate::ui::dialogs::{self, GoToDate, Sum};
use crate::ui::widgets::{Cursor, Month, Paper};
use crate::ui::{Answer, Context, Effect, Role, View};
use dates::{Dates, EntryKey};

/// Rows at the bottom of the list of all dates that say why the chosen one is there.
const REASON: usize = 3;
/// Columns of the month beside the list.
const MONTH: u16 = Month::COLUMNS + 1;

/// What the screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    /// A month, with what is on the chosen day and next beside it.
    #[default]
    Month,
    /// All dates as a list.
    Agenda,
}

/// The screen Calendar: a month or a list of all dates.
#[derive(Debug, Default)]
pub struct Calendar {
    shown: Shown,
    /// The chosen day; none until she moves: then it is today.
    day: Option<NaiveDate>,
    dates: Dates,
    /// In the list beside the month, rather than in the month.
    in_list: bool,
    cursor: Cursor<EntryKey>,
    drawn: Drawn,
}

/// What was last drawn where, for the mouse.
#[derive(Debug, Default)]
struct Drawn {
    month: Option<(Position, NaiveDate)>,
    list: Option<(Rect, usize)>,
}

impl Calendar {
    fn day(&self, cx: &Context<'_>) -> NaiveDate {
        self.day.unwrap_or_else(|| cx.desk.today())
    }

    /// Whether the keys move in a list of entries.
    fn is_list(&self) -> bool {
        self.in_list || self.shown == Shown::Agenda
    }

    /// The entry under the cursor, in a list.
    fn entry(&self) -> Option<&AgendaEntry> {
        let key = self.cursor.at().filter(|_| self.is_list())?;
        self.dates.find(key)
    }

    /// Chooses a day, and in a list the first entry from there.
    fn go_to(&mut self, day: NaiveDate) {
        self.day = Some(day);
        if self.is_list() {
            let row = self.dates.row_from(day);
            self.cursor.begin_at(self.dates.keys(), row);
        }
    }

    fn turn_month(&mut self, cx: &Context<'_>, ahead: bool) {
        let day = self.day(cx);
        let month = Months::new(1);
        let to = if ahead {
            day.checked_add_months(month)
        } else {
            day.checked_sub_months(month)
        };
        self.go_to(to.unwrap_or(day));
    }

    fn move_in_month(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let day = self.day(cx);
        let first = Month::of(day).first();
        let to = match command {
            Command::Left => day.pred_opt(),
            Command::Right => day.succ_opt(),
            Command::Up => day.checked_sub_days(Days::new(7)),
            Command::Down => day.checked_add_days(Days::new(7)),
            Command::PageUp => day.checked_sub_months(Months::new(1)),
            Command::PageDown => day.checked_add_months(Months::new(1)),
            Command::First => Some(first),
            Command::Last => Month::of(day).last(),
            Command::Open => return self.go_to_list(day),
            Command::Back => return put_down(cx),
            _ => return Effect::None,
        };
        self.go_to(to.unwrap_or(day));
        Effect::None
    }

    fn go_to_list(&mut self, day: NaiveDate) -> Effect {
        let row = self.dates.row_from(day);
        if row >= self.dates.keys().len() {
            return Effect::refuse("Nothing is booked or due from that day on. n books a review.");
        }
        self.in_list = true;
        self.go_to(day);
        Effect::None
    }

    fn move_in_list(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.cursor.run(self.dates.keys(), command) {
            self.day = self.cursor.at().map(|(on, ..)| on).or(self.day);
            return Effect::None;
        }
        match command {
            Command::Open => self.entry().map_or(Effect::None, |entry| open(cx, entry)),
            Command::Left | Command::Back if self.in_list => {
                self.in_list = false;
                Effect::None
            }
            Command::Back => put_down(cx),
            _ => Effect::None,
        }
    }

    /// Books a review on the chosen day, for the pupil in hand or under the cursor.
    fn book(&self, cx: &Context<'_>) -> Effect {
        let form = |pupil| dialogs::review_booking::new_on(cx, pupil, self.day(cx));
        // In hand, so that the frame names the same pupil as the form.
        self.pupil(cx).map_or(Effect::None, |pupil| {
            Effect::Many(vec![
                Effect::TakeInHand(Some(pupil)),
                Effect::open(form(pupil)),
            ])
        })
    }

    fn draw_month(&mut self, cx: &Context<'_>, paper: &mut Paper<'_>) -> Position {
        let day = self.day(cx);
        let mut left = paper.part(0, MONTH);
        month::draw_heading(cx, &mut left, day);
        self.drawn.month = Some((left.here(0), day));
        let chosen = month::draw_grid(cx, &self.dates, &mut left, day);
        left.skip(1);
        month::draw_day(cx, &mut left, day);
        left.skip(1);
        if self.in_list {
            agenda::draw_reason(cx, &mut left, self.entry());
        } else {
            month::draw_pupil_in_hand(cx, &self.dates, &mut left, day);
        }
        month::draw_legend(&mut left);
        let room = u16::try_from(paper.width())
            .unwrap_or(u16::MAX)
            .saturating_sub(MONTH);
        let mut right = paper.part(MONTH, room);
        let under = self.draw_list(cx, &mut right, day);
        if self.in_list {
            under.unwrap_or(chosen)
        } else {
            chosen
        }
    }

    /// The day in words and the list, without the grid of a month: for a reader who hears the screen.
    fn draw_day(&mut self, cx: &Context<'_>, paper: &mut Paper<'_>) -> Position {
        let day = self.day(cx);
        month::draw_heading(cx, paper, day);
        let here = paper.here(1);
        month::draw_day(cx, paper, day);
        let under = self.draw_list(cx, paper, day);
        if self.in_list {
            under.unwrap_or(here)
        } else {
            here
        }
    }

    fn draw_agenda(&mut self, cx: &Context<'_>, paper: &mut Paper<'_>) -> Position {
        let day = self.day(cx);
        month::draw_heading(cx, paper, day);
        let here = paper.here(1);
        let mut list = paper.part_above(REASON);
        let under = self.draw_list(cx, &mut list, day);
        paper.skip(u16::try_from(paper.left().saturating_sub(REASON)).unwrap_or(0));
        agenda::draw_reason(cx, paper, self.entry());
        under.unwrap_or(here)
    }

    /// Draws the entries from the chosen day on, or around the one under the cursor; says where that is.
    fn draw_list(
        &mut self,
        cx: &Context<'_>,
        paper: &mut Paper<'_>,
        day: NaiveDate,
    ) -> Option<Position> {
        // The heading takes a row.
        let rows = self.visible(paper.left().saturating_sub(1), day);
        let first = self.dates.entry(rows.start).map(|entry| entry.on);
        let from = if self.in_list {
            first.unwrap_or(day)
        } else {
            day
        };
        let heading = match self.shown {
            Shown::Month => format!("FROM {}", from.format("%a %-d %b")).to_uppercase(),
            Shown::Agenda => "ALL DATES".to_owned(),
        };
        agenda::draw_heading(cx, paper, &heading);
        if rows.is_empty() {
            paper.prose(2, "Nothing is booked or due from here on.", Role::Muted);
        }
        self.drawn.list = Some((paper.rest(), rows.start));
        let at = self.cursor.at().filter(|_| self.is_list());
        let mut under = None;
        for row in rows {
            let is_at = at.is_some() && self.dates.keys().get(row).copied() == at;
            if is_at {
                under = Some(paper.here(0));
            }
            if let Some(entry) = self.dates.entry(row) {
                agenda::draw_row(cx, paper, entry, from, is_at);
            }
        }
        under
    }

    fn visible(&mut self, height: usize, day: NaiveDate) -> Range<usize> {
        let keys = self.dates.keys();
        if self.is_list() {
            return self.cursor.visible(keys, height);
        }
        let first = self.dates.row_from(day);
        first..keys.len().min(first + height)
    }
}

/// Puts the pupil in hand down.
fn put_down(cx: &Context<'_>) -> Effect {
    match cx.hand.pupil {
        Some(_) => Effect::TakeInHand(None),
        None => Effect::None,
    }
}

/// Goes to where the work is done, or shows the sum that made the date.
fn open(cx: &Context<'_>, entry: &AgendaEntry) -> Effect {
    match &entry.matter {
        DayMatter::Due(due) => match due.kind {
            DueKind::Review(_)
            | DueKind::WriteUp
            | DueKind::Action
            | DueKind::Referral
            | DueKind::OtherPlan
            | DueKind::Arrangement => dialogs::go_to(cx, due),
            DueKind::Rule(_) => Effect::open(Sum::of(due.clone())),
        },
        DayMatter::Held { pupil, .. } => dialogs::go_with(*pupil, Command::Review),
        DayMatter::School { school, .. } => Effect::open(dialogs::SchoolDates::of(*school)),
    }
}

impl View for Calendar {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let day = self.day(cx);
        let many = self.dates.on(day).count();
        format!(
            "Calendar, {}, {many} on this day",
            day.format("%A %-d %B %Y")
        )
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.dates.renew(cx);
        self.drawn = Drawn::default();
        if self.is_list() && self.cursor.at().is_none() {
            self.go_to(self.day(cx));
        }
        let mut paper = Paper::new(buf, cx.look, area);
        match self.shown {
            Shown::Month if cx.look.plain => self.draw_day(cx, &mut paper),
            Shown::Month => self.draw_month(cx, &mut paper),
            Shown::Agenda => self.draw_agenda(cx, &mut paper),
        }
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::GoToDate,
            Command::New,
            Command::NextView,
            Command::Settings,
            Command::Help,
            Command::Brief,
            Command::Jot,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let words = match command {
            Command::New if self.pupil(cx).is_none() => {
                "No pupil is in hand to book a review for. Choose one on screen 1 with Enter, then come back with 3."
            }
            _ => return None,
        };
        Some(Refusal::new(words))
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        self.dates.renew(cx);
        match command {
            Command::GoToDate => Effect::open(GoToDate::default()),
            Command::Previous | Command::Next => {
                self.turn_month(cx, command == Command::Next);
                Effect::None
            }
            Command::NextView => {
                self.shown = match self.shown {
                    Shown::Month => Shown::Agenda,
                    Shown::Agenda => Shown::Month,
                };
                self.in_list = false;
                self.go_to(self.day(cx));
                Effect::None
            }
            Command::New => self.book(cx),
            _ if self.is_list() => self.move_in_list(cx, command),
            _ => self.move_in_month(cx, command),
        }
    }

    fn answered(&mut self, cx: &Context<'_>, answer: Answer) -> Effect {
        if let Answer::Date(day) = answer {
            self.dates.renew(cx);
            self.in_list = false;
            self.go_to(day);
        }
        Effect::None
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        self.dates.renew(cx);
        if let Some((list, first)) = self.drawn.list.filter(|(list, _)| list.contains(at)) {
            let row = first + usize::from(at.y - list.y);
            if let Some(key) = self.dates.keys().get(row).copied() {
                self.in_list = self.shown == Shown::Month;
                self.cursor.put_on(key);
                self.day = Some(key.0);
            }
        } else if let Some((corner, month)) = self.drawn.month
            && let (Some(column), Some(row)) =
                (at.x.checked_sub(corner.x), at.y.checked_sub(corner.y))
            && let Some(day) = Month::of(month).day_at(column, row)
        {
            self.in_list = false;
            self.go_to(day);
        }
        Effect::None
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        let under = self.entry().and_then(AgendaEntry::pupil);
        let pupil = under.or(cx.hand.pupil)?;
        cx.look.may_show(pupil).then_some(pupil)
    }
}
