//! [`Quarantine`]: a copy of a caseload and of the journal that a session left beside it, from before anything was done
//! about them.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::os::files;

/// The folder beside the caseload.
const FOLDER: &str = "quarantine";
/// How the folder of a copy ends whose file did not come out good. These are never cleared away.
const DAMAGED: &str = "-damaged";
/// How many copies of sessions that came out good are kept.
const KEPT: usize = 3;

/// A copy of a caseload and its journal, as a session that did not end cleanly left them.
#[derive(Debug)]
pub(super) struct Quarantine {
    folder: PathBuf,
    name: PathBuf,
}

impl Quarantine {
    /// Copies a caseload and its journal, where there is a journal with anything in it. Whoever calls this holds the lock,
    /// and no connection. A copy that can't be had, on a full disk for one, keeps nobody from her caseload.
    pub(super) fn take(path: &Path) -> Option<Self> {
        if !files::is_not_empty(&files::beside(path, "-journal")) {
            return None;
        }
        Self::copy(path).ok()
    }

    /// Copies a caseload, and its journal if there is one.
    ///
    /// # Errors
    /// When the disk refuses; there is no copy then.
    pub(super) fn copy(path: &Path) -> io::Result<Self> {
        let all = files::folder_of(path).join(FOLDER);
        let name = PathBuf::from(path.file_name().unwrap_or_default());
        let last = entries(&all, &name).last().map_or(0, |(number, _)| *number);
        let folder = all.join(format!("{:04}-{}", last + 1, name.display()));
        let copied = files::create_private_folder(&folder).and_then(|()| {
            let copy = folder.join(&name);
            copy_whole(path, &copy)?;
            let journal = files::beside(path, "-journal");
            if files::is_not_empty(&journal) {
                copy_whole(&journal, &files::beside(&copy, "-journal"))?;
            }
            files::sync_folder(&folder)
        });
        if let Err(error) = copied {
            drop(fs::remove_dir_all(&folder));
            return Err(error);
        }
        Ok(Self { folder, name })
    }

    /// The copy of the caseload.
    pub(super) fn file(&self) -> PathBuf {
        self.folder.join(&self.name)
    }

    /// Throws the copy away: it is of a file that another program is using.
    pub(super) fn discard(self) {
        drop(fs::remove_dir_all(&self.folder));
    }

    /// The file came out good: this copy and the two before it are kept.
    pub(super) fn came_out_good(self) {
        let all = files::folder_of(&self.folder);
        let good = entries(all, &self.name).into_iter().map(|(_, path)| path);
        let good: Vec<_> = good
            .filter(|path| !path.to_string_lossy().ends_with(DAMAGED))
            .collect();
        for old in good.iter().rev().skip(KEPT) {
            // What can't be cleared now is cleared the next time.
            drop(fs::remove_dir_all(old));
        }
    }

    /// The file did not come out good: this copy is kept until a person clears it away.
    pub(super) fn came_out_damaged(self) {
        let mut name = self.folder.clone().into_os_string();
        name.push(DAMAGED);
        drop(fs::rename(&self.folder, name));
    }
}

/// The copies of the caseload of this name, in the order in which they were made.
fn entries(all: &Path, name: &Path) -> Vec<(u32, PathBuf)> {
    let entries = fs::read_dir(all).into_iter().flatten().flatten();
    let mut entries: Vec<_> = entries
        .filter_map(|entry| {
            let found = entry.file_name().into_string().ok()?;
            let (number, of) = found.split_once('-')?;
            let of = of.strip_suffix(DAMAGED).unwrap_or(of);
            (Path::new(of) == name).then_some((number.parse().ok()?, entry.path()))
        })
        .collect();
    entries.sort();
    entries
}

/// Copies a file, for this user alone, and waits for the disk.
pub(super) fn copy_whole(from: &Path, to: &Path) -> io::Result<()> {
    let mut copy = files::open_private(to)?;
    io::copy(&mut File::open(from)?, &mut copy)?;
    copy.sync_all()
}
