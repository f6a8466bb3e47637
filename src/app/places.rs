//! [`Places`]: where this laptop keeps things.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::known::Known;
use crate::os::files;
use crate::store::{Expected, LastUse, Salt};

/// Minutes without a key after which a caseload is locked, where nothing else was chosen.
const LOCK_AFTER: u8 = 15;
/// The most that can be chosen.
const LONGEST_LOCK_AFTER: u8 = 30;

/// The most files that are remembered.
const MOST_KNOWN: usize = 32;

/// Where this laptop keeps caseloads and its own settings. What is in the settings names a file, never a person.
#[derive(Clone, Debug)]
pub struct Places {
    data: PathBuf,
    /// Our own program, which reads other people's files in a process of its own.
    program: PathBuf,
    local: Local,
}

/// `local.toml`: what belongs to this laptop and not to the caseload.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Local {
    /// The file used last.
    last_file: Option<PathBuf>,
    /// The folder that copies of backups go to.
    second_place: Option<PathBuf>,
    /// Where the recovery sheet was kept as a file, until it is gone.
    kept_sheet: Option<PathBuf>,
    /// Minutes without a key after which the caseload is locked.
    lock_after: Option<u8>,
    /// The files that were opened or tried here, the last one last.
    known: Vec<Known>,
}

