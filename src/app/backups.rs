//! Backups: made without being asked, listed, copied away and brought back.

mod listing;
mod making;
mod reading;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, TryRecvError};

use chrono::{DateTime, FixedOffset, NaiveDate};

use super::job::{Finished, Running};
use super::notice::Notice;
use super::restoring::{self, Restored, Target};
use super::{App, Holding};
use crate::os::location;
use crate::store::backup::{Backup, BackupError, Care, Schedule, Shelf, Why};
use crate::store::{OpenError, Sealed, Store, Unlock};
use crate::ui::dialogs::backups::{self as dialog, AskPassphrase, State, Wanted};
use listing::{Listing, shelved};
use making::Making;
pub(super) use making::Then;

/// The backups of the open caseload: when one is due, and the one that is being made.
#[derive(Debug, Default)]
pub(super) struct Backups {
    schedule: Schedule,
    /// How many changes the file had had when it was last looked.
    seen: u64,
    making: Option<Making>,
    /// The file that is being closed, when it is.
    sealing: Option<Receiver<Option<Sealed>>>,
    /// The day on which a thread was lent what is held.
    lent_on: Option<NaiveDate>,
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
        let is_free = self.running.is_none() && !self.backups.is_making();
        let mut news = is_free && self.backups.schedule.is_due(self.now);
        if news {
            self.back_up(Why::Working, Then::Nothing);
        }
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

    /// Begins with the backups of a caseload that was just opened: one is made if the newest is not what the file holds.
    pub(super) fn open_backups(&mut self) {
        self.finish_backup();
        self.backups = Backups {
            seen: self.store().map_or(0, Store::changes),
            ..Backups::default()
        };
        self.back_up(Why::Opening, Then::Nothing);
    }

    /// Says once a week that a copy on a stick is late, where nothing else is to be said.
    pub(super) fn remind_of_the_stick(&mut self) {
        if self.notice == Notice::None
            && let Some(days) = self.shelf().and_then(|shelf| shelf.remind(self.now))
        {
            self.notice = Notice::said(format!(
                "No backup was copied to a stick for {days} days. Ctrl+B, then c, copies one for the school safe."
            ));
        }
    }

    /// Leaves, when what is new is backed up; at once, if that is asked for twice.
    pub(super) fn leave(&mut self) {
        self.keep_drafts();
        if self.would_lose_typing() {
            return;
        }
        self.note_use();
        if self.backups.is_leaving || self.backups.is_warned {
            self.is_over = true;
            return;
        }
        self.note_changes();
        if self.backups.schedule.has_changes() || self.owes_second() {
            return self.back_up(Why::Closing, Then::Leave);
        }
        self.backups.is_leaving = self.backups.is_making();
        self.is_over = !self.backups.is_leaving;
    }

    /// The open caseload, unless it is the made-up school or in memory: those are not backed up.
    fn backed_up_store(&self) -> Option<&Store> {
        let demo = fs::canonicalize(self.places.demo_file()).ok();
        self.store()
            .filter(|_| self.holding.reading().is_none())
            .filter(|store| store.path().is_some() && store.path() != demo.as_deref())
    }

    /// Where the backups of the open caseload stand.
    fn shelf(&self) -> Option<Shelf> {
        let name = self.backed_up_store()?.name().ok()?;
        Some(Shelf::of(&self.places.shelves(), &name))
    }

    /// Whether a second place was named that no copy was written to, nor tried: it is promised one.
    fn owes_second(&self) -> bool {
        let book = self
            .places
            .second()
            .and_then(|_| Some(self.shelf()?.book()));
        book.is_some_and(|book| book.second_at.is_none() && book.second_trouble.is_none())
    }

