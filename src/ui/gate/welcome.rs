//! [`Welcome`]: the first thing anyone sees.

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use zeroize::Zeroizing;

use super::Create;
use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// What can be done before a caseload is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    OpenUsual,
    Create,
    Demo,
    OpenOther,
    Backups,
    Quit,
}

/// The first thing anyone sees: open the caseload, make one, or look at the made-up school.
#[derive(Debug)]
pub struct Welcome {
    usual: Option<PathBuf>,
    new_file: PathBuf,
    /// Five words for a new passphrase; none where the computer has no random numbers.
    offered: Option<Zeroizing<String>>,
    at: usize,
    /// Where another file is typed.
    other: Option<Form>,
}

impl Welcome {
    /// The welcome, with the caseload that was used last or is there, the place for a new one, and words to offer for its passphrase.
    pub fn new(
        usual: Option<PathBuf>,
        new_file: PathBuf,
        offered: Option<Zeroizing<String>>,
    ) -> Self {
        Self {
            usual,
            new_file,
            offered,
            at: 0,
            other: None,
        }
    }

    /// What there is to choose: each with its label and what it comes to.
    fn choices(&self) -> Vec<(Choice, &'static str, String)> {
        let usual = self.usual.as_ref().map(|usual| {
            let path = usual.display().to_string();
            (Choice::OpenUsual, "Open your caseload", path)
        });
        let others = [
            (
                Choice::Create,
                "Make a new caseload",
                "an empty, encrypted file of your own",
            ),
            (
                Choice::Demo,
                "Look at a made-up school",
                "nothing in it is real; it is made anew each time",
            ),
            (
                Choice::OpenOther,
                "Open another file",
                "you will type where it is",
            ),
            (
                Choice::Backups,
                "Backups",
                "see them, or bring one back: needs no passphrase",
            ),
            (Choice::Quit, "Leave", ""),
        ];
        let others = others.map(|(choice, label, about)| (choice, label, about.to_owned()));
        usual.into_iter().chain(others).collect()
    }
}

impl View for Welcome {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Gate]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Welcome".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        paper.prose(2, "Caseload keeps a SENCO's pupils, plans, reviews and sessions in one encrypted file on this laptop. It has no network. Without the passphrase nobody can read the file.", Role::Text);
        paper.skip(1);
        if let Some(form) = &mut self.other {
            paper.line(
                "  Where is the file? Type or paste its path, then Enter. Esc goes back.",
                Role::Text,
            );
            paper.skip(1);
            let room = paper.room_for_form();
            return form.draw(cx, &[], room, buf);
        }
        let mut cursor = paper.here(2);
        for (number, (_, label, about)) in self.choices().iter().enumerate() {
            if number == self.at {
                cursor = paper.here(2);
            }
            let mark = if number == self.at { ">" } else { " " };
            let row = paper.row();
            paper.line(&format!("  {mark} {label:<25} {about}"), Role::Text);
            if number == self.at {
                paper.select_row(row);
            }
        }
        cursor
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Quit]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        let choices = self.choices();
        match (command, &mut self.other) {
            (Command::Back, other) => *other = None,
            (Command::Open, Some(form)) => {
                form.settle();
                return match form.path("path") {
                    Some(path) => Effect::Job(Job::Choose(path)),
                    None => Effect::refuse(
                        "Type where the file is, such as C:\\Users\\you\\caseload.senco, or press Esc.",
                    ),
                };
            }
            (Command::Up, None) => self.at = self.at.saturating_sub(1),
            (Command::Down | Command::NextField, None) => {
                self.at = (self.at + 1).min(choices.len() - 1)
            }
            (Command::Open, None) => {
                return match choices.get(self.at).map(|(choice, ..)| *choice) {
                    Some(Choice::OpenUsual) => self
                        .usual
                        .clone()
                        .map_or(Effect::None, |path| Effect::Job(Job::Choose(path))),
                    Some(Choice::Create) => {
                        Effect::open(Create::new(self.new_file.clone(), self.offered.clone()))
                    }
                    Some(Choice::Demo) => Effect::Job(Job::Demo),
                    Some(Choice::OpenOther) => {
                        self.other = Some(Form::new(vec![Field::line("path", "File", "")]));
                        Effect::None
                    }
                    Some(Choice::Backups) => Effect::Job(Job::ListBackups),
                    Some(Choice::Quit) => Effect::Quit,
                    None => Effect::None,
                };
            }
            (Command::Backups, _) => return Effect::Job(Job::ListBackups),
            (Command::Quit, _) => return Effect::Quit,
            _ => {}
        }
        Effect::None
    }

    fn type_key(&mut self, _cx: &Context<'_>, key: Key) -> Option<Effect> {
        self.other.as_mut()?.type_key(key).then_some(Effect::None)
    }

    fn paste(&mut self, _cx: &Context<'_>, text: &str) -> Option<Effect> {
        self.other.as_mut()?.paste(text).then_some(Effect::None)
    }
}
