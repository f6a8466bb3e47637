//! [`AskPassphrase`]: the passphrase that a backup was made under.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Shelved;
use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::store::Unlock;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks for the passphrase that a backup was made under.
#[derive(Debug)]
pub struct AskPassphrase {
    path: PathBuf,
    made: String,
    is_other: bool,
    form: Form,
}

impl AskPassphrase {
    /// For this backup; `is_other` says that the open caseload has another passphrase now.
    pub fn new(shelved: &Shelved, is_other: bool) -> Self {
        Self {
            path: shelved.path.clone(),
            made: shelved.made(),
            is_other,
            form: Form::new(vec![Field::secret("passphrase", "Passphrase")]),
        }
    }
}

impl View for AskPassphrase {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Gate]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Bring back the backup of {}", self.made)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        if self.is_other {
            paper.prose(
                2,
                "This backup was made under another passphrase than the one you use now.",
                Role::Text,
            );
            paper.skip(1);
        }
        paper.prose(
            2,
            "Type the passphrase the caseload had on that day, or its recovery code, then Enter. Spaces and capitals count.",
            Role::Text,
        );
        paper.skip(1);
        let room = paper.rest();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Quit]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => {
                let typed = self.form.text("passphrase");
                // Whatever is typed next is typed anew.
                self.form.select_all();
                if typed.is_empty() {
                    return Effect::refuse("Type the passphrase first.");
                }
                match Unlock::from_words(&typed) {
                    Ok(unlock) => Effect::Job(Job::Restore {
                        path: self.path.clone(),
                        unlock: Some(unlock),
                    }),
                    Err(error) => Effect::refuse(error.to_string()),
                }
            }
            Command::Back => Effect::Close,
            Command::Quit => Effect::Quit,
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
