//! After how many minutes without a key the caseload is locked, on this laptop.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::commands::{Command, Scope};
use crate::domain::Refusal;
use crate::keys::Key;
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect, View};

/// Asks after how many minutes the caseload is locked.
#[derive(Debug)]
pub struct LockAfter {
    form: Form,
}

impl LockAfter {
    /// With what is set now.
    pub fn new(cx: &Context<'_>) -> Self {
        let minutes = Some(f64::from(cx.lock_after));
        let field = Field::number("minutes", "Lock after", minutes)
            .hint("minutes without a key, 1 to 30: what is being typed is kept");
        Self {
            form: Form::new(vec![field]),
        }
    }

    fn minutes(&self) -> Result<u8, Refusal> {
        let minutes = self.form.whole("minutes")?;
        minutes
            .and_then(|minutes| u8::try_from(minutes).ok())
            .filter(|minutes| (1..=30).contains(minutes))
            .ok_or_else(|| {
                Refusal::of(
                    "minutes",
                    "Caseload locks after 1 to 30 minutes. Type a number, such as 15.",
                )
            })
    }
}

impl View for LockAfter {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Locking by itself, on this laptop".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        self.form.draw(cx, &[], area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Save, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Save => match self.minutes() {
                Ok(minutes) => Effect::Many(vec![Effect::Close, Effect::LockAfter(minutes)]),
                Err(refusal) => {
                    self.form.refuse(refusal.clone());
                    Effect::Refuse(refusal)
                }
            },
            Command::Undo => {
                self.form.type_key(Key::ctrl('z'));
                Effect::None
            }
            Command::Back => Effect::Close,
            _ => Effect::None,
        }
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.form.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.form.paste(text).then_some(Effect::None)
    }
}
