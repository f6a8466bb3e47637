//! What is being typed: kept without being asked, and offered again.

use std::path::Path;

use chrono::{DateTime, FixedOffset};

use super::App;
use super::notice::Notice;
use crate::store::Store;

impl App {
    /// Keeps what is being typed, at once: the program is about to end.
    pub fn keep_drafts(&mut self) {
        self.typed = None;
        let views = || self.dialogs.iter().chain(&self.panes);
        let drafts: Vec<_> = views().filter_map(|view| view.draft()).collect();
        // What was typed and taken back again leaves no draft.
        let empty: Vec<_> = views()
            .filter_map(|view| view.draft_key())
            .filter(|key| drafts.iter().all(|draft| draft.key != *key))
            .collect();
        match self.holding.keep_drafts(&drafts, &empty, self.now) {
            Ok(()) => {
                if self.refused.take().is_some() {
                    self.notice =
                        Notice::said("What you typed is kept as a draft now. Ctrl+S saves it.");
                }
            }
            Err(error) => {
                self.refused = Some(self.now);
                self.notice = Notice::refused(error.to_string());
            }
        }
    }

    /// When the drafts are due to be kept: a second after the last key, so soon after the first that they are on the disk
    /// within two, and again each second while the file refuses them.
    pub(super) fn draft_due(&self) -> Option<DateTime<FixedOffset>> {
        let second = chrono::Duration::seconds(1);
        let typed = self
            .typed
            .map(|(first, last)| (first + second * 3 / 2).min(last + second));
        let refused = self.refused.map(|at| at + second);
        typed.into_iter().chain(refused).min()
    }

    /// Whether leaving now would lose what was typed; says so, once.
    pub(super) fn would_lose_typing(&mut self) -> bool {
        if self.is_leaving || !self.holding.owes_drafts() {
            return false;
        }
        self.is_leaving = true;
        self.notice = Notice::refused(
            "Not left: the disk is full or refuses the file, and what you typed would be lost. Make room, or press Ctrl+Q again to lose it.",
        );
        true
    }

    /// Takes up what the file had not taken when it was locked.
    pub(super) fn take_unkept(&mut self) {
        let path = self.store().and_then(Store::path).map(Path::to_owned);
        if let Some((of, drafts)) = self.unkept.take()
            && Some(of) == path
            && self.holding.keep_drafts(&drafts, &[], self.now).is_err()
        {
            self.refused = Some(self.now);
        }
    }
}