    /// Which backup there is, to say to whoever's file is gone, damaged or in use elsewhere; nothing when it is not, or there is none.
    pub(super) fn words_of_backup(&self, error: &OpenError) -> Option<String> {
        let (does, end) = match error.id() {
            "F01" | "F02" | "F03" | "F12" | "F14" => ("Ctrl+B brings back", "."),
            "F05" | "F09" | "F23" => ("Ctrl+B, then o, opens", ", only to be read."),
            _ => return None,
        };
        let shelves = Shelf::all(&self.places.shelves());
        let newest = shelves.iter().filter_map(Shelf::newest);
        let newest = newest.max_by_key(|backup| backup.manifest.made_at)?;
        Some(format!("{does} the backup of {}{end}", newest.says()))
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
                lent: None,
                shelves: Box::new(listing.list()),
                notice: None,
            }
        }));
    }

    /// Makes a backup because somebody asked for it, and lists it.
    pub(super) fn back_up_now(&mut self) {
        self.back_up_and_list("Making a backup, and checking it", |backup, _| {
            Ok(format!("Backed up and checked: {}.", backup.says()))
        });
    }

    /// Makes a backup and writes it to a stick.
    pub(super) fn copy_away(&mut self, folder: PathBuf) {
        if !folder.is_dir() {
            return self.no_such_folder(&folder);
        }
        self.dialogs.pop();
        let remark = same_disk(&folder, &self.places.shelves());
        self.back_up_and_list("Writing to the stick", move |backup, now| {
            let copy = backup.copy_to(&folder)?;
            Shelf::with(backup).note(|book| book.off_line_at = Some(now));
            Ok(format!(
                "Written and read back: {}.{}",
                copy.path.display(),
                remark.unwrap_or(" Now take the stick out safely, and put it in the school safe.")
            ))
        });
    }

    /// Makes a backup, does this with it, and lists what there is.
    fn back_up_and_list(
        &mut self,
        words: &'static str,
        with_it: impl FnOnce(&Backup, DateTime<FixedOffset>) -> Result<String, BackupError>
        + Send
        + 'static,
    ) {
        if self.backed_up_store().is_none() {
            return;
        }
        let (care, listing) = (self.care(), self.listing());
        let before = self.backups.making.take();
        let holding = self.lend();
        self.running = Some(Running::start(words, move || {
            making::wait_for(before);
            let kept = making::copy(&holding, &listing.shelves, Why::Asked, care.now)
                .and_then(|snapshot| snapshot.ok_or(BackupError::NotGood))
                .and_then(|snapshot| snapshot.keep(&care));
            let is_kept = kept.is_ok();
            let done = kept.and_then(|backup| with_it(&backup, care.now));
            let not = if is_kept {
                "Not written."
            } else {
                "Not backed up."
            };
            Finished::Backups {
                lent: Some((Box::new(holding), is_kept)),
                shelves: Box::new(listing.list()),
                notice: Some(done.map_err(|error| format!("{not} {error}"))),
            }
        }));
    }

    /// Shows a list of backups: in the place of the one it was asked for from, if something was.
    pub(super) fn show_backups(
        &mut self,
        lent: Option<(Box<Holding>, bool)>,
        shelves: dialog::Shelves,
        notice: Option<Result<String, String>>,
    ) {
        if let Some((holding, is_kept)) = lent {
            self.take_back(*holding);
            if is_kept {
                self.note_copied();
            }
        }
        if notice.is_some() {
            self.dialogs.pop();
        }
        self.dialogs.push(Box::new(dialog::Backups::new(shelves)));
        self.notice = match notice {
            None => Notice::None,
            Some(Ok(words)) => Notice::Said(words),
            Some(Err(words)) => Notice::Refused(words),
        };
    }

    /// Names the second place, or none.
    pub(super) fn name_second(&mut self, folder: Option<PathBuf>) {
        if let Some(folder) = folder.as_ref().filter(|folder| !folder.is_dir()) {
            return self.no_such_folder(folder);
        }
        let notice = match &folder {
            Some(folder) => format!(
                "When you next lock or leave, a copy goes to {}.{}",
                folder.display(),
                same_disk(folder, &self.places.shelves()).unwrap_or_default()
            ),
            None => "There is no second place now. What was copied there stays there.".to_owned(),
        };
        if self.places.second() != folder.as_deref() {
            // What was written elsewhere is no copy in the place of now.
            for shelf in Shelf::all(&self.places.shelves()) {
                shelf.note(|book| (book.second_at, book.second_trouble) = (None, None));
            }
        }
        self.dialogs.pop();
        self.places.name_second(folder);
        let listing = self.listing();
        self.running = Some(Running::start("Looking at the backups", move || {
            Finished::Backups {
                lent: None,
                shelves: Box::new(listing.list()),
                notice: Some(Ok(notice)),
            }
        }));
    }

    fn no_such_folder(&mut self, folder: &Path) {
        self.notice = Notice::refused(format!(
            "There is no folder {}. Look it up in the file manager, copy where it is from there, and paste it here.",
            folder.display()
        ));
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
            let wanted = match self.store() {
                Some(_) => Wanted::BackInPlaceOfAnother,
                None => Wanted::Back,
            };
            return self.ask_passphrase_of(&backup, wanted);
        }
        if let (Some(unlock), Some(salt)) = (&unlock, backup.manifest.salt())
            && !self.may_try(unlock, path, &salt)
        {
            return;
        }
        let before = self.backups.making.take();
        let target = if self.store().is_some() {
            Target::Open(Box::new(self.lend()))
        } else {
            match self.take_sealed() {
                Some(sealed) => Target::Chosen(Box::new(sealed)),
                None => Target::Path(self.places.usual_file()),
            }
        };
        let (shelves, now) = (self.places.shelves(), self.now);
        let was_damaged = self.backups.found_damaged;
        self.running = Some(Running::start("Bringing the backup back", move || {
            making::wait_for(before);
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

    fn ask_passphrase_of(&mut self, backup: &Backup, wanted: Wanted) {
        let shelved = shelved(backup, State::Checked, None);
        self.dialogs
            .push(Box::new(AskPassphrase::new(&shelved, wanted)));
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
            Some(Target::Open(holding)) => self.take_back(*holding),
            Some(Target::Chosen(sealed)) => self.sealed = Some(*sealed),
            Some(Target::Path(_)) => {}
            // Neither is open: from here the file is looked at anew.
            None => self.ask_passphrase(None),
        }
        self.not_read(error);
    }
}

/// What to say of a folder that is on the disk where the backups are already.
fn same_disk(folder: &Path, shelves: &Path) -> Option<&'static str> {
    location::is_on_one_disk(folder, shelves).then_some(
        " But that is on this laptop's own disk, and goes with it when it is lost: a stick or a network folder is safer.",
    )
}
