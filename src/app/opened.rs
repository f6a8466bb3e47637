//! [`Opened`]: a copy of a document that its own program has open.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::os::files;

/// What the name of a folder with such a copy begins with.
const FOLDER: &str = "opened-";
/// The file in it that is locked for as long as the copy is wanted.
const WANTED: &str = "wanted";

/// A copy of a document outside the caseload, not encrypted, in a folder of its own (0700, the file 0600). Both go with this
/// value; what a program leaves that is killed goes at its next start.
#[derive(Debug)]
pub(super) struct Opened {
    /// Removed with this.
    folder: TempDir,
    file: PathBuf,
    wanted: File,
}

impl Opened {
    /// Writes the copy, in a new folder inside `folder`. Its name tells nobody: programs keep lists of what they opened.
    pub(super) fn write(folder: &Path, ending: &str, bytes: &[u8]) -> io::Result<Self> {
        files::create_private_folder(folder)?;
        Self::sweep(folder);
        let own = files::passing_private_folder(folder, FOLDER)?;
        let wanted = files::open_private(&own.path().join(WANTED))?;
        wanted.try_lock()?;
        let opened = Self {
            file: own.path().join(format!("document.{ending}")),
            folder: own,
            wanted,
        };
        files::open_private(&opened.file)?.write_all(bytes)?;
        Ok(opened)
    }

    /// The copy.
    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Removes the copies that nobody wants any more: a program was killed, or another still had them open when they were
    /// to go. What can't go now, goes the next time.
    pub(super) fn sweep(folder: &Path) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if !entry.file_name().to_string_lossy().starts_with(FOLDER) {
                continue;
            }
            let is_left = files::open_private(&path.join(WANTED))
                .is_ok_and(|wanted| wanted.try_lock().is_ok());
            if is_left {
                empty(&path);
                drop(fs::remove_dir_all(&path));
            }
        }
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        // If it can't go, because its program holds it, it goes the next time.
        empty(self.folder.path());
        drop(self.wanted.unlock());
    }
}

/// Removes the files in a folder: the copy, and what its program put beside it.
fn empty(folder: &Path) {
    for file in fs::read_dir(folder).into_iter().flatten().flatten() {
        drop(files::wipe(&file.path()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_copy_goes_with_its_value_and_one_that_was_left_goes_the_next_time() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("opened");
        let first = Opened::write(&folder, "pdf", b"%PDF-1").unwrap();
        assert_eq!(fs::read(first.path()).unwrap(), b"%PDF-1");
        // It is wanted, so another program's sweep leaves it.
        Opened::sweep(&folder);
        assert!(first.path().is_file());
        drop(first);
        assert_eq!(inside(&folder), 0);

        let left = folder.join("opened-x");
        fs::create_dir(&left).unwrap();
        fs::write(left.join("document.pdf"), "%PDF-2").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(home.path().join("precious"), left.join("link")).unwrap();
        fs::write(home.path().join("precious"), "mine").unwrap();
        Opened::sweep(&folder);
        assert_eq!(inside(&folder), 0);
        assert_eq!(fs::read(home.path().join("precious")).unwrap(), b"mine");
    }
}
