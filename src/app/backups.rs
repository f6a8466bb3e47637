//! Backups: made without being asked, listed, copied away and brought back.

mod listing;

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::{fs, thread};

use super::job::{Finished, Running};
use super::notice::Notice;
use super::restoring::{self, Restored, Target};
use super::{App, Holding};
use crate::store::backup::{Backup, BackupError, Care, Schedule, Shelf, Snapshot, Why};
use crate::store::{Store, Unlock};
use crate::ui::dialogs::backups::{self as dialog, AskPassphrase, State};
use listing::{Listing, shelved};

/// The backups of the open caseload: when one is due, and the one that is being made.
#[derive(Debug, Default)]
pub(super) struct Backups {
    schedule: Schedule,
    /// How many changes the file had had when it was last looked.
    seen: u64,
    making: Option<Receiver<Result<Backup, BackupError>>>,
    /// Whether the program is left as soon as the backup is made.
    is_leaving: bool,
    /// Whether it was said that leaving now is leaving without a backup.
    is_warned: bool,
    /// Whether the chosen file would not open because it is damaged.
    pub(super) found_damaged: bool,
}

impl Backups {
    /// Whether one is being made.
    pub(super) fn is_making(&self) -> bool {
        self.making.is_some()
    }

    /// Whether the program is left as soon as the backup is made.
    pub(super) fn is_leaving(&self) -> bool {
        self.is_leaving
    }
}

impl App {
    /// Notes that a key was pressed: a backup waits for a pause.
    pub(super) fn note_key(&mut self, is_quit: bool) {
        self.backups.schedule.key(self.now);
        self.backups.is_warned &= is_quit;
        self.is_leaving &= is_quit;
    }

    /// Does what time alone asks for; says whether there is something new to see.
    pub(super) fn tend_backups(&mut self) -> bool {
        self.note_changes();
        let is_due = self.backups.schedule.is_due(self.now) && !self.backups.is_making();
        let mut news = is_due && !self.back_up_or_say(Why::Working);
        if let Some(making) = &self.backups.making {
            let made = match making.try_recv() {
                Ok(made) => made,
                Err(TryRecvError::Empty) => return news,
                Err(TryRecvError::Disconnected) => Err(BackupError::NotGood),
            };
            news |= self.made(made);
        }
        news
    }

    /// Waits for the backup that is being made.
    pub(super) fn finish_backup(&mut self) {
        if let Some(making) = &self.backups.making {
            let made = making.recv().unwrap_or(Err(BackupError::NotGood));
            self.made(made);
        }
    }

