//! [`Create`]: makes a new caseload.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use zeroize::Zeroizing;

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::Refusal;
use crate::keys::Key;
use crate::store::Passphrase;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks what a new caseload needs: the school, the SENCO, and a passphrase typed twice.
#[derive(Debug)]
pub struct Create {
    path: PathBuf,
    /// Five words to take; none where the computer has no random numbers.
    offered: Option<Zeroizing<String>>,
    form: Form,
}

impl Create {
    /// For a file in this place, with these words offered.
    pub fn new(path: PathBuf, offered: Option<Zeroizing<String>>) -> Self {
        let form = Form::new(vec![
            Field::line("school", "School", "")
                .hint("As it should stand on letters: Oakfield Primary School"),
            Field::line("senco", "Your name", "").hint("As colleagues write it: Mrs Ward"),
            Field::secret("passphrase", "Passphrase")
                .hint("the words above, or 12 characters and more of your own"),
            Field::secret("again", "The same again").hint("Enter makes the caseload."),
        ]);
        Self {
            path,
            offered,
            form,
        }
    }

    fn job(&self) -> Result<Job, Refusal> {
        let school = self.form.text("school");
        if school.is_empty() {
            return Err(Refusal::of("school", "The school needs a name."));
        }
        let words = Zeroizing::new(self.form.text("passphrase"));
        let senco = self.form.text("senco");
        let passphrase = Passphrase::choose_beside(&words, &[&school, &senco]);
        let passphrase =
            passphrase.map_err(|refusal| Refusal::of("passphrase", refusal.to_string()))?;
        if *words != self.form.text("again") {
            return Err(Refusal::of(
                "again",
                "The two passphrases are not the same. Type the second one again.",
            ));
        }
        Ok(Job::Create {
            path: self.path.clone(),
            passphrase,
            school,
            senco,
        })
    }
}

impl View for Create {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Gate]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "A new caseload".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(
            2,
            &format!("It is made as {}.", self.path.display()),
            Role::Muted,
        );
        paper.prose(2, "The passphrase is the only key, with the recovery sheet that is shown next. If both are lost, nobody can open the file, and we cannot help.", Role::Text);
        if let Some(offered) = &self.offered {
            paper.skip(1);
            paper.prose(
                2,
                "Five words drawn at random are best. Take these, or words of your own:",
                Role::Text,
            );
            paper.prose(6, offered, Role::Heading);
        }
        paper.skip(1);
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::NextField,
            Command::Open,
            Command::Back,
            Command::Quit,
        ]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::NextField => self.form.next(),
            Command::PreviousField | Command::Up => self.form.previous(),
            Command::Down => self.form.next(),
            // Enter goes on from field to field, and makes the caseload only from the last.
            Command::Open if !self.form.is_at("again") => self.form.next(),
            Command::Open => {
                return match self.job() {
                    Ok(job) => Effect::Job(job),
                    Err(refusal) => {
                        self.form.refuse(refusal.clone());
                        Effect::Refuse(refusal)
                    }
                };
            }
            Command::Back => return Effect::Close,
            Command::Quit => return Effect::Quit,
            _ => {}
        }
        Effect::None
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.form.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.form.paste(text).then_some(Effect::None)
    }
}
