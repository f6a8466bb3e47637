//! Opening a backup to be read, while the caseload itself is in use elsewhere or can't be written.

use std::path::Path;

use super::{App, Backups, Holding};
use crate::app::job::{Finished, Running};
use crate::app::notice::Notice;
use crate::store::backup::{Backup, BackupError};
use crate::store::{Store, Unlock};
use crate::ui::dialogs::backups::Wanted;

impl App {
    /// Opens a copy of a backup to be read; its passphrase is asked for first.
    pub(in crate::app) fn read_backup(&mut self, path: &Path, unlock: Option<Unlock>) {
        let backup = match Backup::read(path) {
            Ok(backup) => backup,
            Err(error) => {
                self.notice = Notice::refused(error.to_string());
                return;
            }
        };
        let Some(unlock) = unlock else {
            return self.ask_passphrase_of(&backup, Wanted::ToRead);
        };
        if let Some(salt) = backup.manifest.salt()
            && !self.may_try(&unlock, path, &salt)
        {
            return;
        }
        let (folder, now) = (self.places.reading(), self.now);
        self.running = Some(Running::start("Opening the backup", move || {
            let seed = backup.seed(&unlock);
            let read = seed.and_then(|seed| Holding::read(&backup, &seed, &folder, now));
            Finished::Read(read.map(Box::new))
        }));
    }

    /// Takes up a backup that is open to be read: counts first, as with a caseload.
    pub(in crate::app) fn reads(&mut self, holding: Holding) {
        self.finish_backup();
        // It was no wrong try.
        self.judged(false, String::new());
        self.take_up(holding);
        self.backups = Backups {
            seen: self.store().map_or(0, Store::changes),
            ..Backups::default()
        };
        if let Some(reading) = self.holding.reading() {
            self.notice = Notice::said(format!(
                "The backup of {}, to be read: nothing can be changed in it. Ctrl+K closes it.",
                reading.made()
            ));
        }
    }

    /// Closes the backup for this reason. What a caseload left that was locked before still waits for it.
    pub(in crate::app) fn close_reading(&mut self, why: &str) {
        self.holding = Holding::nothing();
        self.clear_screens();
        self.notice = Notice::said(format!("{why} The backup that was read is closed."));
    }

    /// Says why a backup was not opened.
    pub(in crate::app) fn not_read(&mut self, error: &BackupError) {
        let was_passphrase = matches!(error, BackupError::WrongPassphrase { .. });
        let words = self.judged(was_passphrase, error.to_string());
        self.notice = Notice::refused(words);
    }
}
