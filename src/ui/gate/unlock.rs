//! [`Unlock`]: asks for the passphrase.

use std::path::Path;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::store::Unlock as Words;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks for the passphrase of the chosen file.
#[derive(Debug)]
pub struct Unlock {
    file: String,
    /// Whether a wrong passphrase was tried.
    was_wrong: bool,
    form: Form,
}

/// What is left to do for whoever has lost the passphrase, and what is not.
const LOST: [&str; 3] = [
    "Lost it? The recovery sheet opens the file too: type its 48 digits here. It lies in an envelope, in the school's safe as a rule. A backup opens with the passphrase it was made under.",
    "Without either, nobody can read this file: not its makers, not the school's technicians, not the police.",
    "Keep the file all the same: a passphrase that comes back to mind, or a sheet that is found, opens it at any time.",
];

impl Unlock {
    /// For this file; once a wrong passphrase was tried, with what is left to do.
    pub fn new(path: &Path, was_wrong: bool) -> Self {
        let form = Form::new(vec![Field::secret("passphrase", "Passphrase")]);
        Self {
            file: path.display().to_string(),
            was_wrong,
            form,
        }
    }
}

impl View for Unlock {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Gate]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Unlock".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, &self.file, Role::Muted);
        paper.skip(1);
        paper.prose(
            2,
            "Type its passphrase, or its recovery code, then Enter. Capitals count.",
            Role::Text,
        );
        if self.was_wrong {
            paper.skip(1);
            for words in LOST {
                paper.prose(2, words, Role::Muted);
            }
        }
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::Backups,
            Command::Back,
            Command::Quit,
        ]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => {
                let typed = self.form.text("passphrase");
                // Whatever is typed next is typed anew: a recovery code never follows the stars of a passphrase.
                self.form.select_all();
                if typed.is_empty() {
                    return Effect::refuse("Type the passphrase first.");
                }
                match Words::from_words(&typed) {
                    Ok(unlock) => Effect::Job(Job::Unlock(unlock)),
                    Err(error) => Effect::refuse(error.to_string()),
                }
            }
            Command::Backups => Effect::Job(Job::ListBackups),
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
