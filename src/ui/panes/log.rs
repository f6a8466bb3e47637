//! [`Log`]: the registers of sessions, the timeline, and provision.

mod provision;
mod registers;
mod timeline;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::PupilId;
use crate::keys::Key;
use crate::ui::widgets::Paper;
use crate::ui::{Answer, Context, Effect, LogPage, Role, View};
use provision::ProvisionPage;
use registers::Registers;
use timeline::Timeline;

/// The screen Log: one of three pages, which `v` goes through.
#[derive(Debug, Default)]
pub struct Log {
    /// The page that was drawn last.
    page: LogPage,
    registers: Registers,
    timeline: Timeline,
    provision: ProvisionPage,
}

impl View for Log {
    fn scopes(&self) -> &'static [Scope] {
        if self.page == LogPage::Timeline && self.timeline.is_typing() {
            &[Scope::Filter]
        } else {
            &[Scope::List, Scope::Pupil]
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Log".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.page = cx.hand.log;
        draw_pages(cx, area, buf);
        let room = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        match self.page {
            LogPage::Registers => self.registers.draw(cx, room, buf),
            LogPage::Timeline => self.timeline.draw(cx, room, buf),
            LogPage::Provision => self.provision.draw(cx, room, buf),
        }
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        match cx.hand.log {
            LogPage::Registers => self.registers.footer(),
            LogPage::Timeline => self.timeline.footer(),
            LogPage::Provision => self.provision.footer(),
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if command == Command::NextView {
            return Effect::TurnLog(cx.hand.log.next());
        }
        match cx.hand.log {
            LogPage::Registers => self.registers.run(cx, command),
            LogPage::Timeline => self.timeline.run(cx, command),
            LogPage::Provision => self.provision.run(cx, command),
        }
    }

    fn answered(&mut self, cx: &Context<'_>, answer: Answer) -> Effect {
        match (cx.hand.log, answer) {
            (LogPage::Registers, Answer::Date(on)) => self.registers.go_to(cx, on),
            (LogPage::Timeline, Answer::Timeline(entry)) => {
                self.timeline.go_to(cx, entry);
                Effect::None
            }
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, cx: &Context<'_>, key: Key) -> Option<Effect> {
        match cx.hand.log {
            LogPage::Timeline => self.timeline.type_key(key),
            LogPage::Registers | LogPage::Provision => None,
        }
    }

    fn paste(&mut self, cx: &Context<'_>, text: &str) -> Option<Effect> {
        match cx.hand.log {
            LogPage::Timeline => self.timeline.paste(text),
            LogPage::Registers | LogPage::Provision => None,
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        match cx.hand.log {
            LogPage::Registers => self.registers.click(cx, at),
            LogPage::Timeline => self.timeline.click(at),
            LogPage::Provision => self.provision.click(at),
        }
    }

    fn pupil(&self, cx: &Context<'_>) -> Option<PupilId> {
        let under_cursor = match cx.hand.log {
            LogPage::Timeline => self.timeline.pupil(),
            LogPage::Provision => self.provision.pupil(cx),
            LogPage::Registers => None,
        };
        under_cursor.or(cx.hand.pupil)
    }
}

/// The three pages, with the one that is open.
fn draw_pages(cx: &Context<'_>, area: Rect, buf: &mut Buffer) {
    let mut paper = Paper::new(buf, cx.look, area);
    let mut column = 1;
    for (page, words) in [
        (LogPage::Registers, "Registers of sessions"),
        (LogPage::Timeline, "Timeline"),
        (LogPage::Provision, "Provision"),
    ] {
        let (words, role) = if page == cx.hand.log {
            (format!("[{words}]"), Role::Focus)
        } else {
            (format!(" {words} "), Role::Muted)
        };
        paper.put(column, paper.width(), &words, role);
        column += words.len() + 1;
    }
}
