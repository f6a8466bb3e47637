//! [`Holding`]: the open file, and all that memory holds of it.

use std::collections::BTreeSet;
use std::path::Path;
use std::{fs, io};

use chrono::{DateTime, FixedOffset};

use crate::domain::{
    Caseload, CodeSheet, Desk, Draft, DraftKey, Edit, Ids, Person, PersonKind, Rules, School,
    SchoolCalendar, Setting, Standings, Touched, Weekdays, term,
};
use crate::store::backup::{Backup, BackupError, Reading};
use crate::store::{
    Applied, Content, Log, OpenError, Passphrase, Sealed, Seed, Store, StoreError, Undoable,
};

/// The passphrase of the made-up school, which is no secret.
pub const DEMO_PASSPHRASE: &str = "nothing here is real";

/// The open file, and all that memory holds of it. Memory changes only after the file has; what is being typed alone is
/// kept in memory too while the file can't take it.
#[derive(Debug)]
pub struct Holding {
    store: Option<Store>,
    /// The register.
    pub caseload: Caseload,
    /// What is derived about pupils and groups.
    pub standings: Standings,
    /// What is typed and not saved, the newest first.
    pub drafts: Vec<Draft>,
    /// The drafts that the file doesn't have as memory does, because it could not be written.
    owed: BTreeSet<DraftKey>,
    /// What is known of the sheet with the recovery code; none in memory.
    pub code_sheet: Option<CodeSheet>,
    /// How many edits the file had had when it was opened.
    opened_at: u64,
    calendar: SchoolCalendar,
    rules: Rules,
    ids: Ids,
    // After the store, which must be closed before its folder goes.
    reading: Option<Reading>,
}

impl Holding {
    /// No file is open.
    pub fn nothing() -> Self {
        Self {
            store: None,
            caseload: Caseload::default(),
            standings: Standings::default(),
            drafts: Vec::new(),
            owed: BTreeSet::new(),
            code_sheet: None,
            opened_at: 0,
            calendar: SchoolCalendar::default(),
            rules: Rules::england().clone(),
            ids: Ids::after(0, 0),
            reading: None,
        }
    }

