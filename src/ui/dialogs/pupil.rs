//! [`Record`]: all that is known of the pupil in hand, in sections.

mod access;
mod at;
mod attendance;
mod changes;
mod contacts;
mod contents;
mod documents;
mod ehc;
mod flags;
mod identity;
mod leaving;
mod needs;
mod other_plans;
mod profile;
mod referrals;
mod section;
mod status;
mod watching;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use strum::VariantArray as _;

use crate::commands::{Command, Scope};
use crate::domain::{FillIn, Pupil, Refusal};
use crate::keys::Key;
use crate::ui::widgets::{Line, Listing, Paper, wrap};
use crate::ui::{Context, Effect, Role, View};
use at::At;
use changes::Changes;
use section::Section;

/// From how many columns the contents stand beside the section.
const WIDE: u16 = 100;

/// All that is known of the pupil in hand, in sections, each a page, with a page of contents before them. Enter opens the
/// section, or the form of what is under the cursor.
#[derive(Debug, Default)]
pub struct Record {
    /// The open section; none on the contents.
    section: Option<Section>,
    /// Whether it was opened at a section, and so goes back to where it was opened from.
    is_turned_to: bool,
    listing: Listing<At>,
    contents: Listing<Section>,
    changes: Changes,
}

impl Record {
    /// The record, turned to where this is filled in.
    pub fn to_fill_in(missing: FillIn) -> Self {
        Self::turned_to(Section::of(missing))
    }

    /// The record, turned to the steps of the EHC plan.
    pub fn of_plan() -> Self {
        Self::turned_to(Section::Ehc)
    }

    /// The record, turned to health.
    pub fn of_health() -> Self {
        Self::turned_to(Section::Health)
    }

    fn turned_to(section: Section) -> Self {
        Self {
            section: Some(section),
            is_turned_to: true,
            ..Self::default()
        }
    }

    /// Opens a section, or goes to the contents, with the cursor on the section that was open.
    fn turn(&mut self, to: Option<Section>) -> Effect {
        if let Some(on) = to.or(self.section) {
            self.contents.put_on(on);
        }
        self.section = to;
        self.listing = Listing::default();
        Effect::None
    }

    /// The section under the cursor of the contents.
    fn under_cursor(&self) -> Section {
        self.contents.at(Section::VARIANTS).unwrap_or_default()
    }

    fn beside(&self, cx: &Context<'_>, by: isize) -> Effect {
        match cx.hand.beside(by) {
            Some(pupil) => Effect::TakeInHand(Some(pupil)),
            None => Effect::refuse(
                "There is nobody further that way. < and > go through the pupils that screen 1 showed, or those marked.",
            ),
        }
    }

    /// What a command does on the contents.
    fn run_contents(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if self.contents.run(Section::VARIANTS, command) {
            return Effect::None;
        }
        match command {
            Command::Back => Effect::Close,
            Command::Open | Command::Right | Command::NextView => {
                let section = self.under_cursor();
                self.turn(Some(section))
            }
            Command::Left => self.turn(Section::VARIANTS.last().copied()),
            Command::Next => self.beside(cx, 1),
            Command::Previous => self.beside(cx, -1),
            _ => Effect::None,
        }
    }

    /// What a command does in a section.
    fn run_section(
        &mut self,
        cx: &Context<'_>,
        (pupil, section): (&Pupil, Section),
        command: Command,
    ) -> Effect {
        if section == Section::Changes && self.changes.run(cx, pupil, command) {
            return Effect::None;
        }
        let rows = rows(cx, pupil, section);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match command {
            Command::Back if self.is_turned_to => Effect::Close,
            Command::Back => self.turn(None),
            Command::Right | Command::NextView => self.turn(section.next()),
            Command::Left => self.turn(section.previous()),
            Command::Next => self.beside(cx, 1),
            Command::Previous => self.beside(cx, -1),
            Command::New => section.add(cx, pupil),
            Command::Print if section == Section::Access => access::keep(cx),
            Command::Open => match self.listing.at(&rows) {
                Some(at) => at.open(cx, pupil),
                None => Effect::None,
            },
            Command::Remove => match self.listing.at(&rows) {
                Some(at) => at.remove(cx),
                None => Effect::None,
            },
            _ => Effect::None,
        }
    }

    /// Draws the contents beside the section that is open or under their cursor.
    fn draw_wide(
        &mut self,
        cx: &Context<'_>,
        pupil: &Pupil,
        area: Rect,
        buf: &mut Buffer,
    ) -> Position {
        let left = Rect {
            width: contents::BESIDE,
            ..area
        };
        let right = Rect {
            x: area.x + contents::BESIDE,
            width: area.width - contents::BESIDE,
            ..area
        };
        let section = self.section.unwrap_or_else(|| self.under_cursor());
        let mut names = contents::beside(cx, pupil, section);
        let mut lines = section_lines(cx, pupil, section, right.width);
        if self.section.is_none() {
            lines.iter_mut().for_each(|line| line.key = None);
            Listing::default().draw(&lines, cx.look, right, buf);
            self.contents.draw(&names, cx.look, left, buf)
        } else {
            names.iter_mut().for_each(|name| name.key = None);
            Listing::default().draw(&names, cx.look, left, buf);
            if section == Section::Changes {
                return self.changes.draw(cx, pupil, right, buf);
            }
            self.listing.draw(&lines, cx.look, right, buf)
        }
    }
}

