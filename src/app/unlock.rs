//! Trying what was typed on the chosen file.

use std::path::Path;

use super::job::{self, Running};
use super::notice::Notice;
use super::{App, guessing};
use crate::store::{OpenError, Salt, Unlock};

impl App {
    /// Tries what was typed.
    pub(super) fn unlock(&mut self, unlock: Unlock) {
        let Some(sealed) = self.take_sealed() else {
            return;
        };
        if !self.may_try(&unlock, sealed.path(), sealed.salt()) {
            self.sealed = Some(sealed);
            return;
        }
        let expected = self.places.expected(sealed.path(), sealed.salt());
        let (shelves, now) = (self.places.shelves(), self.now);
        self.running = Some(Running::start("Opening the caseload", move || {
            job::unlock(sealed, &unlock, expected, &shelves, now)
        }));
    }

    /// Whether this may be tried now; then it is counted, until it is judged. A recovery code can't be guessed, and is never
    /// made to wait.
    pub(super) fn may_try(&mut self, unlock: &Unlock, path: &Path, salt: &Salt) -> bool {
        self.guess = None;
        self.is_code = matches!(unlock, Unlock::RecoveryCode(_));
        if self.is_code {
            return true;
        }
        let awake = self.clock.awake();
        let wrong = self.places.wrong_tries(path, salt);
        if let Some(left) = guessing::wait(wrong, awake.saturating_sub(self.tried)) {
            self.notice = Notice::refused(guessing::wait_words(left));
            return false;
        }
        self.places.count_try(path, salt);
        self.tried = awake;
        self.guess = Some((path.to_owned(), *salt));
        true
    }

    /// What to say of what did not open the chosen file. The screen shows the file and what is left to do, so a wrong
    /// passphrase needs few words.
    pub(super) fn not_opened(&mut self, error: &OpenError) -> String {
        let is_code = self.guess.is_none();
        let words = match error {
            OpenError::WrongPassphrase { .. } | OpenError::WrongPassphraseOrDamaged { .. }
                if is_code =>
            {
                "That recovery code does not open this file: it is another file's, or from before the passphrase was changed.".to_owned()
            }
            OpenError::WrongPassphrase { .. } => {
                "Wrong passphrase. Type it again; capitals and spaces count.".to_owned()
            }
            OpenError::WrongPassphraseOrDamaged { .. } => {
                "Wrong passphrase, or a damaged file. If you are certain of it, try it on a backup: Ctrl+B.".to_owned()
            }
            other => other.to_string(),
        };
        self.judged(error.is_about_passphrase(), words)
    }

    /// What to say of what was tried and did not open anything: how many more tries there are, if it was the passphrase.
    pub(super) fn judged(&mut self, was_passphrase: bool, words: String) -> String {
        let Some((path, salt)) = self.guess.take() else {
            return words;
        };
        if was_passphrase {
            let left = guessing::words(self.places.wrong_tries(&path, &salt));
            format!("{words} {left}")
        } else {
            self.places.take_back_try(&path, &salt);
            words
        }
    }
}
