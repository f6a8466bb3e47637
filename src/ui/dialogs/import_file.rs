//! Which list to take in: a path, typed or pasted.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::app::Job;
use crate::commands::{Command, Scope};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form, Paper};
use crate::ui::{Audience, Context, Effect, Role, View};

/// Asks where the list is.
#[derive(Debug)]
pub struct ImportFile {
    form: Form,
}

/// Asks for a list, where names may be on the screen.
pub fn open(cx: &Context<'_>) -> Effect {
    if cx.look.audience != Audience::Me {
        return Effect::refuse(
            "An import shows the names of the whole list. Press F8 and choose full names first.",
        );
    }
    Effect::open(ImportFile::new())
}

impl ImportFile {
    fn new() -> Self {
        Self {
            form: Form::new(vec![
                Field::line("path", "File", "").hint("Enter reads it and shows what would change"),
            ]),
        }
    }

    fn read(&mut self) -> Effect {
        self.form.settle();
        match self.form.path("path") {
            Some(path) => Effect::Job(Job::ReadList(path)),
            None => Effect::refuse(
                "Type or paste where the file is, such as C:\\Users\\you\\Downloads\\sen-report.csv.",
            ),
        }
    }
}

impl View for ImportFile {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Path]
    }

    fn title(&self, _cx: &Context<'_>) -> String {
        "Take in a school's list".to_owned()
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let mut paper = Paper::new(buf, cx.look, area);
        paper.skip(1);
        for words in [
            "Export the SEN pupils from Arbor, SIMS or another system as CSV or for Excel, or take your own Excel register as it is. The order of its columns does not matter: they are known by their headings.",
            "First everything that would change is shown. Nothing is written until you press Ctrl+S there, and Ctrl+Z takes the whole import back.",
            "In Explorer: Shift and a right click on the file, then \"Copy as path\", then paste it here.",
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
            Command::Open => self.read(),
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
