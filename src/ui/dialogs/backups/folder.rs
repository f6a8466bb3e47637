//! [`AskFolder`]: where copies of backups go.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Which folder is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhichFolder {
    /// On a stick: written to now.
    Stick,
    /// A second place: written to when the caseload is left.
    SecondPlace,
}

/// Asks for a folder.
#[derive(Debug)]
pub struct AskFolder {
    which: WhichFolder,
    form: Form,
}

impl AskFolder {
    /// Asks for it, with what it is now.
    pub fn new(which: WhichFolder, now: &str) -> Self {
        let hint = match which {
            WhichFolder::Stick => "such as E:\\ or /media/stick; Enter writes the copy",
            WhichFolder::SecondPlace => "Enter keeps it; an empty box means no second place",
        };
        Self {
            which,
            form: Form::new(vec![Field::line("folder", "Folder", now).hint(hint)]),
        }
    }

    fn take(&mut self) -> Effect {
        self.form.settle();
        let folder = self.form.path("folder");
        // If it is not there, what is typed next takes its place.
        self.form.select_all();
        match (self.which, folder) {
            (WhichFolder::Stick, None) => Effect::refuse(
                "Type or paste where the stick is, such as E:\\ or /media/stick. Esc goes back.",
            ),
            // It stays open where the folder isn't there: what was typed is mended, not typed again.
            (WhichFolder::Stick, Some(folder)) => Effect::Job(Job::CopyAway(folder)),
            (WhichFolder::SecondPlace, folder) => Effect::Job(Job::NameSecondPlace(folder)),
        }
    }
}

impl View for AskFolder {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Folder]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        match self.which {
            WhichFolder::Stick => "Copy the newest backup to a stick".to_owned(),
            WhichFolder::SecondPlace => "A second place for backups".to_owned(),
        }
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let texts: &[&str] = match self.which {
            WhichFolder::Stick => &[
                "A virus that reaches this laptop reaches its backups too. A stick that lies in the school safe is out of its reach: once a week is often enough.",
                "The copy is encrypted like the caseload. A new backup is made first; what was written is read back; then take the stick out safely.",
            ],
            WhichFolder::SecondPlace => &[
                "A folder that is not on this laptop's own disk: your OneDrive, or a network folder of the school. When you leave or lock Caseload, the newest backup is copied there, at most once an hour.",
                "The copies are encrypted and name nobody. The ten newest are kept there, and one a week for a term.",
            ],
        };
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        for words in texts {
            paper.prose(2, words, Role::Text);
            paper.skip(1);
        }
        let room = paper.room_for_form();
        self.form.draw(cx, &[], room, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        vec![Command::Open, Command::Back, Command::Help, Command::Cover]
    }

    fn run(&mut self, _cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Open => self.take(),
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