    /// Takes up what came of making one; says whether there is something new to see.
    fn made(&mut self, made: Result<Backup, BackupError>) -> bool {
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
    fn not_made(&mut self, error: &BackupError, was_leaving: bool) {
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

    /// Begins with the backups of a caseload that was just opened: one is made if the newest is not what the file holds.
    pub(super) fn open_backups(&mut self) {
        self.finish_backup();
        self.backups = Backups {
            seen: self.store().map_or(0, Store::changes),
            ..Backups::default()
        };
        let shelves = self.places.shelves();
        if self
            .backed_up_store()
            .is_some_and(|store| !store.is_backed_up(&shelves))
        {
            // What is wrong is said; the caseload is open all the same.
            self.back_up_or_say(Why::Opening);
        }
        self.remind_of_the_stick();
    }

    /// Says once a week that a copy on a stick is late, where nothing else is to be said.
    fn remind_of_the_stick(&mut self) {
        let name = self.backed_up_store().and_then(|store| store.name().ok());
        let shelf = name.map(|name| Shelf::of(&self.places.shelves(), &name));
        if self.notice == Notice::None
            && let Some(days) = shelf.and_then(|shelf| shelf.remind(self.now))
        {
            self.notice = Notice::said(format!(
                "No backup was copied to a stick for {days} days. Ctrl+B, then c, copies one for the school safe."
            ));
        }
    }

    /// Backs up at locking, if there is anything new.
    pub(super) fn back_up_at_locking(&mut self) {
        self.note_changes();
        if self.backups.schedule.has_changes() {
            self.back_up_or_say(Why::Closing);
        }
    }

    /// Leaves, when what is new is backed up; at once, if that is asked for twice.
    pub(super) fn leave(&mut self) {
        self.keep_drafts();
        if self.would_lose_typing() {
            return;
        }
        if self.backups.is_leaving || self.backups.is_warned {
            self.is_over = true;
            return;
        }
        self.note_changes();
        if self.backups.schedule.has_changes()
            && let Err(error) = self.back_up(Why::Closing)
        {
            return self.not_made(&error, true);
        }
        self.backups.is_leaving = self.backups.is_making();
        self.is_over = !self.backups.is_leaving;
    }

    /// Backs the caseload up before something that is not to be done without.
    ///
    /// # Errors
    /// When the copy could not be taken; nothing should be done then.
    pub(super) fn back_up(&mut self, why: Why) -> Result<(), BackupError> {
        self.finish_backup();
        let Some(snapshot) = self.snapshot(why)? else {
            return Ok(());
        };
        let care = self.care();
        let (send, making) = channel();
        // The receiver is gone only when the program is over.
        thread::spawn(move || drop(send.send(snapshot.keep(&care))));
        self.backups.making = Some(making);
        Ok(())
    }

    /// Backs up, or says why not; says whether it did.
    fn back_up_or_say(&mut self, why: Why) -> bool {
        match self.back_up(why) {
            Ok(()) => true,
            Err(error) => {
                self.not_made(&error, false);
                false
            }
        }
    }

    /// Takes a copy of the open caseload, if it is one that is backed up.
    fn snapshot(&mut self, why: Why) -> Result<Option<Snapshot>, BackupError> {
        let (shelves, now) = (self.places.shelves(), self.now);
        let Some(store) = self.backed_up_store() else {
            return Ok(None);
        };
        let snapshot = store.snapshot(&shelves, why, now)?;
        self.backups.seen = self.store().map_or(0, Store::changes);
        self.backups.schedule.taken();
        Ok(Some(snapshot))
    }

    /// The open caseload, unless it is the made-up school or in memory: those are not backed up.
    fn backed_up_store(&self) -> Option<&Store> {
        let demo = fs::canonicalize(self.places.demo_file()).ok();
        self.store()
            .filter(|store| store.path().is_some() && store.path() != demo.as_deref())
    }

    fn care(&self) -> Care {
        let school = self.holding.caseload.school();
        let terms = school.map(|school| school.terms.iter().map(|term| (term.first, term.last)));
        Care {
            second: self.places.second().map(Path::to_owned),
            terms: terms.into_iter().flatten().collect(),
            now: self.now,
        }
    }

    fn note_changes(&mut self) {
        let changes = self.store().map(Store::changes);
        if let Some(changes) = changes.filter(|changes| *changes != self.backups.seen) {
            self.backups.seen = changes;
            self.backups.schedule.changed(self.now);
        }
    }

    fn listing(&self) -> Listing {
        Listing {
            shelves: self.places.shelves(),
            caseload: self.store().and_then(|store| store.name().ok()),
            second: self.places.second().map(Path::to_owned),
        }
    }

    /// Lists the backups; of the made-up school there are none.
    pub(super) fn list_backups(&mut self) {
        if self.store().is_some() && self.backed_up_store().is_none() {
            self.notice = Notice::refused(
                "The made-up school is not backed up: nothing in it is real, and it is made anew each time.",
            );
            return;
        }
        let listing = self.listing();
        self.running = Some(Running::start("Looking at the backups", move || {
            Finished::Backups {
                shelves: Box::new(listing.list()),
                notice: None,
            }
        }));
    }

    /// Makes a backup because somebody asked for it, and lists it.
    pub(super) fn back_up_now(&mut self) {
        self.finish_backup();
        let snapshot = match self.snapshot(Why::Asked) {
            Ok(Some(snapshot)) => snapshot,
            Ok(None) => return,
            Err(error) => return self.not_made(&error, false),
        };
        let (care, listing) = (self.care(), self.listing());
        self.running = Some(Running::start(
            "Making a backup, and checking it",
            move || {
                let notice = match snapshot.keep(&care) {
                    Ok(backup) => Ok(format!("Backed up and checked: {}.", backup.says())),
                    Err(error) => Err(format!("Not backed up. {error}")),
                };
                Finished::Backups {
                    shelves: Box::new(listing.list()),
                    notice: Some(notice),
                }
            },
        ));
    }

    /// Makes a backup and writes it to a stick.
    pub(super) fn copy_away(&mut self, folder: PathBuf) {
        self.finish_backup();
        let snapshot = match self.snapshot(Why::Asked) {
            Ok(Some(snapshot)) => snapshot,
            Ok(None) => return,
            Err(error) => return self.not_made(&error, false),
        };
        let (care, listing) = (self.care(), self.listing());
        self.running = Some(Running::start("Writing to the stick", move || {
            let written = snapshot.keep(&care).and_then(|backup| {
                let copy = backup.copy_to(&folder)?;
                Shelf::of(&listing.shelves, &backup.manifest.contents.caseload)
                    .note(|book| book.off_line_at = Some(care.now));
                Ok(copy)
            });
            let notice = match written {
                Ok(copy) => Ok(format!(
                    "Written and read back: {}. Now take the stick out, and put it in the school safe.",
                    copy.path.display()
                )),
                Err(error) => Err(format!("Not written. {error}")),
            };
            Finished::Backups {
                shelves: Box::new(listing.list()),
                notice: Some(notice),
            }
        }));
    }

    /// Names the second place, or none.
    pub(super) fn name_second(&mut self, folder: Option<PathBuf>) {
        if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            self.notice = Notice::refused(format!(
                "There is no folder {}. Check the path, or copy it from the file manager.",
                folder.display()
            ));
            return;
        }
        let notice = match &folder {
            Some(folder) => format!(
                "When you next lock or leave, a copy goes to {}.",
                folder.display()
            ),
            None => "There is no second place now. What was copied there stays there.".to_owned(),
        };
        self.places.name_second(folder);
        let listing = self.listing();
        self.running = Some(Running::start("Looking at the backups", move || {
            Finished::Backups {
                shelves: Box::new(listing.list()),
                notice: Some(Ok(notice)),
            }
        }));
    }

    /// Asks about a backup that was chosen as if it were a caseload.
    pub(super) fn ask_about(&mut self, path: PathBuf) {
        match Backup::read(&path) {
            Ok(backup) => {
                let shelved = shelved(&backup, State::Checked, None);
                self.carry_out(dialog::question(path, &shelved));
            }
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }

    /// Brings a backup back: with the seed of the open caseload if that fits, else the passphrase is asked for.
    pub(super) fn restore(&mut self, path: &Path, unlock: Option<Unlock>) {
        let backup = match Backup::read(path) {
            Ok(backup) => backup,
            Err(error) => {
                self.notice = Notice::refused(error.to_string());
                return;
            }
        };
        let own = self.store().and_then(Store::seed).cloned();
        let own = own.filter(|seed| backup.manifest.is_opened_by(seed));
        if own.is_none() && unlock.is_none() {
            let is_open = self.store().is_some();
            let shelved = shelved(&backup, State::Checked, None);
            self.dialogs
                .push(Box::new(AskPassphrase::new(&shelved, is_open)));
            return;
        }
        if let (Some(unlock), Some(salt)) = (&unlock, backup.manifest.salt())
            && !self.may_try(unlock, path, &salt)
        {
            return;
        }
        self.keep_drafts();
        self.finish_backup();
        let target = if self.store().is_some() {
            Target::Open(Box::new(std::mem::replace(
                &mut self.holding,
                Holding::nothing(),
            )))
        } else {
            match self.sealed.take() {
                Some(sealed) => Target::Chosen(Box::new(sealed)),
                None => Target::Path(self.places.usual_file()),
            }
        };
        let (shelves, now) = (self.places.shelves(), self.now);
        let was_damaged = self.backups.found_damaged;
        self.running = Some(Running::start("Bringing the backup back", move || {
            let seed = match (unlock, own) {
                (Some(unlock), _) => backup.seed(&unlock),
                (None, Some(own)) => Ok(own),
                (None, None) => Err(BackupError::NotGood),
            };
            let restored = match seed {
                Ok(seed) => restoring::restore(&backup, &seed, target, was_damaged, &shelves, now),
                Err(error) => Err((error, Some(target))),
            };
            match restored {
                Ok(restored) => Finished::Restored {
                    made: backup.made(),
                    restored: Box::new(restored),
                },
                Err((error, target)) => Finished::NotRestored { error, target },
            }
        }));
    }

    /// Takes up a caseload that was brought back.
    pub(super) fn restored(&mut self, made: &str, restored: Restored) {
        self.opened(restored.holding);
        let kept = match restored.kept {
            Some(kept) => format!(" The file of before is kept as {}.", kept.display()),
            None => String::new(),
        };
        self.notice = Notice::said(format!("Brought back: the caseload of {made}.{kept}"));
    }

    /// Says why a backup was not brought back, and goes on with what there was.
    pub(super) fn not_restored(&mut self, error: &BackupError, target: Option<Target>) {
        match target {
            Some(Target::Open(holding)) => self.holding = *holding,
            Some(Target::Chosen(sealed)) => self.sealed = Some(*sealed),
            Some(Target::Path(_)) => {}
            // Neither is open: from here the file is looked at anew.
            None => self.ask_passphrase(None),
        }
        let was_passphrase = matches!(error, BackupError::WrongPassphrase { .. });
        let words = self.judged(was_passphrase, error.to_string());
        self.notice = Notice::refused(words);
    }
}
