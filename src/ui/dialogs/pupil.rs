//! [`Record`]: all that is known of the pupil in hand, in sections.

mod at;
mod ehc;
mod identity;
mod leaving;
mod needs;
mod people;
mod profile;
mod section;
mod status;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{FillIn, Pupil, Refusal};
use crate::ui::widgets::{Line, Listing, Paper, wrap};
use crate::ui::{Context, Effect, Role, View};
use at::At;
use section::Section;

/// Rows above the lines of a section: their names, and a space.
const ABOVE: u16 = 2;

/// All that is known of the pupil in hand, in sections, each a page. Enter opens the form of what is under the cursor.
#[derive(Debug, Default)]
pub struct Record {
    section: Section,
    listing: Listing<At>,
}

impl Record {
    /// The record, turned to where this is filled in.
    pub fn to_fill_in(missing: FillIn) -> Self {
        Self::turned_to(match missing {
            FillIn::StatusSince | FillIn::ParentTold | FillIn::ReviewDate => Section::Status,
            FillIn::NeedType => Section::Needs,
            FillIn::PlanMade => Section::Ehc,
        })
    }

    /// The record, turned to the steps of the EHC plan.
    pub fn of_plan() -> Self {
        Self::turned_to(Section::Ehc)
    }

    fn turned_to(section: Section) -> Self {
        Self {
            section,
            ..Self::default()
        }
    }

    fn rows(&self, cx: &Context<'_>, pupil: &Pupil) -> Vec<At> {
        let lines = self.section.lines(cx, pupil, usize::MAX);
        let mut rows: Vec<At> = lines.iter().filter_map(|line| line.key).collect();
        rows.dedup();
        rows
    }

    fn turn(&mut self, to: Section) -> Effect {
        self.section = to;
        self.listing = Listing::default();
        Effect::None
    }

    fn beside(&self, cx: &Context<'_>, by: isize) -> Effect {
        match cx.hand.beside(by) {
            Some(pupil) => Effect::TakeInHand(Some(pupil)),
            None => Effect::refuse(
                "There is nobody further that way. < and > go through the pupils that screen 1 showed, or those marked.",
            ),
        }
    }

    /// The names of the sections, the one that is shown in brackets.
    fn draw_sections(&self, paper: &mut Paper<'_>) {
        let mut column = 1;
        for section in <Section as strum::VariantArray>::VARIANTS {
            let (words, role) = if *section == self.section {
                (format!("[{}]", section.label()), Role::Focus)
            } else {
                (format!(" {} ", section.label()), Role::Text)
            };
            paper.put(column, paper.width(), &words, role);
            column += words.len();
        }
        paper.put_right(paper.width() - 1, "Left, Right turn", Role::Muted);
    }
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
        let section = self.section.label();
        format!("{}: {section}{place}", cx.look.full_name(pupil))
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        let Some(pupil) = cx.pupil_in_hand() else {
            paper.line("  No pupil is in hand. Esc goes back.", Role::Muted);
            return paper.place(2, 0);
        };
        self.draw_sections(&mut paper);
        let below = Rect {
            y: area.y + ABOVE,
            height: area.height.saturating_sub(ABOVE),
            ..area
        };
        let mut lines = self.section.lines(cx, pupil, usize::from(area.width));
        let doubts = self.section.doubts(cx, pupil);
        if !doubts.is_empty() {
            lines.push(Line::plain());
        }
        for doubt in doubts {
            let words = format!("~ {} ({})", doubt.words, doubt.basis);
            let wrapped = wrap(&words, usize::from(area.width).saturating_sub(4));
            let wrapped = wrapped.into_iter();
            lines.extend(wrapped.map(|words| Line::plain().put(3, usize::MAX, words, Role::Due)));
        }
        self.listing.draw(&lines, cx.look, below, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::New,
            Command::Remove,
            Command::NextView,
            Command::Next,
            Command::Plan,
            Command::Brief,
            Command::Back,
            Command::Help,
            Command::WhoCanSee,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let pupil = cx.pupil_in_hand()?;
        let at = self.listing.at(&self.rows(cx, pupil));
        match command {
            Command::New => self.section.new_refusal(cx),
            Command::Remove => at::remove_refusal(at),
            Command::Open => at::open_refusal(cx, at),
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
        let rows = self.rows(cx, pupil);
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match command {
            Command::Back => Effect::Close,
            Command::Right | Command::NextView => self.turn(self.section.next()),
            Command::Left => self.turn(self.section.previous()),
            Command::Next => self.beside(cx, 1),
            Command::Previous => self.beside(cx, -1),
            Command::New => self.section.add(cx, pupil),
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

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
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
