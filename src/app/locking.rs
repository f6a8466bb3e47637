//! Covering and locking a caseload, and taking up again what was being typed.

use std::path::Path;
use std::time::Duration;

use super::notice::Notice;
use super::vigil::Call;
use super::{App, Cover};
use crate::domain::DraftKey;
use crate::store::Store;
use crate::ui::{Hand, Pane, dialogs, gate, panes};

impl App {
    /// Covers the screen or locks the caseload, if the time has come; says whether anything came of it.
    pub(super) fn watch(&mut self) -> bool {
        let lock_after = self.lock_after();
        let Some(vigil) = &mut self.vigil else {
            return false;
        };
        vigil.look(self.now, self.clock.awake());
        match vigil.call(lock_after) {
            _ if self.running.is_some() => false,
            Some(Call::Lock(why)) => {
                self.lock(why);
                true
            }
            Some(Call::Cover) if self.cover != Cover::Idle => {
                self.cover = Cover::Idle;
                // It may name somebody, and the counts show it.
                self.notice = Notice::None;
                true
            }
            _ => false,
        }
    }

    /// How long a caseload stays open that nobody touches. Before a family it is covered only: nobody types a passphrase
    /// in a meeting.
    pub(super) fn lock_after(&self) -> Option<Duration> {
        let is_meeting = self.look.audience.is_narrow();
        (!is_meeting).then(|| Duration::from_secs(60 * u64::from(self.places.lock_after())))
    }

    pub(super) fn set_lock_after(&mut self, minutes: u8) {
        self.notice = if self.places.set_lock_after(minutes) {
            Notice::said(format!("Locks after {}.", minutes_of(minutes)))
        } else {
            Notice::refused(format!(
                "Locks after {} until you leave Caseload: this laptop's settings can't be written.",
                minutes_of(minutes)
            ))
        };
    }

    /// Locks the caseload, for this reason. Nothing of it stays in memory but which forms were being typed in,
    /// and what was typed while the disk refuses it.
    pub(super) fn lock(&mut self, why: &str) {
        if self.holding.reading().is_some() {
            return self.close_reading(why);
        }
        self.keep_drafts();
        self.note_use();
        let kept = |key: &DraftKey| self.holding.drafts.iter().any(|draft| draft.key == *key);
        let keys = self.dialogs.iter().filter_map(|view| view.draft_key());
        self.left = keys.filter(kept).collect();
        self.notice = Notice::said(format!("{why} What was being typed is kept."));
        let owed = self.holding.owed_drafts();
        if !owed.is_empty() {
            self.notice = Notice::refused(format!(
                "{why} The disk has not taken what was being typed: unlock before you leave Caseload."
            ));
        }
        let file = self.store().and_then(Store::path).map(Path::to_owned);
        self.sealed = self.seal();
        self.unkept = file.clone().map(|file| (file, owed));
        self.clear_screens();
        if let Some(file) = file {
            self.dialogs.push(Box::new(gate::Unlock::new(&file, false)));
        }
    }

    /// Leaves nothing on the screens of what was open, and shows the welcome.
    pub(super) fn clear_screens(&mut self) {
        self.thrown_away = None;
        self.opened.clear();
        self.vigil = None;
        self.cover = Cover::Off;
        self.typed = None;
        self.refused = None;
        self.hand = Hand::default();
        self.panes = panes::all();
        self.pane = Pane::Today;
        self.ask_passphrase(None);
    }

    /// Reopens the forms that were being typed in when the caseload was locked; when the program has been away since, what
    /// was typed last if it was one thing.
    pub(super) fn reopen_drafts(&mut self) {
        let left = std::mem::take(&mut self.left);
        if !left.is_empty() {
            return left.iter().for_each(|key| self.reopen(key));
        }
        match self.holding.drafts.as_slice() {
            [only] => {
                let only = only.key.clone();
                self.reopen(&only);
            }
            [] => {}
            many => {
                self.notice = Notice::said(format!(
                    "{} drafts are not saved yet: Today lists them.",
                    many.len()
                ));
            }
        }
    }

    fn reopen(&mut self, key: &DraftKey) {
        let mut drafts = self.holding.drafts.iter();
        if let Some(draft) = drafts.find(|draft| draft.key == *key).cloned()
            && let Some(view) = self.ask(|cx, _| dialogs::reopen(cx, &draft))
        {
            self.open(view);
        }
    }
}

/// "1 minute", "15 minutes".
fn minutes_of(minutes: u8) -> String {
    match minutes {
        1 => "1 minute".to_owned(),
        more => format!("{more} minutes"),
    }
}
