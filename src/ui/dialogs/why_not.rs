//! [`WhyNot`]: why a session did not run.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::{fold, session};
use crate::keys::Key;
use crate::ui::widgets::{Cursor, Paper, TextBox};
use crate::ui::{Answer, Context, Effect, Role, View};

/// Why a session did not run: one of the usual reasons, or a few words. It hands the words down.
#[derive(Debug)]
pub struct WhyNot {
    /// "Phonics catch-up on Fri 20 Nov".
    what: String,
    reasons: Vec<String>,
    typed: TextBox,
    cursor: Cursor<usize>,
}

impl WhyNot {
    /// Asks of a session; reasons given for its group before come first.
    pub fn new(what: String, given_before: impl IntoIterator<Item = String>) -> Self {
        let mut reasons: Vec<String> = Vec::new();
        let usual = session::USUAL_REASONS.map(str::to_owned);
        for reason in given_before.into_iter().chain(usual) {
            if !reasons.iter().any(|other| fold(other) == fold(&reason)) {
                reasons.push(reason);
            }
        }
        Self {
            what,
            reasons,
            typed: TextBox::line(""),
            cursor: Cursor::default(),
        }
    }

    /// The reasons that have the words typed; and, unless it is one of them, what was typed.
    fn fitting(&self) -> Vec<String> {
        let typed = self.typed.text().trim().to_owned();
        let sought = fold(&typed);
        let mut fitting: Vec<String> = self
            .reasons
            .iter()
            .filter(|reason| fold(reason).contains(&sought))
            .cloned()
            .collect();
        if !typed.is_empty() && !fitting.iter().any(|reason| fold(reason) == sought) {
            fitting.push(typed);
        }
        fitting
    }
}

impl View for WhyNot {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Filter]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Why did it not run?  {}", self.what)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.line(
            " Choose with the arrows and Enter, or type a few words of your own.",
            Role::Muted,
        );
        let line = Rect {
            x: area.x + 3,
            y: area.y + 1,
            width: area.width.saturating_sub(6),
            height: 1,
        };
        let caret = self.typed.draw(cx.look, true, line, buf);
        let below = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(2),
            ..area
        };
        let mut paper = Paper::new(buf, cx.look, below);
        let fitting = self.fitting();
        let rows: Vec<usize> = (0..fitting.len()).collect();
        let at = self.cursor.row(&rows);
        for row in self.cursor.visible(&rows, paper.height()) {
            let here = paper.row();
            if Some(row) == at {
                paper.put(1, 1, ">", Role::Focus);
            }
            paper.put(3, paper.width(), &fitting[row], Role::Text);
            paper.skip(1);
            if Some(row) == at {
                paper.select_row(here);
            }
        }
        caret
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Up, Command::Down, Command::Back]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        let fitting = self.fitting();
        let rows: Vec<usize> = (0..fitting.len()).collect();
        if self.cursor.run(&rows, command) {
            return Effect::None;
        }
        match command {
            Command::Open => match self.cursor.row(&rows) {
                Some(row) => Effect::Answer(Answer::Words(fitting[row].clone())),
                None => Effect::None,
            },
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        let is_used = self.typed.type_key(key);
        if is_used {
            self.cursor.put_on(0);
        }
        is_used.then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.typed.paste(text);
        Some(Effect::None)
    }
}
