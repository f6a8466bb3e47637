//! The passphrase of the open caseload, and its recovery sheet.

use std::path::Path;

use super::backups::Then;
use super::job::{Finished, Running};
use super::notice::Notice;
use super::{App, Holding};
use crate::documents::recovery_sheet::RecoverySheet;
use crate::os::files;
use crate::store::backup::Why;
use crate::store::{Passphrase, RekeyError, Store, Unlock};
use crate::ui::Effect;
use crate::ui::dialogs::{NewPassphrase, Question, SheetView};

/// What came of asking for the passphrase again.
#[derive(Debug)]
pub(super) enum Proven {
    /// It is right, so the sheet may be shown.
    Sheet,
    /// It is right, so it may be changed to this.
    May(Passphrase),
    /// It is another now.
    Changed,
}

impl App {
    /// Whether the made-up school is open, which has nothing real in it.
    pub(super) fn is_demo(&self) -> bool {
        let demo = std::fs::canonicalize(self.places.demo_file()).ok();
        demo.is_some() && self.store().and_then(Store::path) == demo.as_deref()
    }

    /// Asks for another passphrase, and offers one.
    pub(super) fn ask_new_passphrase(&mut self) {
        match Passphrase::offered() {
            Ok(offered) => self.dialogs.push(Box::new(NewPassphrase::new(offered))),
            Err(_) => {
                self.notice = Notice::refused(
                    "This computer has no random numbers to offer just now. Nothing was changed; start it again and try once more.",
                )
            }
        }
    }

    /// Shows the recovery sheet to whoever has the passphrase.
    pub(super) fn show_sheet(&mut self, unlock: Unlock) {
        if self.may_try_again(&unlock) {
            self.with_holding("Looking at the passphrase", move |holding| {
                is_right(holding, &unlock)?;
                Ok(Proven::Sheet)
            });
        }
    }

    /// Changes the passphrase, if the one of now is right.
    pub(super) fn change_passphrase(&mut self, now: Unlock, new: Passphrase) {
        if self.may_try_again(&now) {
            self.with_holding("Looking at the passphrase", move |holding| {
                is_right(holding, &now)?;
                Ok(Proven::May(new))
            });
        }
    }

    /// Changes the passphrase. A backup was made first.
    pub(super) fn change_to(&mut self, new: Passphrase) {
        let today = self.today();
        self.with_holding("Changing the passphrase", move |holding| {
            let store = holding.store_mut().ok_or(RekeyError::InMemory)?;
            store.change_passphrase(&new, today)?;
            holding.code_sheet = store_sheet(holding, today)?;
            Ok(Proven::Changed)
        });
    }

    /// Whether this may be tried now on the open caseload.
    fn may_try_again(&mut self, unlock: &Unlock) -> bool {
        let marks = self.store().and_then(Store::marks);
        let path = self.store().and_then(Store::path).map(Path::to_owned);
        let (Some((salt, _)), Some(path)) = (marks, path) else {
            self.notice = Notice::refused(RekeyError::InMemory.to_string());
            return false;
        };
        self.may_try(unlock, &path, &salt)
    }

    /// Does something with the open caseload that takes a while.
    fn with_holding(
        &mut self,
        words: &'static str,
        work: impl FnOnce(&mut Holding) -> Result<Proven, RekeyError> + Send + 'static,
    ) {
        self.keep_drafts();
        let mut holding = std::mem::replace(&mut self.holding, Holding::nothing());
        self.running = Some(Running::start(words, move || {
            let result = work(&mut holding);
            Finished::Proven {
                holding: Box::new(holding),
                result,
            }
        }));
    }

    /// Takes the caseload back after the passphrase was asked for again.
    pub(super) fn proven(&mut self, holding: Holding, result: Result<Proven, RekeyError>) {
        self.holding = holding;
        match result {
            Ok(proven) => {
                self.guess = None;
                self.remember_opened();
                // The sheet comes in the place of the question.
                match proven {
                    Proven::May(new) => {
                        self.back_up(Why::BeforePassphrase, Then::ChangePassphrase(new));
                    }
                    Proven::Sheet => {
                        self.dialogs.pop();
                        self.show_sheet_now();
                    }
                    Proven::Changed => {
                        self.dialogs.pop();
                        self.show_sheet_now();
                        self.notice = Notice::said(
                            "The passphrase is changed. The old sheet is dead but for older backups: destroy it when this one is in the safe.",
                        );
                    }
                }
            }
            Err(error) => {
                let words = self.judged(matches!(error, RekeyError::Wrong), error.to_string());
                // What the disk refused may have left the file closed: it is opened anew.
                if matches!(error, RekeyError::Open(_)) {
                    self.lock("Locked.");
                }
                self.notice = Notice::refused(words);
            }
        }
    }

