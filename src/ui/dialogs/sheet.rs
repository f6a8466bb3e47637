//! [`Sheet`]: what a form is about; [`FormView`]: the dialog that any sheet is filled in with.

use std::fmt;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::beside::{self, Beside};
use crate::commands::{Command, Scope};
use crate::domain::{Doubt, Draft, DraftKey, Edit, Refusal};
use crate::keys::Key;
use crate::ui::widgets::{Field, Form};
use crate::ui::{Context, Effect, View};

/// What a form is about: its words, and the edit that its fields make.
pub trait Sheet: fmt::Debug + Send {
    /// What its draft is kept under.
    fn key(&self) -> DraftKey;

    /// Its heading.
    fn title(&self, cx: &Context<'_>) -> String;

    /// The edit that the fields make.
    ///
    /// # Errors
    /// When something is missing or does not read; the refusal names the field.
    fn edit(&self, cx: &Context<'_>, form: &Form) -> Result<Edit, Refusal>;

    /// What saving it does: writes the edit and closes the form, where nothing else is to be done for it.
    ///
    /// # Errors
    /// As [`Sheet::edit`].
    fn save(&self, cx: &Context<'_>, form: &Form) -> Result<Effect, Refusal> {
        let edit = self.edit(cx, form)?;
        Ok(Effect::Save { edit, close: true })
    }

    /// Whether its fields hold names, which are typed and saved and so cannot be shown as initials.
    fn tells_names(&self) -> bool {
        false
    }

    /// What looks wrong and may be right.
    fn doubts(&self, _cx: &Context<'_>, _form: &Form) -> Vec<Doubt> {
        Vec::new()
    }

    /// Words to write from, which stand beside the form.
    fn beside(&self, _cx: &Context<'_>) -> Vec<Beside> {
        Vec::new()
    }
}

/// A form in a dialog. Ctrl+S makes it the record; Esc leaves it, and what was typed stays as a draft.
#[derive(Debug)]
pub struct FormView<S> {
    sheet: S,
    form: Form,
}

impl<S: Sheet> FormView<S> {
    /// A form with these fields.
    pub fn new(sheet: S, fields: Vec<Field>) -> Self {
        Self {
            sheet,
            form: Form::new(fields),
        }
    }

    /// With the caret in this field at first.
    #[must_use]
    pub fn at(mut self, name: &str) -> Self {
        self.form = self.form.at(name);
        self
    }
}

impl<S: Sheet> View for FormView<S> {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn title(&self, cx: &Context<'_>) -> String {
        self.sheet.title(cx)
    }

    fn draw(&mut self, cx: &Context<'_>, area: Rect, buf: &mut Buffer) -> Position {
        let doubts = self.sheet.doubts(cx, &self.form);
        let area = beside::draw(cx, &self.sheet.beside(cx), area, buf);
        self.form.draw(cx, &doubts, area, buf)
    }

    fn footer(&self, _cx: &Context<'_>) -> Vec<Command> {
        let mut footer = vec![Command::Save, Command::NextField, Command::Back];
        if self.form.is_changed() {
            footer.push(Command::ThrowAway);
        }
        footer.extend([Command::Help, Command::Cover]);
        footer
    }

    fn run(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        match command {
            Command::Save => {
                self.form.settle();
                match self.sheet.save(cx, &self.form) {
                    Ok(effect) => return effect,
                    Err(refusal) => {
                        self.form.refuse(refusal.clone());
                        return Effect::Refuse(refusal);
                    }
                }
            }
            Command::NextField => self.form.next(),
            Command::PreviousField => self.form.previous(),
            Command::Undo => drop(self.form.type_key(Key::ctrl('z'))),
            Command::Redo => drop(self.form.type_key(Key::ctrl('y'))),
            Command::ThrowAway => return Effect::ThrowAway(self.sheet.key()),
            Command::Back => return Effect::Close,
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

    fn tells_names(&self) -> bool {
        self.sheet.tells_names()
    }

    fn draft_key(&self) -> Option<DraftKey> {
        Some(self.sheet.key())
    }

    fn draft(&self) -> Option<Draft> {
        self.form.draft(self.sheet.key())
    }

    fn restore(&mut self, draft: &Draft) {
        self.form.restore(draft);
    }
}
