//! Typing in a register: the note, and who told.

use super::{Focus, Register};
use crate::commands::Command;
use crate::domain::{PupilId, Refusal, date_words};
use crate::keys::{Code, Key};
use crate::ui::widgets::TextBox;
use crate::ui::{Context, Effect};

impl Register {
    /// Into the note of what is under the cursor: a pupil's own remark, or the group's.
    pub(super) fn go_to_note(&mut self) {
        let words = match (self.here(), self.remarked()) {
            (Some((_, marked)), Some(pupil)) => {
                let of_her = marked.of(pupil);
                of_her.map(|mark| mark.note.clone()).unwrap_or_default()
            }
            (Some((_, marked)), None) => marked.note,
            (None, _) => String::new(),
        };
        self.marks.step();
        self.focus = Focus::Note(TextBox::line(&words));
    }

    /// The pupil whom a note here is about; none for the group.
    pub(super) fn remarked(&self) -> Option<PupilId> {
        let pupil = self.grid.pupil?;
        let (_, marked) = self.here()?;
        marked.of(pupil).map(|_| pupil)
    }

    /// Takes what stands in the box under the caret.
    pub(super) fn take_typing(&mut self, cx: &Context<'_>) {
        match &self.focus {
            Focus::Grid => {}
            Focus::Note(note) => {
                let words = note.text();
                if let Some((key, mut marked)) = self.here() {
                    match self.remarked() {
                        Some(pupil) => marked.remark(pupil, &words),
                        None => marked.note = words,
                    }
                    self.put(key, marked);
                }
            }
            Focus::ToldBy(by) => {
                let by = by.text().trim().to_owned();
                self.told_by = (by != self.usual_teller(cx)).then_some(by);
            }
        }
    }

    pub(super) fn text_box(&mut self) -> Option<&mut TextBox> {
        match &mut self.focus {
            Focus::Grid => None,
            Focus::Note(text) | Focus::ToldBy(text) => Some(text),
        }
    }

    /// Why nothing can be noted here, if nothing can.
    pub(super) fn no_note(&self, cx: &Context<'_>) -> Option<Refusal> {
        let is_note = matches!(self.focus, Focus::Note(_));
        let (key, marked) = self.here()?;
        (is_note && !marked.is_known()).then(|| {
            let day = date_words::short(key.on, cx.desk.today());
            Refusal::new(format!(
                "{day} has no entry yet. Say first what became of it: Shift+Tab, then . or -"
            ))
        })
    }

    /// Takes the newest typing or mark back, or does it again; when there is none, the newest edit.
    pub(super) fn turn_back(&mut self, cx: &Context<'_>, command: Command) -> Effect {
        let is_undo = command == Command::Undo;
        if let Some(text) = self.text_box() {
            text.type_key(Key::ctrl(if is_undo { 'z' } else { 'y' }));
            self.take_typing(cx);
            return Effect::None;
        }
        let turned = if is_undo {
            self.marks.undo()
        } else {
            self.marks.redo()
        };
        match (turned, is_undo) {
            (true, true) => {
                Effect::Say("Taken back: the newest mark. Ctrl+Y marks it again.".to_owned())
            }
            (true, false) => Effect::Say("Marked again.".to_owned()),
            (false, true) => Effect::Undo,
            (false, false) => Effect::Redo,
        }
    }

    /// Takes a key into the box under the caret.
    pub(super) fn type_in_box(&mut self, cx: &Context<'_>, key: Key) -> Option<Effect> {
        match (&self.focus, key.code) {
            (Focus::Grid, _) => return None,
            (Focus::Note(_), Code::Down | Code::Enter) => {
                self.focus = Focus::ToldBy(TextBox::line(&self.teller(cx)));
                return Some(Effect::None);
            }
            (Focus::ToldBy(_), Code::Up) => {
                self.go_to_note();
                return Some(Effect::None);
            }
            _ => {}
        }
        if let Some(refusal) = self.no_note(cx) {
            return Some(Effect::Refuse(refusal));
        }
        let is_used = self.text_box()?.type_key(key);
        self.take_typing(cx);
        is_used.then_some(Effect::None)
    }

    /// Takes pasted text into the box under the caret.
    pub(super) fn paste_in_box(&mut self, cx: &Context<'_>, text: &str) -> Option<Effect> {
        if let Some(refusal) = self.no_note(cx) {
            return Some(Effect::Refuse(refusal));
        }
        self.text_box()?.paste(text);
        self.take_typing(cx);
        Some(Effect::None)
    }
}