    /// Has the laptop remember what the open file is opened by.
    pub(super) fn remember_opened(&mut self) {
        let store = self.holding.store();
        let opened = store.and_then(|store| Some((store.path()?.to_owned(), store.marks()?)));
        if let Some((path, (salt, check_value))) = opened
            && !self.is_demo()
            && self.holding.reading().is_none()
        {
            self.places.remember(&path);
            self.places.was_opened(&path, &salt, check_value);
        }
    }

    /// Opens the recovery sheet of the open caseload.
    pub(super) fn show_sheet_now(&mut self) {
        if let Some(sheet) = self.sheet() {
            self.dialogs.push(Box::new(SheetView::new(sheet)));
            self.notice = Notice::None;
        }
    }

    fn sheet(&self) -> Option<RecoverySheet> {
        let store = self.store()?;
        let known = self.holding.code_sheet.as_ref()?;
        let (code, salt) = store.recovery_code()?;
        let path = store.path()?;
        let school = self.holding.caseload.school();
        Some(RecoverySheet {
            school: school.map(|school| school.name.clone()).unwrap_or_default(),
            file: path.file_name()?.to_string_lossy().into_owned(),
            folder: files::folder_of(path).display().to_string(),
            backups: self.places.shelves().display().to_string(),
            groups: code.split('-').map(str::to_owned).collect(),
            id: known.id.clone(),
            salt,
            made_on: known.made_on,
        })
    }

    /// Keeps the sheet in a file, and asks at once whether that should be deleted again.
    pub(super) fn keep_sheet(&mut self, name: &Path, text: &str) {
        let path = self.places.kept().join(name);
        self.keep(name, text.as_bytes());
        if matches!(self.notice, Notice::Said(_)) {
            self.places.note_kept_sheet(&path);
            let words = format!(
                "The sheet is kept as {}, where anybody can read it who gets at this computer. Open it from the file manager and print it; then press y, and the file is deleted. n leaves it there: you are reminded of it at every start.",
                path.display()
            );
            self.dialogs.push(Box::new(Question::new(
                "Is it printed, and shall the file be deleted?",
                words,
                Effect::DeleteKept(path),
            )));
        }
    }

    /// Says, where nothing else is to be said, that the recovery code has just opened the caseload, so that the passphrase
    /// may be lost, or that the sheet still lies there as a file.
    pub(super) fn remind_of_the_code(&mut self) {
        let is_code = std::mem::take(&mut self.is_code);
        if self.notice != Notice::None || self.holding.code_sheet.is_none() {
            return;
        }
        if is_code {
            self.notice = Notice::said(
                "Opened with the recovery code. If the passphrase is lost, choose another now: Ctrl+O, then Passphrase.",
            );
        } else if let Some(path) = self.places.kept_sheet() {
            let words = format!(
                "The recovery sheet still lies as a file where anybody can read it: {}. Delete it when it is printed.",
                path.display()
            );
            self.notice = Notice::refused(words);
        }
    }

    /// Deletes a file that was kept for the user.
    pub(super) fn delete_kept(&mut self, path: &Path) {
        self.notice = match std::fs::remove_file(path) {
            Ok(()) => Notice::said(format!("Deleted: {}.", path.display())),
            Err(_) => Notice::refused(format!(
                "{} could not be deleted. Delete it yourself, in the file manager.",
                path.display()
            )),
        };
    }

    /// Two groups were typed back from the sheet.
    pub(super) fn code_checked(&mut self) {
        let today = self.today();
        let noted = self
            .holding
            .store_mut()
            .map(|store| store.note_code_checked(today))
            .transpose();
        match noted {
            Ok(sheet) => {
                self.holding.code_sheet = sheet.flatten();
                self.notice = Notice::said(
                    "The recovery code is checked. Seal the sheet in its envelope, for the school's safe.",
                );
            }
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }
}

fn is_right(holding: &Holding, unlock: &Unlock) -> Result<(), RekeyError> {
    let store = holding.store().ok_or(RekeyError::InMemory)?;
    if store.is_opened_by(unlock)? {
        Ok(())
    } else {
        Err(RekeyError::Wrong)
    }
}

fn store_sheet(
    holding: &mut Holding,
    today: chrono::NaiveDate,
) -> Result<Option<crate::domain::CodeSheet>, RekeyError> {
    let store = holding.store_mut().ok_or(RekeyError::InMemory)?;
    Ok(store.code_sheet(today)?)
}
