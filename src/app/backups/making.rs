//! Making a backup beside the screen.
//!
//! Copying needs the store, and takes from a fifth of a second to some seconds: the store goes along into a thread, what is
//! typed meanwhile waits, and the store comes back. Checking and wrapping the copy needs no store and is done beside the
//! screen. A lock does not wait for either: the thread closes the store when it has been copied.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use chrono::{DateTime, FixedOffset};

use crate::app::job::{Finished, Running};
use crate::app::notice::Notice;
use crate::app::{App, Holding};
use crate::store::backup::{Backup, BackupError, Snapshot, Why};
use crate::store::{Passphrase, Sealed, Store};
use crate::ui::Effect;

/// What came of making a backup, when it has.
pub(super) type Making = Receiver<Result<Backup, BackupError>>;

/// What is done when the copy is taken.
#[derive(Debug)]
pub(in crate::app) enum Then {
    /// Nothing.
    Nothing,
    /// Something that is not to be done without a backup.
    Do(Box<Effect>),
    /// The passphrase is changed to this one, which is not to be done without a backup either.
    ChangePassphrase(Passphrase),
    /// The program is left.
    Leave,
}

/// Takes a copy of what is held; at opening, only if the newest backup has not all of it.
pub(super) fn copy(
    holding: &Holding,
    shelves: &Path,
    why: Why,
    now: DateTime<FixedOffset>,
) -> Result<Option<Snapshot>, BackupError> {
    let store = holding.store().ok_or(BackupError::InMemory)?;
    if why == Why::Opening && store.is_backed_up(shelves) {
        return Ok(None);
    }
    store.snapshot(shelves, why, now).map(Some)
}

/// Waits for a backup that is being made: there is one at a time.
pub(super) fn wait_for(making: Option<Making>) {
    drop(making.map(|making| making.recv()));
}

impl App {
    /// Backs the caseload up, and then does this.
    pub(in crate::app) fn back_up(&mut self, why: Why, then: Then) {
        if self.backed_up_store().is_none() {
            return self.go_on(then);
        }
        let words = match then {
            Then::Leave => "Keeping a backup, then leaving",
            _ if why == Why::Opening => "Opening the caseload",
            _ => "Keeping a backup",
        };
        let (shelves, now) = (self.places.shelves(), self.now);
        let before = self.backups.making.take();
        let holding = self.lend();
        self.running = Some(Running::start(words, move || {
            wait_for(before);
            Finished::Copied {
                copied: copy(&holding, &shelves, why, now),
                holding: Box::new(holding),
                then,
            }
        }));
    }

    /// Takes up what was copied: the rest is done beside the screen.
    pub(in crate::app) fn copied(
        &mut self,
        holding: Holding,
        copied: Result<Option<Snapshot>, BackupError>,
        then: Then,
    ) {
        self.take_back(holding);
        match (copied, then) {
            (Ok(snapshot), then) => {
                if let Some(snapshot) = snapshot {
                    self.note_copied();
                    let care = self.care();
                    let (send, making) = channel();
                    // The receiver is gone only when the program is over.
                    thread::spawn(move || drop(send.send(snapshot.keep(&care))));
                    self.backups.making = Some(making);
                }
                self.go_on(then);
            }
            (Err(error), Then::Do(_) | Then::ChangePassphrase(_)) => {
                self.not_made(&error, false);
                self.notice = Notice::refused(format!(
                    "Nothing was done, because the backup that comes first was not made. {error}"
                ));
            }
            (Err(error), then) => self.not_made(&error, matches!(then, Then::Leave)),
        }
    }

    fn go_on(&mut self, then: Then) {
        match then {
            Then::Nothing => {}
            Then::Do(effect) => self.carry_out(*effect),
            Then::ChangePassphrase(new) => self.change_to(new),
            Then::Leave => {
                self.backups.is_leaving = self.backups.is_making();
                self.is_over = !self.backups.is_leaving;
            }
        }
    }

    /// Closes the contents, and backs them up if there is anything new. The lock of the file comes back at once, or with
    /// [`take_sealed`](Self::take_sealed) when the copy is taken.
    pub(in crate::app) fn seal(&mut self) -> Option<Sealed> {
        self.note_changes();
        let is_owed = self.backups.schedule.has_changes() || self.owes_second();
        if !is_owed || self.backed_up_store().is_none() {
            return self.holding.seal();
        }
        let (care, shelves, now) = (self.care(), self.places.shelves(), self.now);
        let before = self.backups.making.take();
        let mut holding = std::mem::replace(&mut self.holding, Holding::nothing());
        let (give, sealing) = channel();
        let (send, making) = channel();
        thread::spawn(move || {
            wait_for(before);
            let copied = copy(&holding, &shelves, Why::Closing, now);
            drop(give.send(holding.seal()));
            let made = copied
                .and_then(|snapshot| snapshot.ok_or(BackupError::NotGood))
                .and_then(|snapshot| snapshot.keep(&care));
            drop(send.send(made));
        });
        self.backups.sealing = Some(sealing);
        self.backups.making = Some(making);
        self.backups.schedule.taken();
        None
    }

    /// The chosen file, while it is closed.
    pub(in crate::app) fn take_sealed(&mut self) -> Option<Sealed> {
        let sealing = self.backups.sealing.take();
        let sealing = sealing.and_then(|sealing| sealing.recv().ok().flatten());
        self.sealed.take().or(sealing)
    }

    /// Lends what is held to a thread, with all that was typed in the file.
    pub(super) fn lend(&mut self) -> Holding {
        self.keep_drafts();
        self.backups.lent_on = Some(self.today());
        std::mem::replace(&mut self.holding, Holding::nothing())
    }

    /// Takes back what was lent; if midnight has passed meanwhile, a new day begins now.
    pub(super) fn take_back(&mut self, holding: Holding) {
        self.holding = holding;
        if self.backups.lent_on.take() != Some(self.today()) {
            let worked = self.holding.work_out_all(self.now);
            self.tell(worked);
        }
    }

    /// Notes that a copy was taken that has all changes.
    pub(super) fn note_copied(&mut self) {
        self.backups.seen = self.store().map_or(0, Store::changes);
        self.backups.schedule.taken();
    }

    /// Waits for the backup that is being made.
    pub(in crate::app) fn finish_backup(&mut self) {
        if let Some(making) = &self.backups.making {
            let made = making.recv().unwrap_or(Err(BackupError::NotGood));
            self.made(made);
        }
    }

    /// Takes up what came of making one; says whether there is something new to see.
    pub(super) fn made(&mut self, made: Result<Backup, BackupError>) -> bool {
        self.backups.making = None;
        let was_leaving = std::mem::take(&mut self.backups.is_leaving);
        match made {
            Ok(_) => {
                self.is_over |= was_leaving;
                was_leaving
            }
            Err(error) => {
                self.not_made(&error, was_leaving);
                true
            }
        }
    }

    /// Says that none was made; it is tried again.
    pub(super) fn not_made(&mut self, error: &BackupError, was_leaving: bool) {
        if self.store().is_some() {
            self.backups.schedule.failed(self.now);
        }
        self.backups.is_warned = was_leaving;
        self.notice = Notice::refused(if was_leaving {
            format!("Not backed up: Ctrl+Q again leaves without a backup. {error}")
        } else {
            format!("Not backed up. {error}")
        });
    }
}
