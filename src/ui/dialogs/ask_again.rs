//! [`AskAgain`]: the passphrase once more, before the recovery sheet is shown.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::store::Unlock;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks for the passphrase of the open caseload once more.
#[derive(Debug)]
pub struct AskAgain {
    form: Form,
}

impl AskAgain {
    /// With nothing typed.
    pub fn new() -> Self {
        Self {
            form: Form::new(vec![
                Field::secret("passphrase", "Passphrase").hint("Enter shows the sheet"),
            ]),
        }
    }
}

impl Default for AskAgain {
    fn default() -> Self {
        Self::new()
    }
}

impl View for AskAgain {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Secret]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "The recovery sheet".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, "The sheet shows what opens the file. See that nobody looks over your shoulder, then type the passphrase once more and press Enter.", Role::Text);
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => {
                let typed = self.form.text("passphrase");
                // If it is wrong, what is typed next takes its place.
                self.form.select_all();
                if typed.is_empty() {
                    return Effect::refuse("Type the passphrase first.");
                }
                match Unlock::from_words(&typed) {
                    Ok(unlock) => Effect::Job(Job::ShowSheet(unlock)),
                    Err(error) => Effect::refuse(error.to_string()),
                }
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