/// The things on a section's page that can be under the cursor.
fn rows(cx: &Context<'_>, pupil: &Pupil, section: Section) -> Vec<At> {
    let lines = section.lines(cx, pupil, usize::MAX);
    let mut rows: Vec<At> = lines.iter().filter_map(|line| line.key).collect();
    rows.dedup();
    rows
}

/// What a section says, with its doubts below.
fn section_lines(cx: &Context<'_>, pupil: &Pupil, section: Section, columns: u16) -> Vec<Line<At>> {
    let columns = usize::from(columns);
    let mut lines = section.lines(cx, pupil, columns);
    let doubts = section.doubts(cx, pupil);
    if !doubts.is_empty() {
        lines.push(Line::plain());
    }
    for doubt in doubts {
        let words = format!("~ {} ({})", doubt.words, doubt.basis);
        let wrapped = wrap(&words, columns.saturating_sub(4)).into_iter();
        lines.extend(wrapped.map(|words| Line::plain().put(3, usize::MAX, words, Role::Due)));
    }
    lines
}

impl View for Record {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        let Some(pupil) = cx.pupil_in_hand() else {
            return "Record".to_owned();
        };
        let place = match (cx.hand.place(), cx.hand.row.len()) {
            (Some(place), count) if count > 1 => format!("  {} of {count}", place + 1),
            _ => String::new(),
        };
        let section = self.section.map_or("Record", Section::label);
        format!("{}: {section}{place}", cx.look.full_name(pupil))
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let Some(pupil) = cx.pupil_in_hand() else {
            paper.line("  No pupil is in hand. Esc goes back.", Role::Muted);
            return paper.place(2, 0);
        };
        paper.put(
            1,
            paper.width(),
            "Shift and its letter opens a section; Left and Right turn pages",
            Role::Muted,
        );
        paper.skip(2);
        let below = paper.rest();
        match self.section {
            _ if area.width >= WIDE && !cx.look.plain => self.draw_wide(cx, pupil, below, buf),
            None => {
                let lines = contents::lines(cx, pupil);
                self.contents.draw(&lines, cx.look, below, buf)
            }
            Some(Section::Changes) => self.changes.draw(cx, pupil, below, buf),
            Some(section) => {
                let lines = section_lines(cx, pupil, section, area.width);
                self.listing.draw(&lines, cx.look, below, buf)
            }
        }
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        let on_section: &[Command] = match self.section {
            Some(Section::Access) => &[Command::New, Command::Remove, Command::Print],
            Some(_) => &[Command::New, Command::Remove],
            None => &[],
        };
        std::iter::once(Command::Open)
            .chain(on_section.iter().copied())
            .chain([
                Command::NextView,
                Command::Next,
                Command::Plan,
                Command::Brief,
                Command::Back,
                Command::Help,
                Command::WhoCanSee,
            ])
            .collect()
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let pupil = cx.pupil_in_hand()?;
        let at = self
            .section
            .and_then(|section| self.listing.at(&rows(cx, pupil, section)));
        match (self.section, command) {
            (None, Command::New | Command::Remove) => {
                return Some(Refusal::new(
                    "Open a section first: Enter, or Shift and its letter.",
                ));
            }
            (Some(Section::Changes), Command::Open | Command::Remove) => {
                return Some(Refusal::new(
                    "This page tells what was changed; the other pages change it. Ctrl+Z takes the newest change back.",
                ));
            }
            (Some(section), Command::New) => return section.new_refusal(cx),
            (Some(_), Command::Remove) => return at::remove_refusal(at),
            (Some(_), Command::Open) => return at::open_refusal(cx, at),
            (Some(Section::Access), Command::Print) => return access::keep_refusal(cx),
            _ => {}
        }
        match command {
            Command::Next | Command::Previous if cx.hand.row.len() < 2 => Some(Refusal::new(
                "There is nobody else to go to: mark several pupils on screen 1, or open one from a list.",
            )),
            Command::Filter | Command::Sort | Command::Mark | Command::MarkAll => {
                Some(Refusal::new("This is for lists of pupils: screen 1."))
            }
            Command::Done | Command::Waive | Command::GoToDate | Command::Print => {
                Some(Refusal::new("There is nothing of that kind in a record."))
            }
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let Some(pupil) = cx.pupil_in_hand() else {
            return Effect::Close;
        };
        match self.section {
            None => self.run_contents(cx, command),
            Some(section) => self.run_section(cx, (pupil, section), command),
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        let section = Section::of_letter(key.typed()?)?;
        Some(self.turn(Some(section)))
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        match self.section {
            Some(Section::Changes) => self.changes.click(at),
            Some(_) => drop(self.listing.click(at)),
            None => drop(self.contents.click(at)),
        }
        Effect::None
    }
}

/// A label, and what it is about in the columns after it, over as many lines as it takes.
fn told(key: At, label: &str, words: &str, columns: usize) -> Vec<Line<At>> {
    const FROM: usize = 24;
    let wrapped = wrap(words, columns.saturating_sub(FROM + 1));
    let (words, role) = if wrapped.is_empty() {
        (vec!["not known".to_owned()], Role::Muted)
    } else {
        (wrapped, Role::Text)
    };
    let lines = words.into_iter().enumerate().map(|(number, words)| {
        let line = Line::of(key).put(FROM, usize::MAX, words, role);
        match number {
            0 => line.put(3, FROM - 4, label, Role::Muted),
            _ => line,
        }
    });
    lines.collect()
}
