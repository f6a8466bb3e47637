//! [`Pupils`].

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

/// The screen Pupils.
#[derive(Debug, Default)]
pub struct Pupils {
    row: u16,
}

impl View for Pupils {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List, Scope::Pupil]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Pupils".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.line(" Pupils", Role::Heading);
        paper.place(1, self.row)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Brief,
            Command::Jot,
            Command::Help,
            Command::WhoCanSee,
            Command::Cover,
        ]
    }

    fn run(&mut self, _cx: &Context<'_>, _command: Command) -> Effect {
        Effect::None
    }
}
