//! Carrying effects out.

use std::path::Path;

use super::backups::Then;
use super::job::{Finished, Job, Running};
use super::notice::Notice;
use super::vigil::Vigil;
use super::{App, Cover, Holding};
use crate::domain::Edit;
use crate::os::{files, location};
use crate::store::backup::Why;
use crate::store::{Content, LastUse, OpenError, Passphrase, Sealed, Store, StoreError};
use crate::ui::{Audience, Effect, Hand, Pane, gate, panes};

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
            Effect::TurnCycle(cycle) => self.hand.cycle = cycle,
            Effect::TurnLog(page) => self.hand.log = page,
            Effect::Open(view) => self.open(view),
            Effect::Close => self.close(),
            Effect::Answer(answer) => {
                self.close();
                let effect = self.ask(|cx, view| view.answered(cx, answer));
                self.note_typing();
                self.carry_out(effect);
            }
            Effect::Run(command) => {
                self.close();
                self.run(command);
            }
            Effect::TakeInHand(pupil) => {
                self.hand.take(pupil);
                self.keep_to_those_shown();
            }
            Effect::LineUp(pupils) => {
                self.hand.row = pupils;
                self.keep_to_those_shown();
            }
            Effect::Mark(pupils) => {
                self.hand.marked = pupils;
                self.keep_to_those_shown();
            }
            Effect::Save { edit, close } => drop(self.save(&edit, None, close)),
            Effect::SaveThen { edit, then } => {
                if self.save(&edit, None, true) {
                    let effect = self.ask(|cx, _| then(cx));
                    self.carry_out(effect);
                }
            }
            Effect::OpenDocument(document) => self.open_document(document),
            Effect::ThrowAway(key) => self.throw_away(&key),
            Effect::Say(words) => self.notice = Notice::Said(words),
            Effect::Refuse(refusal) => self.notice = Notice::Refused(refusal.words),
            Effect::Job(job) => self.start(job),
            Effect::Keep { name, bytes } => self.keep(&name, &bytes),
            Effect::Undo => self.undo(),
            Effect::UndoEarlier => self.turn_back(true),
            Effect::Redo => self.turn_back(false),
            Effect::Reveal(audience) => self.reveal(audience),
            Effect::KeepSheet { name, text } => self.keep_sheet(&name, &text),
            Effect::DeleteKept(path) => self.delete_kept(&path),
            Effect::CodeChecked => self.code_checked(),
            Effect::AskNewPassphrase => self.ask_new_passphrase(),
            Effect::LockAfter(minutes) => self.set_lock_after(minutes),
            Effect::Cover => self.cover = Cover::On,
            Effect::Lock => self.lock("Locked."),
            Effect::BackUpFirst(then) => self.back_up(Why::BeforeImport, Then::Do(then)),
            Effect::Quit => self.leave(),
        }
    }

    /// Lets others see the screen. Nothing that stands open stays so; where there are pupils that the audience may not see,
    /// before or after, no screen keeps what was typed or chosen on it, and whoever is let see again lands on Today, without
    /// names.
    fn reveal(&mut self, audience: Audience) {
        let was_narrow = self.look.audience.is_narrow();
        self.show(if was_narrow { Pane::Today } else { self.pane });
        if was_narrow {
            self.cover = Cover::Counts;
        }
        if was_narrow || audience.is_narrow() {
            self.panes = panes::all();
        }
        self.notice = Notice::said(format!("Who can see the screen: {}.", audience.words()));
        self.look.audience = audience;
        self.keep_to_those_shown();
    }

    /// Keeps in hand only pupils who are in the caseload and may be shown.
    pub(super) fn keep_to_those_shown(&mut self) {
        let (look, pupils) = (&self.look, &self.holding.caseload.pupils);
        self.hand
            .keep_only(|pupil| look.may_show(pupil) && pupils.get(pupil).is_some());
    }

    fn show(&mut self, pane: Pane) {
        self.keep_drafts();
        self.dialogs.clear();
        if self.pane != pane {
            self.hand.cycle = None;
        }
        self.pane = pane;
    }

    /// Opens a dialog, with what was typed into it before and not saved.
    pub(super) fn open(&mut self, mut view: Box<dyn crate::ui::View>) {
        if view.tells_names() && self.look.audience == Audience::Staff {
            self.notice =
                Notice::refused("This form holds names. Press F8 and choose full names first.");
            return;
        }
        self.keep_drafts();
        let key = view.draft_key();
        if key.is_some() && self.holding.reading().is_some() {
            return self.tell(Err(StoreError::OnlyRead));
        }
        let drafts = self.holding.drafts.iter();
        if let Some(draft) = drafts
            .into_iter()
            .find(|draft| Some(&draft.key) == key.as_ref())
        {
            view.restore(draft);
            self.notice =
                Notice::said("Taken up where you left it. Ctrl+S saves it, Ctrl+D throws it away.");
        }
        self.dialogs.push(view);
    }

    fn close(&mut self) {
        let typed = self.ask(|_, view| view.draft().is_some());
        self.keep_drafts();
        if self.dialogs.pop().is_some() && typed && !self.holding.owes_drafts() {
            self.notice = Notice::said(
                "Not saved: kept as a draft. Open it again to go on, or find it in Today.",
            );
        }
    }

    /// Writes the edit to the file; only then does memory change. Says whether it was written, or changes nothing.
    pub(super) fn save(&mut self, edit: &Edit, content: Option<Content<'_>>, close: bool) -> bool {
        if edit.is_empty() {
            self.notice = Notice::said("Nothing was changed.");
        } else {
            let key = self
                .dialogs
                .last()
                .unwrap_or(&self.panes[self.pane as usize])
                .draft_key();
            match self
                .holding
                .apply_with(edit, content, key.as_ref(), self.now)
            {
                Ok(label) => {
                    self.thrown_away = None;
                    self.notice = self.did("Saved", &label, "Ctrl+Z takes it back.");
                    self.keep_to_those_shown();
                }
                Err(error) => {
                    self.tell(Err(error));
                    return false;
                }
            }
        }
        self.typed = None;
        if close {
            self.dialogs.pop();
        } else {
            self.ask(|cx, view| view.saved(cx));
        }
        true
    }

    /// What was done. The words of an edit name pupils in full, so others who see the screen are not shown them.
    pub(super) fn did(&self, did: &str, label: &str, then: &str) -> Notice {
        Notice::said(match self.look.audience {
            Audience::Me => format!("{did}: {label}. {then}"),
            _ => format!("{did}. {then}"),
        })
    }

    /// Shows the welcome, and asks for the passphrase of a chosen file.
    pub(super) fn ask_passphrase(&mut self, sealed: Option<Sealed>) {
        // What was used last is offered wherever it is now: to look for it could take minutes where its drive is gone, and
        // not to offer it would leave making a new one as the first thing to do.
        let last = self.places.last_file().map(Path::to_owned);
        let usual = last.or_else(|| Some(self.places.new_file()).filter(|path| path.exists()));
        let offered = Passphrase::offered().ok();
        let welcome = gate::Welcome::new(usual, self.places.new_file(), offered);
        self.dialogs = vec![Box::new(welcome)];
        if let Some(sealed) = sealed {
            let wrong = self.places.wrong_tries(sealed.path(), sealed.salt());
            self.dialogs
                .push(Box::new(gate::Unlock::new(sealed.path(), wrong > 0)));
            self.sealed = Some(sealed);
        }
    }

    pub(super) fn keep(&mut self, name: &Path, bytes: &[u8]) {
        let folder = self.places.kept();
        let path = folder.join(name);
        let kept =
            files::create_private_folder(&folder).and_then(|()| files::replace(&path, bytes));
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
        if self.holding.reading().is_some() {
            return self.tell(Err(StoreError::OnlyRead));
        }
        match job {
            Job::Choose(path) => match Sealed::inspect(&path, now) {
                Ok(sealed) => self.chosen(sealed),
                Err(OpenError::Backup { path, .. }) => self.ask_about(path),
                Err(error) => {
                    let known = self.places.last_use_at(&path).map(LastUse::words);
                    let known = known.filter(|_| matches!(error.id(), "F01" | "F02" | "F03"));
                    let words = [Some(error.to_string()), known, self.words_of_backup(&error)];
                    self.notice =
                        Notice::refused(words.into_iter().flatten().collect::<Vec<_>>().join(" "));
                }
            },
            Job::Unlock(unlock) => self.unlock(unlock),
            Job::ShowSheet(unlock) => self.show_sheet(unlock),
            Job::ChangePassphrase { now, new } => self.change_passphrase(now, new),
            Job::Create {
                path,
                passphrase,
                school,
                senco,
            } => {
                self.running =
                    Some(Running::start(
                        "Making the caseload",
                        move || match Holding::create(&path, &passphrase, &school, &senco, now) {
                            Ok(made) => Finished::Made(Box::new(made)),
                            Err(error) => Finished::NotOpened {
                                error,
                                sealed: None,
                            },
                        },
                    ));
            }
            Job::ReadList(path) => self.read_list(path),
            Job::Attach { path, document } => self.attach(&path, document),
            Job::CopyDocument { document, path } => self.copy_document(document, &path),
            Job::ReadTable {
                name,
                table,
                wanted,
                again,
            } => self.read_table(name, table, wanted, again),
            Job::Check => self.check(),
            Job::ListBackups => self.list_backups(),
            Job::BackUp => self.back_up_now(),
            Job::CopyAway(folder) => self.copy_away(folder),
            Job::NameSecondPlace(folder) => self.name_second(folder),
            Job::ReadBackup { path, unlock } => self.read_backup(&path, unlock),
            Job::Restore { path, unlock } => self.restore(&path, unlock),
            Job::Demo => {
                let path = self.places.demo_file();
                self.running = Some(Running::start("Making the made-up school", move || {
                    match Holding::demo_anew(&path, now) {
                        Ok(opened) => Finished::Opened(Box::new(opened)),
                        Err(error) => Finished::NotOpened {
                            error,
                            sealed: None,
                        },
                    }
                }));
            }
        }
    }

    /// Waits for the job under way and the backup that is being made, for tests.
    pub fn finish_job(&mut self) {
        while let Some(running) = self.running.take() {
            self.finished(running.wait());
            self.take_waiting();
        }
        self.finish_backup();
    }

    /// Takes up what a job brought; says whether there was anything.
    pub(super) fn take_up_job(&mut self) -> bool {
        let Some(finished) = self.running.as_ref().and_then(Running::finished) else {
            return false;
        };
        self.running = None;
        self.finished(finished);
        self.take_waiting();
        true
    }

    fn finished(&mut self, finished: Finished) {
        match finished {
            Finished::Opened(opened) => self.opened(*opened),
            Finished::Made(made) => {
                self.take_up(*made);
                self.show_sheet_now();
                self.cover = Cover::Off;
                self.open_backups();
            }
            Finished::Proven { holding, result } => self.proven(*holding, result),
            Finished::NotOpened { error, sealed } => {
                self.backups.found_damaged = matches!(error.id(), "F12" | "F14");
                let words = [Some(self.not_opened(&error)), self.words_of_backup(&error)];
                self.notice =
                    Notice::refused(words.into_iter().flatten().collect::<Vec<_>>().join(" "));
                if let Some(sealed) = sealed {
                    self.ask_passphrase(Some(*sealed));
                }
            }
            Finished::Checked { store, problems } => self.checked(*store, problems),
            Finished::Backups {
                lent,
                shelves,
                notice,
            } => self.show_backups(lent, *shelves, notice),
            Finished::Copied {
                holding,
                copied,
                then,
            } => self.copied(*holding, copied, then),
            Finished::Restored { made, restored } => self.restored(&made, *restored),
            Finished::Read(Ok(holding)) => self.reads(*holding),
            Finished::Read(Err(error)) => self.not_read(&error),
            Finished::NotRestored { error, target } => self.not_restored(&error, target),
            Finished::List(read) => self.list_read(*read),
            Finished::Document(attached) => self.attached(*attached),
            Finished::DocumentOpened(opened) => self.document_opened(opened),
            Finished::Refused(refusal) => self.notice = Notice::Refused(refusal.words),
        }
    }

    /// Asks for the passphrase of a file just chosen, and says what is to be known about it before.
    fn chosen(&mut self, sealed: Sealed) {
        let place = location::of(sealed.path()).words();
        let words: Vec<_> = [sealed.words_of_start(), place]
            .into_iter()
            .flatten()
            .collect();
        self.ask_passphrase(Some(sealed));
        if !words.is_empty() {
            self.notice = Notice::said(words.join(" "));
        }
    }

    /// What to say when the file just opened is older than the one that was used here last (F16).
    fn older_than_used(&self, holding: &Holding) -> Option<String> {
        let store = holding.store()?;
        let (salt, _) = store.marks()?;
        let last = self.places.last_use(store.path()?, &salt)?;
        last.behind(&store.last_use(self.now).ok()??)
    }

    /// Remembers how the open file is now.
    pub(super) fn note_use(&mut self) {
        let Some(store) = self
            .holding
            .store()
            .filter(|_| self.holding.reading().is_none())
        else {
            return;
        };
        let now = store.last_use(self.now).ok().flatten();
        if let (Some(path), Some((salt, _)), Some(now)) = (store.path(), store.marks(), now) {
            self.places.note_use(path, &salt, now);
        }
    }

    /// Takes up a caseload just opened: counts first, and no names until a key is pressed.
    pub(super) fn opened(&mut self, holding: Holding) {
        let older = self.older_than_used(&holding);
        self.take_up(holding);
        self.remind_of_the_stick();
        self.remind_of_the_code();
        self.open_backups();
        if let Some(words) = older {
            self.notice = Notice::refused(words);
        }
    }

    pub(super) fn take_up(&mut self, holding: Holding) {
        self.holding = holding;
        self.remember_opened();
        self.note_use();
        if self.is_demo() {
            self.holding.code_sheet = None;
        }
        self.guess = None;
        self.sealed = None;
        self.dialogs.clear();
        self.panes = panes::all();
        self.pane = Pane::Today;
        self.hand = Hand::default();
        let words = self.holding.store().and_then(Store::words_of_start);
        self.notice = words.map_or(Notice::None, Notice::said);
        self.cover = Cover::Counts;
        self.vigil = Some(Vigil::begin(self.now, self.clock.awake()));
        // What was left when a caseload was locked waits for that caseload.
        if self.holding.reading().is_none() {
            self.take_unkept();
            self.reopen_drafts();
        }
    }

    /// Says what went wrong, if anything did.
    pub(super) fn tell(&mut self, told: Result<(), StoreError>) {
        if let Err(error) = told {
            if self.holding.owes_drafts() {
                self.refused = Some(self.now);
            }
            self.notice = Notice::refused(error.to_string());
        }
    }

    /// Opens a store in memory at once, for tests.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn open_store(&mut self, store: crate::store::Store) -> Result<(), StoreError> {
        let holding = Holding::load(store, self.now)?;
        self.opened(holding);
        self.cover = Cover::Off;
        Ok(())
    }
}
