//! [`Question`]: a question with yes and no.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::ui::widgets::Paper;
use crate::ui::{Context, Effect, Role, View};

/// A question: asked only where undo is not enough.
#[derive(Debug)]
pub struct Question {
    title: String,
    words: String,
    yes: Option<Effect>,
}

impl Question {
    /// Asks; yes does this.
    pub fn new(title: impl Into<String>, words: impl Into<String>, yes: Effect) -> Self {
        Self {
            title: title.into(),
            words: words.into(),
            yes: Some(yes),
        }
    }
}

impl View for Question {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Question]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        self.title.clone()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, &self.words, Role::Text);
        paper.skip(1);
        let at = paper.here(2);
        paper.line("  y  yes      n  no, go back", Role::Focus);
        at
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Yes, Command::No]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match (command, self.yes.take()) {
            (Command::Yes, Some(yes)) => Effect::Many(vec![Effect::Close, yes]),
            _ => Effect::Close,
        }
    }
}
