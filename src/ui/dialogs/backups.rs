//! [`Backups`]: what backups there are, before the caseload is open and after.

mod folder;
mod lines;
mod passphrase;
mod shelved;

pub use folder::{AskFolder, WhichFolder};
pub use passphrase::{AskPassphrase, Wanted};
pub use shelved::{Shelved, Shelves, State};

use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::Question;
use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::Refusal;
use crate::ui::widgets::Listing;
use crate::ui::{Context, Effect, View};

/// What backups there are: dates, sizes and counts, and nobody's name, so that it needs no passphrase.
#[derive(Debug)]
pub struct Backups {
    shelves: Shelves,
    listing: Listing<usize>,
}

impl Backups {
    /// Shows these.
    pub fn new(shelves: Shelves) -> Self {
        Self {
            shelves,
            listing: Listing::default(),
        }
    }

    fn rows(&self) -> Vec<usize> {
        (0..self.shelves.shelved.len()).collect()
    }

    fn at(&self) -> Option<&Shelved> {
        self.shelves.shelved.get(self.listing.at(&self.rows())?)
    }
}

/// Asks whether a backup is to be brought back, and says what will happen.
pub fn question(path: PathBuf, shelved: &Shelved) -> Effect {
    let pupils = shelved.pupils_in_words();
    let words = format!(
        "The caseload becomes as it was on {}: {pupils}. Nothing of today is lost: your present file is kept beside it under the name \
         \"before-restore\" and the date, or \"damaged\" if it would not open. The backup is checked whole before anything is changed.",
        shelved.made(),
    );
    Effect::open(Question::new(
        "Bring this backup back?",
        words,
        Effect::Job(Job::Restore { path, unlock: None }),
    ))
}

impl View for Backups {
    fn scopes(&self) -> &'static [Scope] {
        if self.shelves.is_open {
            &[Scope::Backups, Scope::List]
        } else {
            &[Scope::Backups, Scope::Gate]
        }
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        format!("Backups ({})", self.shelves.shelved.len())
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let lines = lines::all(
            &self.shelves,
            cx.desk.now,
            usize::from(area.width),
            cx.look.plain,
        );
        self.listing.draw(&lines, cx.look, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![
            Command::Open,
            Command::ReadBackup,
            Command::New,
            Command::CopyAway,
            Command::SecondPlace,
            Command::Back,
            Command::CheckFile,
            Command::Help,
            Command::Cover,
        ]
    }

    fn refusal(&self, _cx: &Context<'_>, command: Command) -> Option<Refusal> {
        let words = match (command, self.at().map(|shelved| shelved.state)) {
            (Command::New | Command::CopyAway | Command::SecondPlace, _)
                if !self.shelves.is_open =>
            {
                "Open the caseload first: backups are made of an open one."
            }
            (Command::CheckFile, _) if !self.shelves.is_open => {
                "Open the caseload first: it is checked when it is open."
            }
            (Command::ReadBackup, _) if self.shelves.is_open => {
                "One caseload is open at a time: Ctrl+K closes this one, then Ctrl+B and o open a backup to be read."
            }
            (Command::Open | Command::ReadBackup, None) => {
                "There is no backup yet. One is made when you leave, lock, or have worked for half an hour."
            }
            (Command::Open | Command::ReadBackup, Some(State::Damaged)) => {
                "This backup is damaged. Choose another; this one is left where it is."
            }
            (Command::Help | Command::Cover, _) if !self.shelves.is_open => {
                "Open the caseload first."
            }
            _ => return None,
        };
        Some(Refusal::new(words))
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        if self.listing.run(&self.rows(), command) {
            return Effect::None;
        }
        match (command, self.at()) {
            (Command::Open, Some(shelved)) => question(shelved.path.clone(), shelved),
            (Command::ReadBackup, Some(shelved)) => Effect::Job(Job::ReadBackup {
                path: shelved.path.clone(),
                unlock: None,
            }),
            (Command::New, _) => Effect::Job(Job::BackUp),
            (Command::CheckFile, _) => Effect::Job(Job::Check),
            (Command::CopyAway, _) => Effect::open(AskFolder::new(WhichFolder::Stick, "")),
            (Command::SecondPlace, _) => {
                let now = self.shelves.second.as_ref();
                let now = now.map(|path| path.display().to_string());
                Effect::open(AskFolder::new(
                    WhichFolder::SecondPlace,
                    &now.unwrap_or_default(),
                ))
            }
            (Command::Back, _) => Effect::Close,
            (Command::Quit, _) => Effect::Quit,
            _ => Effect::None,
        }
    }

    fn click(&mut self, _cx: &Context<'_>, at: Position) -> Effect {
        self.listing.click(at);
        Effect::None
    }
}
