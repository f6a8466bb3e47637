//! Carrying effects out.

use std::collections::BTreeSet;

use super::job::{self, Finished, Job, Running};
use super::notice::Notice;
use super::opened::Opened;
use super::{App, Cover, File};
use crate::domain::{Edit, PupilId, SchoolCalendar, Standings, Touched};
use crate::os::files;
use crate::store::{Applied, Sealed, StoreError};
use crate::ui::{Effect, Hand, Pane, dialogs, gate, panes};

impl App {
    /// Does what a view asks for.
    pub(super) fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::None => {}
            Effect::Many(effects) => effects
                .into_iter()
                .for_each(|effect| self.carry_out(effect)),
            Effect::Show(pane) => self.show(pane),
            Effect::Turn(page) => self.hand.page = page,
            Effect::Open(view) => self.open(view),
            Effect::Close => self.close(),
            Effect::Answer(answer) => {
                self.close();
                let effect = self.ask(|cx, view| view.answered(cx, answer));
                self.carry_out(effect);
            }
            Effect::Run(command) => {
                self.close();
                self.run(command);
            }
            Effect::TakeInHand(pupil) => self.hand.pupil = pupil,
            Effect::LineUp(pupils) => self.hand.row = pupils,
            Effect::Save { edit, close } => self.save(&edit, close),
            Effect::ThrowAway(key) => {
                self.typed = None;
                let thrown = match &mut self.file {
                    File::Open(store) => store.throw_draft_away(&key),
                    File::None | File::Sealed(_) => Ok(()),
                };
                self.tell(thrown.map(|()| "Thrown away: what was typed here.".to_owned()));
                self.dialogs.pop();
            }
            Effect::Say(words) => self.notice = Notice::Said(words),
            Effect::Refuse(refusal) => self.notice = Notice::Refused(refusal.words),
            Effect::Job(job) => self.start(job),
            Effect::Keep { name, text } => self.keep(&name, &text),
            Effect::Undo => self.turn_back(true),
            Effect::Redo => self.turn_back(false),
            Effect::Reveal(audience) => {
                if self.look.audience.is_narrow() {
                    self.show(Pane::Today);
                    self.cover = Cover::Counts;
                }
                self.look.audience = audience;
            }
            Effect::Cover => self.cover = Cover::On,
            Effect::Lock => self.lock(),
            Effect::Quit => {
                self.keep_drafts();
                self.is_over = true;
            }
        }
    }

    fn show(&mut self, pane: Pane) {
        self.keep_drafts();
        self.dialogs.clear();
        self.pane = pane;
    }

    /// Opens a dialog, with what was typed into it before and not saved.
    fn open(&mut self, mut view: Box<dyn crate::ui::View>) {
        self.keep_drafts();
        if let (File::Open(store), Some(key)) = (&self.file, view.draft_key()) {
            match store.draft(&key) {
                Ok(Some(draft)) => {
                    view.restore(&draft);
                    self.notice = Notice::said(
                        "Taken up where you left it. Ctrl+S saves it, Ctrl+D throws it away.",
                    );
                }
                Ok(None) => {}
                Err(error) => self.notice = Notice::refused(error.to_string()),
            }
        }
        self.dialogs.push(view);
    }

    fn close(&mut self) {
        let typed = self.ask(|_, view| view.draft().is_some());
        self.keep_drafts();
        if self.dialogs.pop().is_some() && typed {
            self.notice = Notice::said(
                "Not saved: kept as a draft. Open it again to go on, or find it in Today.",
            );
        }
    }

    /// Writes the edit to the file; only then does memory change.
    fn save(&mut self, edit: &Edit, close: bool) {
        if edit.is_empty() {
            self.notice = Notice::said("Nothing was changed.");
        } else {
            let File::Open(store) = &mut self.file else {
                return;
            };
            let key = self
                .dialogs
                .last()
                .unwrap_or(&self.panes[self.pane as usize])
                .draft_key();
            match store.apply(edit, key.as_ref(), self.now.to_utc()) {
                Ok(applied) => {
                    self.notice =
                        Notice::said(format!("Saved: {}. Ctrl+Z takes it back.", applied.label));
                    self.take_over(applied);
                }
                Err(error) => {
                    self.notice = Notice::refused(error.to_string());
                    return;
                }
            }
        }
        self.typed = None;
        if close {
            self.dialogs.pop();
        }
    }

    fn turn_back(&mut self, undo: bool) {
        let File::Open(store) = &mut self.file else {
            return;
        };
        let turned = if undo { store.undo() } else { store.redo() };
        self.notice = match turned {
            Ok(Some(applied)) => {
                let words = if undo {
                    "Taken back: {}. Ctrl+Y does it again."
                } else {
                    "Done again: {}. Ctrl+Z takes it back."
                };
                let notice = Notice::said(words.replace("{}", &applied.label));
                self.take_over(applied);
                notice
            }
            Ok(None) if undo => Notice::refused("There is nothing to take back."),
            Ok(None) => Notice::refused("There is nothing to do again."),
            Err(error) => Notice::refused(error.to_string()),
        };
    }

    /// Takes over what the file now holds, and works the figures of the pupils it bears on out anew.
    fn take_over(&mut self, applied: Applied) {
        let Applied {
            changes, pupils, ..
        } = applied;
        for change in &changes {
            self.caseload.apply(change.clone());
        }
        match Standings::touched(&self.caseload, &changes, &pupils) {
            Touched::All => self.work_out_all(),
            Touched::These(pupils) => self.work_out(&pupils),
        }
    }

    /// Works out everything that is derived: at unlock, at midnight, when term dates change.
    pub(super) fn work_out_all(&mut self) {
        self.calendar = self
            .caseload
            .school()
            .map(|school| SchoolCalendar::new(&school.terms, &school.closures))
            .unwrap_or_default();
        let File::Open(store) = &self.file else {
            return;
        };
        match store.log().figures_of_all(&self.caseload, self.today()) {
            Ok(figures) => self.standings = Standings::of_all(&self.desk(), &figures),
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }

    fn work_out(&mut self, pupils: &BTreeSet<PupilId>) {
        let File::Open(store) = &self.file else {
            return;
        };
        let mut standings = std::mem::take(&mut self.standings);
        match store.log().figures(pupils, &self.caseload, self.today()) {
            Ok(figures) => standings.renew(&self.desk(), pupils, &figures),
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
        self.standings = standings;
    }

    fn lock(&mut self) {
        self.keep_drafts();
        let sealed = match std::mem::take(&mut self.file) {
            File::Open(store) => store.seal(),
            File::Sealed(sealed) => Some(sealed),
            File::None => None,
        };
        self.caseload = Default::default();
        self.standings = Standings::default();
        self.hand = Hand::default();
        self.panes = panes::all();
        self.pane = Pane::Today;
        self.notice = Notice::said("Locked. What was being typed is kept.");
        self.ask_passphrase(sealed);
    }

    /// Shows the welcome, and asks for the passphrase of a chosen file.
    pub(super) fn ask_passphrase(&mut self, sealed: Option<Sealed>) {
        let usual = Some(self.places.usual_file()).filter(|path| path.exists());
        self.dialogs = vec![Box::new(gate::Welcome::new(usual, self.places.new_file()))];
        if let Some(sealed) = sealed {
            self.dialogs
                .push(Box::new(gate::Unlock::new(sealed.path())));
            self.file = File::Sealed(sealed);
        }
    }

    fn keep(&mut self, name: &std::path::Path, text: &str) {
        let folder = self.places.kept();
        let path = folder.join(name);
        let kept = files::create_private_folder(&folder)
            .and_then(|()| files::replace(&path, text.as_bytes()));
        self.notice = match kept {
            Ok(()) => Notice::said(format!(
                "Kept as {}: it is not encrypted. Delete it when it has served.",
                path.display()
            )),
            Err(_) => Notice::refused(format!(
                "Not kept: {} can't be written. Check that the folder is there.",
                path.display()
            )),
        };
    }

    /// Starts a job.
    pub fn start(&mut self, job: Job) {
        let now = self.now;
        match job {
            Job::Choose(path) => match Sealed::inspect(&path, now) {
                Ok(sealed) => self.ask_passphrase(Some(sealed)),
                Err(error) => self.notice = Notice::refused(error.to_string()),
            },
            Job::Unlock(unlock) => {
                let File::Sealed(sealed) = std::mem::take(&mut self.file) else {
                    return;
                };
                self.running = Some(Running::start("Opening the caseload", move || {
                    job::unlock(sealed, &unlock, now)
                }));
            }
            Job::Create {
                path,
                passphrase,
                school,
                senco,
            } => {
                self.running =
                    Some(Running::start(
                        "Making the caseload",
                        move || match Opened::create(&path, &passphrase, &school, &senco, now) {
                            Ok(opened) => Finished::Opened(Box::new(opened)),
                            Err(error) => Finished::NotOpened {
                                error,
                                sealed: None,
                            },
                        },
                    ));
            }
            Job::Demo => {
                let path = self.places.demo_file();
                self.running =
                    Some(Running::start(
                        "Making the made-up school",
                        move || match Opened::demo(&path, now) {
                            Ok(opened) => Finished::Opened(Box::new(opened)),
                            Err(error) => Finished::NotOpened {
                                error,
                                sealed: None,
                            },
                        },
                    ));
            }
        }
    }

    /// Waits for the job under way, for tests.
    pub fn finish_job(&mut self) {
        if let Some(running) = self.running.take() {
            self.finished(running.wait());
        }
    }

    /// Takes up what a job brought; says whether there was anything.
    pub(super) fn take_up_job(&mut self) -> bool {
        let Some(finished) = self.running.as_ref().and_then(Running::finished) else {
            return false;
        };
        self.running = None;
        self.finished(finished);
        true
    }

    fn finished(&mut self, finished: Finished) {
        match finished {
            Finished::Opened(opened) => self.opened(*opened),
            Finished::NotOpened { error, sealed } => {
                self.notice = Notice::refused(error.to_string());
                if let Some(sealed) = sealed {
                    self.ask_passphrase(Some(*sealed));
                }
            }
            Finished::Refused(refusal) => self.notice = Notice::Refused(refusal.words),
        }
    }

    /// Takes up a caseload just opened: counts first, and no names until a key is pressed.
    pub(super) fn opened(&mut self, opened: Opened) {
        let Opened {
            store,
            caseload,
            ids,
        } = opened;
        if let Some(path) = store.path() {
            self.places.remember(path);
        }
        self.file = File::Open(store);
        self.caseload = caseload;
        self.ids = ids;
        self.ids.tell(self.now.timestamp_millis());
        self.dialogs.clear();
        self.panes = panes::all();
        self.pane = Pane::Today;
        self.hand = Hand::default();
        self.notice = Notice::None;
        self.cover = Cover::Counts;
        self.work_out_all();
        self.reopen_drafts();
    }

    /// Reopens what was being typed when the caseload was locked or the program ended, if it was one thing.
    fn reopen_drafts(&mut self) {
        let File::Open(store) = &self.file else {
            return;
        };
        let drafts = store.drafts();
        match drafts.as_deref() {
            Ok([only]) => {
                let only = only.clone();
                if let Some(view) = self.ask(|cx, _| dialogs::reopen(cx, &only)) {
                    self.open(view);
                }
            }
            Ok([]) => {}
            Ok(many) => {
                self.notice = Notice::said(format!(
                    "{} drafts are not saved yet: Today lists them.",
                    many.len()
                ));
            }
            Err(error) => self.notice = Notice::refused(error.to_string()),
        }
    }

    fn tell(&mut self, told: Result<String, StoreError>) {
        self.notice = match told {
            Ok(words) => Notice::Said(words),
            Err(error) => Notice::refused(error.to_string()),
        };
    }

    /// Opens a store in memory at once, for tests.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn open_store(&mut self, store: crate::store::Store) -> Result<(), StoreError> {
        let opened = Opened::load(store, self.now)?;
        self.opened(opened);
        self.cover = Cover::Off;
        Ok(())
    }
}
