//! [`Log`]: the registers of sessions, the timeline, and provision.

mod registers;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, LogPage, Role, View};
use registers::Registers;

/// The screen Log: one of three pages, which `v` goes through.
#[derive(Debug, Default)]
pub struct Log {
    registers: Registers,
}

impl View for Log {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Log".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        draw_pages(cx, area, buf);
        let room = Rect {
            y: area.y + 1,
            height: area.height.saturating_sub(1),
            ..area
        };
        match cx.hand.log {
            LogPage::Registers => self.registers.draw(cx, room, buf),
            LogPage::Timeline | LogPage::Provision => Position::new(area.x, area.y),
        }
    }

    fn footer(&self, cx: &Context<'_>) -> Vec<Command> {
        match cx.hand.log {
            LogPage::Registers => self.registers.footer(),
            LogPage::Timeline | LogPage::Provision => vec![Command::NextView],
        }
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        if command == Command::NextView {
            return Effect::TurnLog(cx.hand.log.next());
        }
        match cx.hand.log {
            LogPage::Registers => self.registers.run(cx, command),
            LogPage::Timeline | LogPage::Provision => Effect::None,
        }
    }

    fn click(&mut self, cx: &Context<'_>, at: Position) -> Effect {
        match cx.hand.log {
            LogPage::Registers => self.registers.click(cx, at),
            LogPage::Timeline | LogPage::Provision => Effect::None,
        }
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
