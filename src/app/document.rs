//! Documents: attaching a file, opening one in its own program, saving a copy.

use std::io::{self, Read as _};
use std::path::Path;

use super::App;
use super::job::{Finished, Running};
use super::notice::Notice;
use super::opened::Opened;
use super::read_rows::not_opened;
use crate::domain::document::{self, MOST_BYTES};
use crate::domain::{Document, DocumentId, Refusal};
use crate::import::document::{NotTaken, read, title};
use crate::os::{files, opener};
use crate::store::{Content, Store};
use crate::ui::Audience;

/// From how many bytes on a caseload is called large.
const LARGE: u64 = 500 << 20;

/// A file that was read, to be attached.
#[derive(Debug)]
pub(super) struct Attached {
    /// What is known of it.
    document: Document,
    /// Its content.
    bytes: Vec<u8>,
}

impl App {
    /// Reads a file that is to be attached, and looks what it is.
    pub(super) fn attach(&mut self, path: &Path, document: Document) {
        if let Some(refusal) = self.is_the_caseload(path) {
            self.notice = Notice::Refused(refusal.words);
            return;
        }
        let path = path.to_owned();
        self.running = Some(Running::start(
            "Reading the document",
            move || match attached(&path, document) {
                Ok(attached) => Finished::Document(Box::new(attached)),
                Err(refusal) => Finished::Refused(refusal),
            },
        ));
    }

    /// Refuses to open the caseload itself as another file: on Linux that would take the lock on it away.
    pub(super) fn is_the_caseload(&self, path: &Path) -> Option<Refusal> {
        let ours = self.store().and_then(Store::path)?;
        let sidecars = ["", "-journal", ".lock", ".who"];
        let mut all = sidecars.iter().map(|ending| files::beside(ours, ending));
        all.any(|file| files::is_same(&file, path)).then(|| {
            Refusal::of(
                "path",
                "This is the caseload itself, which is open here. Choose another file.",
            )
        })
    }

    /// Attaches what was read, and closes the form it was asked for in.
    pub(super) fn attached(&mut self, attached: Attached) {
        let Attached { document, bytes } = attached;
        let id = document.id;
        let edit = match document::put(&self.holding.desk(self.now), document) {
            Ok(edit) => edit,
            Err(refusal) => {
                self.notice = Notice::Refused(refusal.words);
                return;
            }
        };
        let content = Content {
            document: id,
            bytes: &bytes,
        };
        if !self.save(&edit, Some(content), true) {
            return;
        }
        let size = self.store().and_then(|store| store.size().ok());
        if size.is_some_and(|size| size > LARGE)
            && let Notice::Said(words) = &mut self.notice
        {
            words.push_str(" The caseload has more than 500 MB now: backups will take long.");
        }
    }

    /// Opens a copy of a document in the program that opens such files.
    pub(super) fn open_document(&mut self, id: DocumentId) {
        if self.look.audience != Audience::Me {
            self.notice =
                Notice::refused("A document shows names. Press F8 and choose full names first.");
            return;
        }
        let (document, bytes) = match self.content(id) {
            Ok(found) => found,
            Err(refusal) => {
                self.notice = Notice::Refused(refusal.words);
                return;
            }
        };
        let folder = self.places.opened();
        self.running = Some(Running::start("Opening the document", move || {
            let ending = document.format.ending();
            let opened = Opened::write(&folder, ending, &bytes);
            Finished::DocumentOpened(opened.and_then(|opened| {
                opener::open(opened.path())?;
                Ok(opened)
            }))
        }));
    }

    /// Keeps the copy that was opened for as long as the caseload is open, or says why there is none.
    pub(super) fn document_opened(&mut self, opened: io::Result<Opened>) {
        self.notice = match opened {
            Ok(opened) => {
                self.opened.push(opened);
                Notice::said(
                    "Opened in its own program. The copy goes when Caseload is locked or left: close it there first.",
                )
            }
            Err(_) => Notice::refused(
                "Not opened: no program on this computer opens it. Save a copy instead, and open that.",
            ),
        };
    }

    /// Writes a copy of a document where the user asked for it, over nothing.
    pub(super) fn copy_document(&mut self, id: DocumentId, path: &Path) {
        let copied = self.content(id).and_then(|(document, bytes)| {
            let path = match path.is_dir() {
                true => path.join(document.file_name()),
                false => path.to_owned(),
            };
            let shown = path.display();
            if path.exists() {
                return Err(Refusal::of(
                    "path",
                    format!(
                        "{shown} is there already, and nothing is written over. Give another name."
                    ),
                ));
            }
            let written = files::replace(&path, &bytes);
            written.map_err(|error| {
                Refusal::of("path", format!("{shown} can't be written: {error}."))
            })?;
            Ok(format!(
                "Saved as {shown}: it is not encrypted. Delete it when it has served."
            ))
        });
        self.notice = match copied {
            Ok(words) => {
                self.dialogs.pop();
                Notice::said(words)
            }
            Err(refusal) => Notice::Refused(refusal.words),
        };
    }

    /// A document and what it holds.
    fn content(&self, id: DocumentId) -> Result<(Document, Vec<u8>), Refusal> {
        let document = self.holding.caseload.documents.get(id);
        let (Some(document), Some(store)) = (document, self.store()) else {
            return Err(Refusal::new(
                "This document is no longer in the record. Ctrl+Z may bring it back.",
            ));
        };
        let content = store.content(document);
        let content = content.map_err(|error| Refusal::new(error.to_string()))?;
        let bytes = content.ok_or_else(|| {
            Refusal::new(
                "What this document holds is not as it was attached: the file is damaged. caseload check says more.",
            )
        })?;
        Ok((document.clone(), bytes))
    }
}

/// Reads a file, and fills in what its content tells.
fn attached(path: &Path, document: Document) -> Result<Attached, Refusal> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let refused = |error: NotTaken| Refusal::of("path", format!("Not attached. {error}"));
    let file = files::open_to_read(path).map_err(|error| not_opened(path, &error))?;
    let mut bytes = Vec::new();
    // One more, to know that there is more.
    let most = MOST_BYTES as u64 + 1;
    let got = file.take(most).read_to_end(&mut bytes);
    got.map_err(|error| not_opened(path, &error))?;
    let format = read(&name, &bytes).map_err(refused)?;
    let name = match document.name.is_empty() {
        true => title(path),
        false => document.name,
    };
    Ok(Attached {
        document: Document {
            name,
            format,
            length: u32::try_from(bytes.len()).map_err(|_| refused(NotTaken::too_large()))?,
            sum: Content::sum(&bytes),
            ..document
        },
        bytes,
    })
}
