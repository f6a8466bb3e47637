//! [`Listing`]: finding out what backups there are.

use std::path::PathBuf;

use crate::store::backup::{Backup, Shelf};
use crate::ui::dialogs::backups::{Shelved, Shelves, State};

/// So many bytes of backups are read whole when they are listed, the newest first: about a second's work.
const READ_WHOLE: u64 = 32 * 1024 * 1024;

/// What a list of backups is made of, for a thread to take along.
#[derive(Clone, Debug)]
pub(super) struct Listing {
    pub(super) shelves: PathBuf,
    /// The open caseload; without one, all are listed.
    pub(super) caseload: Option<String>,
    pub(super) second: Option<PathBuf>,
}

impl Listing {
    /// What there is, with the newest read whole.
    pub(super) fn list(&self) -> Shelves {
        let shelves = match &self.caseload {
            Some(caseload) => vec![Shelf::of(&self.shelves, caseload)],
            None => Shelf::all(&self.shelves),
        };
        let are_several = shelves.len() > 1;
        let mut found = Shelves {
            place: self.shelves.clone(),
            is_open: self.caseload.is_some(),
            second: self.second.clone(),
            ..Shelves::default()
        };
        let mut left = READ_WHOLE;
        for shelf in &shelves {
            let book = shelf.book();
            found.proven_at = found.proven_at.max(book.proven_at);
            found.off_line_at = found.off_line_at.max(book.off_line_at);
            found.second_at = found.second_at.max(book.second_at);
            found.second_trouble = found.second_trouble.or(book.second_trouble);
            let name = shelf.folder().file_name().unwrap_or_default();
            let name: String = name.to_string_lossy().chars().take(4).collect();
            let name = are_several.then_some(name);
            let (good, bad) = shelf.backups();
            for backup in good {
                let state = if backup.manifest.bytes > left {
                    State::Checked
                } else {
                    left -= backup.manifest.bytes;
                    match backup.prove() {
                        Ok(()) => State::Whole,
                        Err(_) => State::Damaged,
                    }
                };
                found.shelved.push(shelved(&backup, state, name.clone()));
            }
            found.shelved.extend(bad.into_iter().map(|path| Shelved {
                path,
                caseload: name.clone(),
                made_at: None,
                pupils: 0,
                size: String::new(),
                why: "it can't be read".to_owned(),
                state: State::Damaged,
            }));
        }
        found
    }
}

/// A backup as the screen shows it.
pub(super) fn shelved(backup: &Backup, state: State, caseload: Option<String>) -> Shelved {
    let manifest = &backup.manifest;
    Shelved {
        path: backup.path.clone(),
        caseload,
        made_at: Some(manifest.made_at),
        pupils: manifest.contents.pupils(),
        size: manifest.size(),
        why: manifest.why.to_string(),
        state,
    }
}
