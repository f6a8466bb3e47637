//! [`Choose`]: which of a few things to do.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::keys::{Code, Key};
use crate::ui::widgets::{Line, Listing, wrap};
use crate::ui::{Context, Effect, Role, View};

/// Which of a few things to do: each has a letter, or the arrows and Enter.
#[derive(Debug)]
pub struct Choose {
    title: String,
    /// What is to be known before one chooses.
    words: String,
    choices: Vec<(char, String)>,
    effects: Vec<Option<Effect>>,
    listing: Listing<usize>,
}

impl Choose {
    /// Asks; each choice has a letter, words, and what it does.
    pub fn new(
        title: impl Into<String>,
        choices: impl IntoIterator<Item = (char, String, Effect)>,
    ) -> Self {
        let mut choose = Self {
            title: title.into(),
            words: String::new(),
            choices: Vec::new(),
            effects: Vec::new(),
            listing: Listing::default(),
        };
        for (letter, words, effect) in choices {
            choose.choices.push((letter, words));
            choose.effects.push(Some(effect));
        }
        choose
    }

    /// With these words above the choices.
    #[must_use]
    pub fn saying(self, words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            ..self
        }
    }

    fn rows(&self) -> Vec<usize> {
        (0..self.choices.len()).collect()
    }

    fn take(&mut self, at: usize) -> Effect {
        match self.effects.get_mut(at).and_then(Option::take) {
            Some(effect) => Effect::Many(vec![Effect::Close, effect]),
            None => Effect::Close,
        }
    }
}

impl View for Choose {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        self.title.clone()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut lines = vec![Line::plain()];
        if !self.words.is_empty() {
            let wrapped = wrap(&self.words, usize::from(area.width).saturating_sub(4));
            let above = wrapped.into_iter();
            lines.extend(above.map(|words| Line::plain().put(2, usize::MAX, words, Role::Text)));
            lines.push(Line::plain());
        }
        lines.extend(
            self.choices
                .iter()
                .enumerate()
                .map(|(at, (letter, words))| {
                    Line::of(at)
                        .put(3, 3, letter.to_string(), Role::Heading)
                        .put(6, usize::MAX, words, Role::Text)
                }),
        );
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Up, Command::Down, Command::Back]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        let rows = self.rows();
        if self.listing.run(&rows, command) {
            return Effect::None;
        }
        match (command, self.listing.at(&rows)) {
            (Command::Open, Some(at)) => self.take(at),
            (Command::Back, _) => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        let Code::Char(typed) = key.code else {
            return None;
        };
        let fits = |(letter, _): &(char, String)| !key.ctrl && *letter == typed;
        let at = self.choices.iter().position(fits)?;
        Some(self.take(at))
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        if self.listing.click(at)
            && let Some(at) = self.listing.at(&self.rows())
        {
            return self.take(at);
        }
        Effect::None
    }
}
