//! [`CopyTo`]: where a copy of a document goes that the user wants outside the caseload.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::domain::{Document, DocumentId};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Context, Effect, Role, View};

/// Asks where the copy of a document goes.
#[derive(Debug)]
pub struct CopyTo {
    document: DocumentId,
    /// What the copy is called in a folder.
    called: String,
    form: Form,
}

impl CopyTo {
    /// Asks for a document.
    pub fn new(document: &Document) -> Self {
        Self {
            document: document.id,
            called: document.file_name(),
            form: Form::new(vec![
                Field::line("path", "To", "")
                    .hint("a folder, or a folder and a name; Enter writes it"),
            ]),
        }
    }

    fn take(&mut self) -> Effect {
        self.form.settle();
        match self.form.path("path") {
            Some(path) => Effect::Job(Job::CopyDocument {
                document: self.document,
                path,
            }),
            None => Effect::refuse(
                "Type or paste where the copy goes, such as C:\\Users\\you\\Documents. Esc goes back.",
            ),
        }
    }
}

impl View for CopyTo {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Folder]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Save a copy of a document".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        let called = format!(
            "In a folder it is called \"{}\". Nothing is written over.",
            self.called
        );
        for words in [
            called.as_str(),
            "The copy is not encrypted, and Caseload does not look after it: keep it where only those may read it who need to, and delete it when it has served.",
        ] {
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

    fn tells_names(&self) -> bool {
        true
    }
}