    /// Loads what memory holds of an open file.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn load(mut store: Store, now: DateTime<FixedOffset>) -> Result<Self, StoreError> {
        // The nanosecond is random enough to tell two laptops' ids apart.
        let seed = now
            .timestamp_nanos_opt()
            .unwrap_or_default()
            .cast_unsigned();
        let mut holding = Self {
            caseload: store.load()?,
            drafts: store.drafts()?,
            code_sheet: store.code_sheet(now.date_naive())?,
            opened_at: store.generation()?,
            ids: Ids::after(store.highest_id()?, seed),
            store: Some(store),
            ..Self::nothing()
        };
        holding.ids.tell(now.timestamp_millis());
        holding.work_out_all(now)?;
        Ok(holding)
    }

    /// Opens a copy of a backup, in which nothing can be changed.
    ///
    /// # Errors
    /// When the backup is damaged or of another passphrase, or the disk refuses.
    pub(super) fn read(
        backup: &Backup,
        seed: &Seed,
        folder: &Path,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, BackupError> {
        let (store, reading) = Reading::open(backup, seed, folder, now)?;
        let loaded = Self::load(store, now).map_err(|_| BackupError::Damaged {
            path: backup.path.clone(),
        })?;
        Ok(Self {
            // It is the sheet of the caseload, and these belong to a moment that is gone.
            code_sheet: None,
            drafts: Vec::new(),
            reading: Some(reading),
            ..loaded
        })
    }

    /// The backup that is open to be read, if it is one.
    pub(super) fn reading(&self) -> Option<&Reading> {
        self.reading.as_ref()
    }

    /// Refuses where nothing can be changed.
    fn may_change(&self) -> Result<(), StoreError> {
        match self.reading {
            Some(_) => Err(StoreError::OnlyRead),
            None => Ok(()),
        }
    }

    /// Makes a caseload with its school and its SENCO, and opens it.
    ///
    /// # Errors
    /// When anything is there already, or the computer or the disk refuses.
    pub fn create(
        path: &Path,
        passphrase: &Passphrase,
        school: &str,
        senco: &str,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        Self::fill(path, passphrase, now, |ids| {
            vec![first_edit(ids, school, senco, now)]
        })
    }

    /// Makes the made-up school and opens it.
    ///
    /// # Errors
    /// When anything is there already, or the computer or the disk refuses.
    pub fn demo(
        path: &Path,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
    ) -> Result<Self, OpenError> {
        Self::fill(path, passphrase, now, |ids| {
            crate::demo::edits(now.date_naive(), ids)
        })
    }

    /// Makes the made-up school anew in the place that is its own, where no real caseload ever is.
    ///
    /// # Errors
    /// When it is in use, or the computer or the disk refuses.
    pub fn demo_anew(path: &Path, now: DateTime<FixedOffset>) -> Result<Self, OpenError> {
        if path.exists() {
            // Under its lock: a demo that is open in another window stays.
            drop(Sealed::inspect(path, now)?);
            fs::remove_file(path).map_err(|error: io::Error| OpenError::from_io(path, &error))?;
        }
        Self::demo(path, &Passphrase::typed(DEMO_PASSPHRASE), now)
    }

    fn fill(
        path: &Path,
        passphrase: &Passphrase,
        now: DateTime<FixedOffset>,
        edits: impl FnOnce(&Ids) -> Vec<Edit>,
    ) -> Result<Self, OpenError> {
        let mut store = Store::create(path, passphrase, now)?;
        let told = |_| OpenError::NotOurs {
            path: path.to_owned(),
        };
        let ids = Ids::after(Setting::ID.number(), 0);
        ids.tell(now.timestamp_millis());
        for edit in edits(&ids) {
            store.apply(&edit, None, now.to_utc()).map_err(told)?;
        }
        Self::load(store, now).map_err(told)
    }

    /// The open file.
    pub fn store(&self) -> Option<&Store> {
        self.store.as_ref()
    }

    /// Lends the file to a thread that is waited for; until it [comes back](Self::take_back) nothing can be saved.
    pub(super) fn lend(&mut self) -> Option<Store> {
        self.store.take()
    }

    /// Takes the file back.
    pub(super) fn take_back(&mut self, store: Store) {
        self.store = Some(store);
    }

    /// Keeps drafts, and throws away those that were rubbed out. What the file refuses stays in memory, and is owed to the
    /// file until it takes it.
    ///
    /// # Errors
    /// When the file can't be written.
    pub(super) fn keep_drafts(
        &mut self,
        drafts: &[Draft],
        rubbed_out: &[DraftKey],
        now: DateTime<FixedOffset>,
    ) -> Result<(), StoreError> {
        if self.store.is_none() || self.reading.is_some() {
            return Ok(());
        }
        for draft in drafts {
            if self.drafts.contains(draft) {
                continue;
            }
            self.drafts.retain(|old| old.key != draft.key);
            self.drafts.insert(0, draft.clone());
            self.owed.insert(draft.key.clone());
        }
        for key in rubbed_out {
            if self.drafts.iter().any(|draft| draft.key == *key) {
                self.drafts.retain(|old| old.key != *key);
                self.owed.insert(key.clone());
            }
        }
        self.pay_owed_drafts(now)
    }

    fn pay_owed_drafts(&mut self, now: DateTime<FixedOffset>) -> Result<(), StoreError> {
        let Some(store) = &mut self.store else {
            return Ok(());
        };
        while let Some(key) = self.owed.first() {
            match self.drafts.iter().find(|draft| draft.key == *key) {
                Some(draft) => store.keep_draft(draft, now.to_utc())?,
                None => store.throw_draft_away(key)?,
            }
            self.owed.pop_first();
        }
        Ok(())
    }

    /// Whether something typed is in memory only, because the file refused it.
    pub(super) fn owes_drafts(&self) -> bool {
        !self.owed.is_empty()
    }

    /// The drafts that are in memory only.
    pub(super) fn owed_drafts(&self) -> Vec<Draft> {
        let owed = |draft: &&Draft| self.owed.contains(&draft.key);
        self.drafts.iter().filter(owed).cloned().collect()
    }

    /// The open file, to change what opens it.
    pub(super) fn store_mut(&mut self) -> Option<&mut Store> {
        self.store.as_mut()
    }

    /// Closes the file's contents and forgets all that memory holds of it; the lock stays ours.
    pub(super) fn seal(&mut self) -> Option<Sealed> {
        std::mem::replace(self, Self::nothing())
            .store
            .and_then(Store::seal)
    }

    /// What domain functions work with.
    pub fn desk(&self, now: DateTime<FixedOffset>) -> Desk<'_> {
        self.ids.tell(now.timestamp_millis());
        Desk {
            caseload: &self.caseload,
            rules: &self.rules,
            calendar: &self.calendar,
            now,
            ids: &self.ids,
        }
    }

    /// The log.
    pub fn log(&self) -> Log<'_> {
        self.store.as_ref().map_or_else(Log::none, Store::log)
    }

    /// Writes the edit to the file, then takes it over; gives its words.
    ///
    /// # Errors
    /// When the file can't be written; then nothing is changed.
    pub fn apply(
        &mut self,
        edit: &Edit,
        typed_in: Option<&DraftKey>,
        now: DateTime<FixedOffset>,
    ) -> Result<String, StoreError> {
        self.apply_with(edit, None, typed_in, now)
    }

    /// The same, with what a document holds that the edit attaches.
    pub(super) fn apply_with(
        &mut self,
        edit: &Edit,
        content: Option<Content<'_>>,
        typed_in: Option<&DraftKey>,
        now: DateTime<FixedOffset>,
    ) -> Result<String, StoreError> {
        self.may_change()?;
        let Some(store) = &mut self.store else {
            return Ok(String::new());
        };
        let applied = match content {
            Some(content) => store.attach(edit, content, typed_in, now.to_utc()),
            None => store.apply(edit, typed_in, now.to_utc()),
        };
        let applied = applied.inspect_err(|_| {
            // Whatever became of the edit, the draft may have gone with it.
            let draft = self
                .drafts
                .iter()
                .find(|draft| Some(&draft.key) == typed_in);
            self.owed.extend(draft.map(|draft| draft.key.clone()));
        })?;
        self.drafts.retain(|draft| Some(&draft.key) != typed_in);
        self.owed.retain(|key| Some(key) != typed_in);
        self.take_over(applied, now)
    }

    /// The edit that undo would take back, if it was saved before the file was opened: somebody who has just pressed
    /// Ctrl+Z hardly means that.
    ///
    /// # Errors
    /// When the file can't be read.
    pub(super) fn earlier_undoable(&self) -> Result<Option<Undoable>, StoreError> {
        self.may_change()?;
        let next = self.store.as_ref().map(Store::undoable).transpose()?;
        Ok(next
            .flatten()
            .filter(|next| next.generation <= self.opened_at))
    }

    /// Takes the newest edit back; gives its words.
    ///
    /// # Errors
    /// When the file can't be written; then nothing is changed.
    pub fn undo(&mut self, now: DateTime<FixedOffset>) -> Result<Option<String>, StoreError> {
        self.may_change()?;
        let Some(applied) = self.store.as_mut().map(Store::undo).transpose()?.flatten() else {
            return Ok(None);
        };
        self.take_over(applied, now).map(Some)
    }

    /// Does again what was taken back last; gives its words.
    ///
    /// # Errors
    /// When the file can't be written; then nothing is changed.
    pub fn redo(&mut self, now: DateTime<FixedOffset>) -> Result<Option<String>, StoreError> {
        self.may_change()?;
        let Some(applied) = self.store.as_mut().map(Store::redo).transpose()?.flatten() else {
            return Ok(None);
        };
        self.take_over(applied, now).map(Some)
    }

    /// Takes over what the file now holds, and works out anew what is derived from it.
    fn take_over(
        &mut self,
        applied: Applied,
        now: DateTime<FixedOffset>,
    ) -> Result<String, StoreError> {
        for change in applied.changes.clone() {
            self.caseload.apply(change);
        }
        match Standings::touched(&self.caseload, &applied.changes, &applied.pupils) {
            Touched::All => self.work_out_all(now)?,
            Touched::These(pupils) => {
                let figures = self
                    .log()
                    .figures(&pupils, &self.caseload, now.date_naive())?;
                let mut standings = std::mem::take(&mut self.standings);
                standings.renew(&self.desk(now), &pupils, &figures);
                self.standings = standings;
            }
        }
        Ok(applied.label)
    }

    /// Works out everything that is derived: at unlock, at midnight, when term dates change.
    ///
    /// # Errors
    /// When the log can't be read.
    pub fn work_out_all(&mut self, now: DateTime<FixedOffset>) -> Result<(), StoreError> {
        let school = self.caseload.school();
        self.calendar = school
            .map(|school| SchoolCalendar::new(&school.terms, &school.closures))
            .unwrap_or_default();
        let figures = self
            .log()
            .figures_of_all(&self.caseload, now.date_naive())?;
        self.standings = Standings::of_all(&self.desk(now), &figures);
        Ok(())
    }
}

/// A school, a SENCO and the settings: what every caseload has.
fn first_edit(ids: &Ids, school: &str, senco: &str, now: DateTime<FixedOffset>) -> Edit {
    let person = (!senco.is_empty()).then(|| Person {
        id: ids.next(),
        name: senco.to_owned(),
        kind: PersonKind::Staff,
        role: "SENCO".to_owned(),
        days: Weekdays::MON_TO_FRI,
        minutes_a_week: None,
        reach: String::new(),
    });
    let setting = Setting {
        id: Setting::ID,
        senco: person.as_ref().map(|person| person.id),
        working_days: Weekdays::MON_TO_FRI,
        plan_name: "SEN support plan".to_owned(),
        began_on: now.date_naive(),
        columns: Vec::new(),
        kept_filters: Vec::new(),
    };
    let school = School {
        id: ids.next(),
        name: school.to_owned(),
        authority: String::new(),
        leaving_years: Vec::new(),
        terms: term::illustrations(),
        closures: Vec::new(),
    };
    Edit::new("Caseload begun")
        .put(school)
        .put_all(person)
        .put(setting)
}
