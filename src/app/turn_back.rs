//! Taking back and doing again: edits, and what was thrown away.

use super::App;
use super::notice::Notice;
use crate::domain::DraftKey;
use crate::ui::dialogs::{self, Question};
use crate::ui::{Audience, Effect};

impl App {
    /// Throws away what was typed, so that the next undo can still bring it back.
    pub(super) fn throw_away(&mut self, key: &DraftKey) {
        self.keep_drafts();
        let drafts = self.holding.drafts.iter();
        self.thrown_away = drafts.into_iter().find(|draft| draft.key == *key).cloned();
        self.typed = None;
        self.notice = Notice::said("Thrown away: what was typed here. Ctrl+Z brings it back.");
        let thrown = self
            .holding
            .keep_drafts(&[], std::slice::from_ref(key), self.now);
        self.tell(thrown);
        // From the list of drafts, the list stays.
        if self.ask(|_, view| view.draft_key()).as_ref() == Some(key) {
            self.dialogs.pop();
        }
    }

    /// Brings back what was thrown away last, or takes back the newest edit. What was saved before the caseload was
    /// opened is nobody's slip of a moment ago: that is asked about.
    pub(super) fn undo(&mut self) {
        if let Some(draft) = self.thrown_away.take() {
            let kept = self
                .holding
                .keep_drafts(std::slice::from_ref(&draft), &[], self.now);
            self.tell(kept);
            if let Some(view) = self.ask(|cx, _| dialogs::reopen(cx, &draft)) {
                self.open(view);
            }
            return;
        }
        match self.holding.earlier_undoable() {
            Ok(Some(earlier)) => {
                let what = match self.look.audience {
                    Audience::Me => format!("\"{}\"", earlier.label),
                    _ => "The newest change".to_owned(),
                };
                let at = earlier.at.with_timezone(self.now.offset());
                let words = format!(
                    "{what} was saved on {}, before you opened the caseload. Take it back? Ctrl+Y would do it again.",
                    at.format("%a %-d %b at %H:%M"),
                );
                self.dialogs.push(Box::new(Question::new(
                    "Take back what was saved earlier?",
                    words,
                    Effect::UndoEarlier,
                )));
            }
            Ok(None) => self.turn_back(true),
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }

    /// Takes the newest edit back, or does again what was taken back last.
    pub(super) fn turn_back(&mut self, undo: bool) {
        let turned = if undo {
            self.holding.undo(self.now)
        } else {
            self.holding.redo(self.now)
        };
        self.notice = match turned {
            Ok(Some(label)) if undo => self.did("Taken back", &label, "Ctrl+Y does it again."),
            Ok(Some(label)) => self.did("Done again", &label, "Ctrl+Z takes it back."),
            Ok(None) if undo => Notice::refused("There is nothing to take back."),
            Ok(None) => Notice::refused("There is nothing to do again."),
            Err(error) => Notice::refused(error.to_string()),
        };
        self.keep_to_those_shown();
    }
}
