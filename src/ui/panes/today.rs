//! [`Today`]: all that wants doing, in one list by urgency.

mod act;
mod explain;
mod first_steps;
mod key;
mod page;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{PupilId, Refusal};
use crate::ui::widgets::{Listing, Paper};
use crate::ui::{Context, Effect, View};

use first_steps::FirstSteps;
use key::Key;
use page::Page;

/// Rows below the list: a rule, and three lines that explain the row under the cursor.
const BELOW: u16 = 4;

/// The screen Today: one list by urgency. Enter goes to where the work is done, `x` says that it is done.
#[derive(Debug, Default)]
pub struct Today {
    listing: Listing<Key>,
    page: Page,
    first_steps: FirstSteps,
}

impl Today {
    /// What is under the cursor.
    fn at(&self) -> Option<Key> {
        self.listing.at(self.page.rows())
    }

    fn is_empty(cx: &Context<'_>) -> bool {
        cx.desk.caseload.pupils.is_empty() && cx.drafts.is_empty()
    }
}

impl View for Today {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        format!("Today: {}", cx.standings.counts())
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        if Self::is_empty(cx) {
            return self.first_steps.draw(cx, area, buf);
        }
        self.page.renew(cx, area.width);
        let list = Rect {
            height: area.height.saturating_sub(BELOW).max(1),
            ..area
        };
        let cursor = self.listing.draw(self.page.lines(), cx.look, list, buf);
        let words = self.at().map(|key| explain::words(cx, &self.page, key));
        let mut paper = Paper::new(
            buf,
            cx.look,
            Rect {
                y: list.bottom(),
                height: area.height.saturating_sub(list.height),
                ..area
            },
        );
        paper.rule();
        explain::draw(&mut paper, &words.unwrap_or_default());
        cursor
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        if Self::is_empty(cx) {
            return vec![Command::Open, Command::Jot, Command::Help, Command::Cover];
        }
        vec![
            Command::Open,
            Command::Done,
            Command::Brief,
            Command::Log,
            Command::New,
            Command::Jot,
            Command::Help,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    fn refusal(&self, cx: &Context<'_>, command: Command) -> Option<Refusal> {
        if Self::is_empty(cx) {
            return None;
        }
        match command {
            Command::Open if self.page.is_empty() => Some(Refusal::new(
                "Nothing wants doing: there is nothing to open.",
            )),
            Command::Done => act::done_refusal(self.at()),
            Command::Assess | Command::Plan | Command::Do | Command::Review | Command::Brief
                if self.pupil(cx).is_none() =>
            {
                Some(Refusal::new(
                    "This row is about no pupil. Go to one that is, or choose a pupil on screen 1.",
                ))
            }
            Command::Filter
            | Command::Sort
            | Command::Mark
            | Command::MarkAll
            | Command::Previous
            | Command::Next
            | Command::GoToDate
            | Command::NextView
            | Command::Remove
            | Command::Waive
            | Command::Print => Some(Refusal::new(
                "Today is one list by urgency: there is nothing like that here. F1 shows what can be done.",
            )),
            _ => None,
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if Self::is_empty(cx) {
            return self.first_steps.run(cx, command);
        }
        self.page.renew_as_drawn(cx);
        if self.listing.run(self.page.rows(), command) {
            return Effect::None;
        }
        match (command, self.at()) {
            (Command::Open, Some(key)) => act::open(cx, &self.page, key),
            (Command::Done, Some(key)) => act::done(cx, key),
            (Command::New, key) => act::new(cx, key.and_then(Key::pupil)),
            (Command::Back, _) => Effect::TakeInHand(None),
            _ => Effect::None,
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        if Self::is_empty(cx) {
            return self.first_steps.click(cx, at);
        }
        self.listing.click(at);
        Effect::None
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        match self.at() {
            Some(key) => key.pupil(),
            None => cx.pupil_in_hand().map(|pupil| pupil.id),
        }
    }

    fn row(&self, _cx: &Context<'_>) -> Option<Vec<PupilId>> {
        Some(self.page.today().pupils())
    }
}
