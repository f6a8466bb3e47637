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

/// What is wanted of a backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// To bring it back.
    Back,
    /// To bring it back in the place of a caseload that has another passphrase now.
    BackInPlaceOfAnother,
    /// To read it.
    ToRead,
}

/// Asks for the passphrase that a backup was made under.
#[derive(Debug)]
pub struct AskPassphrase {
    path: PathBuf,
    made: String,
    wanted: Wanted,
    form: Form,
}

impl AskPassphrase {
    /// For this backup.
    pub fn new(shelved: &Shelved, wanted: Wanted) -> Self {
        Self {
            path: shelved.path.clone(),
            made: shelved.made(),
            wanted,
            form: Form::new(vec![Field::secret("passphrase", "Passphrase")]),
        }
    }
}

impl View for AskPassphrase {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Gate]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        let does = match self.wanted {
            Wanted::Back | Wanted::BackInPlaceOfAnother => "Bring back",
            Wanted::ToRead => "Read",
        };
        format!("{does} the backup of {}", self.made)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        if self.wanted == Wanted::BackInPlaceOfAnother {
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
        if self.wanted == Wanted::ToRead {
            paper.skip(1);
            paper.prose(
                2,
                "A copy of the backup is opened, and removed when you lock or leave. Nothing can be changed in it, and the caseload itself is not touched.",
                Role::Text,
            );
        }
        paper.skip(1);
        let room = paper.room_for_form();
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
                let unlock = match Unlock::from_words(&typed) {
                    Ok(unlock) => Some(unlock),
                    Err(error) => return Effect::refuse(error.to_string()),
                };
                let path = self.path.clone();
                Effect::Job(match self.wanted {
                    Wanted::ToRead => Job::ReadBackup { path, unlock },
                    Wanted::Back | Wanted::BackInPlaceOfAnother => Job::Restore { path, unlock },
                })
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