impl Places {
    /// This user's own: local data, which does not follow her to other computers and no cloud copies.
    pub fn of_this_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "Caseload")?;
        Some(Self::in_folder(folders.data_local_dir()))
    }

    /// In a folder of a test's.
    pub fn in_folder(data: &Path) -> Self {
        Self {
            data: data.to_owned(),
            program: std::env::current_exe().unwrap_or_default(),
            local: read(data).unwrap_or_default(),
        }
    }

    /// The same places, for a test that is not our program itself.
    #[must_use]
    pub fn with_program(self, program: &Path) -> Self {
        Self {
            program: program.to_owned(),
            ..self
        }
    }

    /// Our own program.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// The same places, with the settings as they are written now.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self::in_folder(&self.data).with_program(&self.program)
    }

    /// Where a new caseload goes.
    pub fn new_file(&self) -> PathBuf {
        self.data.join("caseload.senco")
    }

    /// Where the made-up school goes: never where a real caseload is.
    pub fn demo_file(&self) -> PathBuf {
        self.data.join("demo").join("demo.senco")
    }

    /// Where the backups go: a shelf for each caseload, wherever its file is.
    pub fn shelves(&self) -> PathBuf {
        self.data.join("backups")
    }

    /// Where the copy of a backup goes that is open to be read.
    pub fn reading(&self) -> PathBuf {
        self.data.join("reading")
    }

    /// Where the copy of a document goes that is open in its own program.
    pub fn opened(&self) -> PathBuf {
        self.data.join("opened")
    }

    /// The folder that copies of backups go to as well.
    pub fn second(&self) -> Option<&Path> {
        self.local.second_place.as_deref()
    }

    /// Names that folder, or none.
    pub(super) fn name_second(&mut self, folder: Option<PathBuf>) {
        self.local.second_place = folder;
        self.write();
    }

    /// The file used last, if one was.
    pub fn last_file(&self) -> Option<&Path> {
        self.local.last_file.as_deref()
    }

    /// Where the recovery sheet lies as a file, if it was kept as one and still is.
    pub(super) fn kept_sheet(&mut self) -> Option<&Path> {
        if self
            .local
            .kept_sheet
            .as_ref()
            .is_some_and(|path| !path.exists())
        {
            self.local.kept_sheet = None;
            self.write();
        }
        self.local.kept_sheet.as_deref()
    }

    /// Remembers that the recovery sheet was kept as this file.
    pub(super) fn note_kept_sheet(&mut self, path: &Path) {
        self.local.kept_sheet = Some(path.to_owned());
        self.write();
    }

    /// The file used last, or the usual one.
    pub fn usual_file(&self) -> PathBuf {
        self.last_file()
            .map_or_else(|| self.new_file(), Path::to_owned)
    }

    /// Minutes without a key after which a caseload is locked.
    pub fn lock_after(&self) -> u8 {
        let minutes = self.local.lock_after.unwrap_or(LOCK_AFTER);
        minutes.clamp(1, LONGEST_LOCK_AFTER)
    }

    /// Sets after how many minutes without a key a caseload is locked; says whether that could be written down.
    pub(super) fn set_lock_after(&mut self, minutes: u8) -> bool {
        self.local.lock_after = Some(minutes);
        self.write()
    }

    /// Remembers the file used last. The demo is never remembered, nor is a failure worth a word: it costs a path typed.
    pub(super) fn remember(&mut self, file: &Path) {
        if file == self.demo_file() || self.local.last_file.as_deref() == Some(file) {
            return;
        }
        self.local.last_file = Some(file.to_owned());
        self.write();
    }

    /// What a file that was opened here before is expected to be opened by.
    pub fn expected(&self, path: &Path, salt: &Salt) -> Option<Expected> {
        let known = self.known(path, salt)?;
        Some(Expected {
            check_value: known.check_value()?,
            salt: known.salt()?,
        })
    }

    /// How many wrong passphrases were tried on a file since the last right one.
    pub fn wrong_tries(&self, path: &Path, salt: &Salt) -> u32 {
        self.known(path, salt).map_or(0, |known| known.wrong)
    }

    /// Counts a passphrase as wrong before it is tried, so that a program killed meanwhile has counted it.
    pub fn count_try(&mut self, path: &Path, salt: &Salt) {
        // Another program may have counted since: a plain command, before this one had the file.
        self.local = read(&self.data).unwrap_or_else(|| self.local.clone());
        let known = self.known_mut(path, salt);
        known.wrong = known.wrong.saturating_add(1);
        self.write();
    }

    /// The try counted last did not come to be judged, or its passphrase was not what was wrong.
    pub fn take_back_try(&mut self, path: &Path, salt: &Salt) {
        let known = self.known_mut(path, salt);
        known.wrong = known.wrong.saturating_sub(1);
        self.write();
    }

    /// Remembers what opened a file.
    pub fn was_opened(&mut self, path: &Path, salt: &Salt, check_value: [u8; 4]) {
        let known = self.known(path, salt).cloned();
        let mut now = Known::new(path, salt);
        now.was_opened(check_value);
        let same = known.as_ref().filter(|known| known.salt() == now.salt());
        now.last_use = same.and_then(|known| known.last_use);
        if known.as_ref() == Some(&now) {
            return;
        }
        self.local.known.retain(|known| !known.is_of(path, salt));
        self.local.known.push(now);
        self.write();
    }

    /// How a file was when it was used here last: the file with this salt, which a changed passphrase gives it anew.
    pub fn last_use(&self, path: &Path, salt: &Salt) -> Option<&LastUse> {
        let known = self.known(path, salt)?;
        known
            .last_use
            .as_ref()
            .filter(|_| known.salt() == Some(*salt))
    }

    /// How the file in this place was when it was used here last.
    pub fn last_use_at(&self, path: &Path) -> Option<&LastUse> {
        let mut known = self.local.known.iter();
        known.find(|known| known.is_at(path))?.last_use.as_ref()
    }

    /// Remembers how a file is, where it was opened here.
    pub(super) fn note_use(&mut self, path: &Path, salt: &Salt, now: LastUse) {
        let mut known = self.local.known.iter_mut();
        if let Some(known) = known.find(|known| known.is_of(path, salt)) {
            known.last_use = Some(now);
            self.write();
        }
    }

    fn known(&self, path: &Path, salt: &Salt) -> Option<&Known> {
        let mut known = self.local.known.iter();
        known.find(|known| known.is_of(path, salt))
    }

    fn known_mut(&mut self, path: &Path, salt: &Salt) -> &mut Known {
        let all = &mut self.local.known;
        let at = all.iter().position(|known| known.is_of(path, salt));
        let at = at.unwrap_or_else(|| {
            if all.len() >= MOST_KNOWN {
                all.remove(0);
            }
            all.push(Known::new(path, salt));
            all.len() - 1
        });
        &mut all[at]
    }

    fn write(&self) -> bool {
        let file = self.data.join("local.toml");
        let text = toml::to_string(&self.local).ok();
        text.is_some_and(|text| {
            files::create_private_folder(&self.data)
                .and_then(|()| files::replace(&file, text.as_bytes()))
                .is_ok()
        })
    }

    /// Where text that the user keeps is put: her documents, or beside the caseload.
    pub(super) fn kept(&self) -> PathBuf {
        let documents =
            directories::UserDirs::new().and_then(|dirs| dirs.document_dir().map(Path::to_owned));
        documents.unwrap_or_else(|| self.data.join("kept"))
    }
}

fn read(data: &Path) -> Option<Local> {
    let text = std::fs::read_to_string(data.join("local.toml")).ok()?;
    toml::from_str(&text).ok()
}
